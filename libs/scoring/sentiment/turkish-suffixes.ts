/** Tells a negated Turkish word by what follows its stem: beğen-me-dim, sorun-suz. */

const NEGATED_VERB = /^[iu]?(?:l[ie]?)?(?:m[aei](?:d[iu]|mis|z|yor|yecek|yacak|m\b|s[ie]n|den|dan|yin)|miyor|muyor)/;
const WITHOUT = /^(?:l[iu]k)?s[iu]z/;

/** Takes the folded letters after a stem, returns whether they turn its meaning round. */
export function turkishNegated(rest: string): boolean {
  return rest.length > 1 && (NEGATED_VERB.test(rest) || WITHOUT.test(rest));
}
