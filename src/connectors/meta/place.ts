/** What our ids of Meta's posts say about where an answer goes. */

/** Where an answer goes. `igm`: under somebody else's post, by its number and that of the comment. */
export type Place =
  { kind: 'fb'; id: string } | { kind: 'ig'; id: string } | { kind: 'igm'; media: string; comment: string | null };

/** @returns null for a post that is none of Meta's */
export function placeOf(externalId: string): Place | null {
  const [kind = '', id = '', comment] = externalId.split(':');
  if (id === '' || !/^\w+$/.test(id)) return null;
  if (kind === 'igm') return { kind, media: id, comment: comment ?? null };
  if (kind === 'fb') return { kind, id };
  return kind === 'ig' ? { kind, id } : null;
}
