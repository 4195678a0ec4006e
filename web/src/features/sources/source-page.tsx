/** A room to come. */
export function SourcePage() {
  return null;
}
