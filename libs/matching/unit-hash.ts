/** The rolling hash of the automaton: every letter of a token gives the hash of the word up to there for one multiplication. */

/** Seeds keep apart what is asked of the same table. */
export const STEM_SEED = 0x811c9dc5;
export const SPLIT_SEED = 0x2545f491;
export const MISSPELT_SEED = 0x1b873593;

/** Words are compared by their first 64 letters; no name is longer, and a hostile token costs no more than that. */
export const MAX_WORD = 64;
/** How many first letters a misspelling is looked up by, each left out in turn. */
export const MISSPELT_PREFIX = 6;

/** The hash of a word that is one unit longer. The multiplier is the golden ratio's, whose high bits mix well. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

/** The hash of the first `length` units. */
export function hashOf(units: Uint16Array, length: number, seed: number): number {
  let hash = seed;
  for (let i = 0; i < length; i++) hash = step(hash, units[i] as number);
  return hash >>> 0;
}

/** The hash of the first `MISSPELT_PREFIX` units without unit `left`. */
export function hashWithout(units: Uint16Array, left: number): number {
  let hash = MISSPELT_SEED;
  for (let i = 0; i < MISSPELT_PREFIX; i++) if (i !== left) hash = step(hash, units[i] as number);
  return hash >>> 0;
}
