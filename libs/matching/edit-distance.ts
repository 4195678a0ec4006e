/** How many slips of the finger lie between two words, counted only as far as we would forgive. */

const WIDTH = 72;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)];

/**
 * The optimal string alignment distance (insert, delete, replace, swap two neighbours) between `a` and the first
 * `bLength` units of `b`, or `limit + 1` when it is larger. At most 70 units each.
 */
export function boundedDistance(a: Uint16Array, b: Uint16Array, bLength: number, limit: number): number {
  if (Math.abs(a.length - bLength) > limit || a.length >= WIDTH - 1 || bLength >= WIDTH - 1) return limit + 1;
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= bLength; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow({ a, b, i, bLength }, before, above, row) > limit) return limit + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(limit + 1, above[bLength] as number);
}

interface Cell {
  a: Uint16Array;
  b: Uint16Array;
  i: number;
  bLength: number;
}

/** Fills row `i` and returns its smallest value. */
function fillRow({ a, b, i, bLength }: Cell, before: Uint8Array, above: Uint8Array, row: Uint8Array): number {
  row[0] = i;
  let best = i;
  for (let j = 1; j <= bLength; j++) {
    const same = a[i - 1] === b[j - 1];
    let value = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) value = Math.min(value, (before[j - 2] as number) + 1);
    row[j] = value;
    if (value < best) best = value;
  }
  return best;
}
