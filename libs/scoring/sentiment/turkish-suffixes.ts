/** Tells a negated Turkish word by what follows its stem: beğen-me-dim, beğen-e-me-dik, sorun-suz. */

/** -imiz, our, is no denial: only -me- and -ma- before an ending of verbs are, and -miyor. */
const NEGATED_VERB =
  /^(?:[iu]?[ltn](?:[iue]?[rl])?)?[iu]?[ae]?(?:m[ae](?:d[iu]|mis|z|yac|yec|m$|s[iu]n$|den$|dan$|yin|yen|yan|yiz|yip|ksizin)|m[iu]yor)/;
const WITHOUT = /^(?:l[iu]k)?s[iu]z/;

/** Takes the folded letters after a stem, returns whether they turn its meaning round. */
export function turkishNegated(rest: string): boolean {
  return rest.length > 1 && (NEGATED_VERB.test(rest) || WITHOUT.test(rest));
}
