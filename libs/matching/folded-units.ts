/** What folding makes of a text before it is a string again. */

/** Folded text as UTF-16 units, each with the place in the original text that it came from. */
export interface FoldedUnits {
  units: Uint16Array;
  at: Uint32Array;
  length: number;
}
