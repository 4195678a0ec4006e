/** A room to come. */
export function PeoplePage() {
  return null;
}
