/** A room to come. */
export function SettingsPage() {
  return null;
}
