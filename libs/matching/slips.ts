/** Finds a name in a token in spite of slips of the finger: a letter left out, put in, changed, or swapped with the next. */

/** Told where the name ends in the token and how many slips it took; true when that will do. */
export type AcceptEnd = (end: number, slips: number) => boolean;

/**
 * Reads `name` from the start of the first `length` units of `token` with at most `slips` slips, and asks `accept` about
 * every end that this gives until one will do. The work is bounded by the name's length times five for each slip.
 */
export function endsWithSlips(name: Uint16Array, token: Uint16Array, length: number, slips: number, accept: AcceptEnd): boolean {
  const read = (n: number, t: number, used: number): boolean => {
    let i = n;
    let j = t;
    while (i < name.length && j < length && name[i] === token[j]) {
      i += 1;
      j += 1;
    }
    if (i === name.length && accept(j, used)) return true;
    if (used === slips) return false;
    const isSwapped = i + 1 < name.length && j + 1 < length && name[i] === token[j + 1] && name[i + 1] === token[j];
    if (isSwapped && read(i + 2, j + 2, used + 1)) return true;
    if (i < name.length && j < length && read(i + 1, j + 1, used + 1)) return true;
    if (i < name.length && read(i + 1, j, used + 1)) return true;
    return j < length && read(i, j + 1, used + 1);
  };
  return read(0, 0, 0);
}
