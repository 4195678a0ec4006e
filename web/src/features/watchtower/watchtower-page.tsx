/** A room to come. */
export function WatchtowerPage() {
  return null;
}
