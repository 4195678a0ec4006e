/** Reads the letters of one word back from its bytes, for the few words of a text that are worth a closer look. */

import { BEYOND_ASCII, beyondAscii, APOSTROPHE as WIDE_APOSTROPHE } from './beyond-ascii.js';
import * as b from './byte-kinds.js';
import type { TokenWord } from './token-word.js';
import { MAX_WORD } from './unit-hash.js';

/** Own copies of imported numbers: the engine knows those. */
const { KINDS, CAPITALS } = b;
const LETTERS: number = b.FIRST_LETTER;

/**
 * Reads `bytes[from..to)`, which the first pass has found to be one word: letters, apostrophes, and what folds to nothing.
 * With `whole`, the signs inside a handle or tag count as letters, but dots never do.
 */
export function readByteWord(word: TokenWord, bytes: Uint8Array, from: number, to: number, whole = false): void {
  const { letters } = word;
  word.length = word.apostrophe = 0;
  word.capital = CAPITALS[bytes[from] as number] === 1;
  let i = from;
  for (; i < to && i - from < MAX_WORD; i++) {
    const unit = KINDS[bytes[i] as number] as number;
    if (unit < LETTERS) break;
    letters[i - from] = unit;
  }
  word.length = i - from;
  if (i < to) readRest(word, bytes, i, to, whole);
}

/** What is not all letters of one byte. */
function readRest(word: TokenWord, bytes: Uint8Array, from: number, to: number, whole: boolean): void {
  for (let i = from; i < to; i += b.lengthAt(bytes, i)) {
    const byte = bytes[i] as number;
    const kind = b.KINDS[byte] as number;
    const unit = kind < b.TWO || kind > b.BROKEN ? kind : wide(bytes, i);
    if (unit >= b.FIRST_LETTER) push(word, unit, byte);
    else if (unit === b.APOSTROPHE || unit === WIDE_APOSTROPHE) word.apostrophe = word.length;
    else if (whole && kind !== b.DOT) push(word, byte, byte);
  }
}

function wide(bytes: Uint8Array, i: number): number {
  const codePoint = b.codePointAt(bytes, i);
  return codePoint < 0 || codePoint >= BEYOND_ASCII.length ? -1 : beyondAscii(codePoint);
}

function push(word: TokenWord, unit: number, byte: number): void {
  if (word.length === 0) word.capital = b.CAPITALS[byte] === 1;
  if (word.length < MAX_WORD) word.letters[word.length++] = unit;
}
