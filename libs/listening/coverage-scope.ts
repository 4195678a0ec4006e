/** Which sources a report speaks of: those that bring posts of the networks it is about. */
import type { SourceKind } from '#libs/contracts/words.js';

/** Networks of the posts that a kind brings, where they do not bear its name; `any`: each post says its own. */
const BRINGS: Partial<Record<SourceKind, readonly string[] | 'any'>> = {
  meta: ['facebook', 'instagram'],
  webhook: 'any',
  replay: 'any',
};

/** @param networks none: every network @returns whether sources of this kind bring posts of one of them */
export function bringsPostsOf(kind: SourceKind, networks: readonly string[]): boolean {
  const brings = BRINGS[kind] ?? [kind];
  return networks.length === 0 || brings === 'any' || networks.some((network) => network === kind || brings.includes(network));
}
