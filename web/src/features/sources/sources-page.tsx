/** A room to come. */
export function SourcesPage() {
  return null;
}
