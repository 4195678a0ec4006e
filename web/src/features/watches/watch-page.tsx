/** A room to come. */
export function WatchPage() {
  return null;
}
