/** Reads the letters of one word back from its bytes, for the few words of a text that are worth a closer look. */

import { BEYOND_ASCII, beyondAscii, APOSTROPHE as WIDE_APOSTROPHE } from './beyond-ascii.js';
import * as b from './byte-kinds.js';
import type { TokenWord } from './token-word.js';
import { MAX_WORD } from './unit-hash.js';

/** Own copies of imported numbers: the engine knows those. */
const { KINDS, CAPITALS } = b;
const LETTERS: number = b.FIRST_LETTER;
const TWO: number = b.TWO;
const THREE: number = b.THREE;
const DOT: number = b.DOT;

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

/** Reads only the first letters of such a word, as many as `letters` takes; returns how many there are. */
export function readFirstLetters(letters: Uint16Array, bytes: Uint8Array, from: number, to: number, whole = false): number {
  let length = 0;
  for (let i = from; i < to && length < letters.length;) {
    const byte = bytes[i] as number;
    const kind = KINDS[byte] as number;
    const width = kind === TWO ? 2 : kind === THREE ? 3 : 1;
    const unit = width === 1 ? kind : (BEYOND_ASCII[wideAt(bytes, i, width)] as number);
    if (unit >= LETTERS) letters[length++] = unit;
    else if (whole && width === 1 && kind !== DOT) letters[length++] = byte;
    i += width;
  }
  return length;
}

/** The code point of two or three bytes that are known to be one. */
function wideAt(bytes: Uint8Array, i: number, width: number): number {
  const tail = (bytes[i + 1] as number) & 63;
  if (width === 2) return (((bytes[i] as number) & 31) << 6) | tail;
  return (((bytes[i] as number) & 15) << 12) | (tail << 6) | ((bytes[i + 2] as number) & 63);
}
