/** A room to come. */
export function MentionsPage() {
  return null;
}
