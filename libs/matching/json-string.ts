/** Finds where the string begins that stands under a key of JSON. */

import { SPACE } from './byte-kinds.js';

const [QUOTE, COLON] = [0x22, 0x3a];

/** Where the string after a key begins, or 0 when it was no key or has no string. */
export function stringAfter(bytes: Uint8Array, afterKey: number, limit: number): number {
  if (bytes[afterKey] === COLON && bytes[afterKey + 1] === QUOTE) return afterKey + 2;
  let i = skipSpace(bytes, afterKey, limit);
  if (bytes[i] !== COLON) return 0;
  i = skipSpace(bytes, i + 1, limit);
  return bytes[i] === QUOTE && i < limit ? i + 1 : 0;
}

function skipSpace(bytes: Uint8Array, from: number, limit: number): number {
  let i = from;
  while (i < limit && (bytes[i] as number) <= SPACE) i++;
  return i;
}
