/** The rolling hash of the automaton: every letter of a token gives the hash of the word up to there for one multiplication. */

export const STEM_SEED = 0x811c9dc5 | 0;
/** The golden ratio's multiplier, whose high bits mix well. */
export const MULTIPLIER = 0x9e3779b1 | 0;

/** Words are compared by their first 64 letters; no name is longer, and a hostile token costs no more than that. */
export const MAX_WORD = 64;
/** How many first letters a misspelling is looked up by, each left out in turn. */
export const SLIP_PREFIX = 7;

/** The hash of a word that is one unit longer. All hashes are signed: larger numbers would leave the fast integers. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, MULTIPLIER);
}

/** The hash of the first `length` units. */
export function hashOf(units: Uint16Array, length: number): number {
  let hash = STEM_SEED;
  for (let i = 0; i < length; i++) hash = step(hash, units[i] as number);
  return hash;
}

/** One number for each place and the lowest five bits of a letter; sums of them are the keys of misspelt words (Zobrist's way). */
export const PLACES = Int32Array.from({ length: SLIP_PREFIX * 32 }, (_, i) => scattered(i + 1));

/** A number without any likeness to its neighbours' (the finish of MurmurHash3): sums of such numbers seldom meet. */
function scattered(number: number): number {
  const once = Math.imul(Math.imul(number, MULTIPLIER) ^ (number << 13), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** The key of the first `SLIP_PREFIX - 1` units: what a word is looked up by when its last letter there is left out. */
export function firstSlipKey(units: Uint16Array): number {
  let key = 0;
  for (let i = 0; i < SLIP_PREFIX - 1; i++) key = (key + (PLACES[(i << 5) | ((units[i] as number) & 31)] as number)) | 0;
  return key;
}

/**
 * From the key without unit `gap + 1` to the key without unit `gap`. A word and a slip of it share one of these keys,
 * whether a letter was left out, put in, changed or swapped with its neighbour; a token that has lost one of the first
 * letters shares its own `firstSlipKey`.
 */
export function nextSlipKey(key: number, units: Uint16Array, gap: number): number {
  const place = gap << 5;
  const next = (units[gap + 1] as number) & 31;
  return (key + (PLACES[place | next] as number) - (PLACES[place | ((units[gap] as number) & 31)] as number)) | 0;
}
