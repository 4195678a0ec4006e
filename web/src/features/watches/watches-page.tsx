/** A room to come. */
export function WatchesPage() {
  return null;
}
