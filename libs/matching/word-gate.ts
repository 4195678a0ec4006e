/** Which words of a text may begin a word of a watch, told from their first letters before anything is hashed in full. */

import { LETTER as LETTER_CLASS, unitClass } from './unit-class.js';
import { MULTIPLIER } from './unit-hash.js';
import { IN_HALVES } from './word-stems.js';
import type { Entries } from './word-table.js';

/** Each letter stands by the lowest five bits of its folded code, in which capitals are as small letters. */
const BITS = 5;
const LETTER = 31;
const FOUR = 4;
const SIX = 6;
/** One bit for each four letters: 128 KB, of which the words that people use touch little, so that it stays in the cache. */
const NUMBERS = 1 << (FOUR * BITS - 5);
/** Stems up to here may be all of a short word; words up to here can be nothing longer. */
export const SHORT = 5;
/** Bits for each stem in the filter of six letters: one word in eight or more that must be asked there passes by chance. */
const BITS_FOR_STEM = 8;

/** A place without a letter counts as 0. */
export class WordGate {
  /** How stems begin. */
  readonly starts = new Uint32Array(NUMBERS);
  /** How stems begin that have no more than `SHORT` letters. */
  readonly short = new Uint32Array(NUMBERS);
  /** The first six letters of the others, at `sixPlace`. */
  readonly sixes: Uint32Array;
  /** Some of them is a sign that is a word by itself. */
  hasSingles = false;
  /** How far the hash of six letters is shifted to be a place there. */
  readonly shift: number;

  /** Lets those stems through whose words are `telling`. */
  constructor(entries: Entries, telling: Uint8Array) {
    const bits = Math.max(10, Math.ceil(Math.log2(entries.words.length * BITS_FOR_STEM + 1)));
    this.sixes = new Uint32Array(1 << (bits - 5));
    this.shift = 32 - bits;
    for (let entry = 0; entry < entries.words.length; entry++) {
      if (telling[entries.words[entry] as number] === 1) this.add(entries, entry);
    }
  }

  private add({ start, length, follows, pool }: Entries, entry: number): void {
    const from = start[entry] as number;
    const letters = length[entry] as number;
    const code = codeOf(pool, from, letters);
    this.hasSingles ||= unitClass(pool[from] as number) !== LETTER_CLASS;
    // What follows a stem of fewer letters may be anything.
    const missing = Math.max(0, FOUR - letters) * BITS;
    for (let other = 0; other < 1 << missing; other++) {
      mark(this.starts, code + other);
      if (letters <= SHORT) mark(this.short, code + other);
    }
    if (letters > SHORT) mark(this.sixes, Math.imul(lastTwo(pool, from, code), MULTIPLIER) >>> this.shift);
    // The first half of a name in two words may have three letters.
    if (((follows[entry] as number) & IN_HALVES) !== 0) mark(this.starts, code & ~LETTER);
  }

  /**
   * The length that a stem must have at least with which a word of these first letters may begin; 0 when none may. With
   * `mayDiffer` also of one that goes on in the next word, then more than this one has.
   */
  leastStem(letters: Uint16Array, length: number, mayDiffer: boolean): number {
    const code = codeOf(letters, 0, length);
    if (has(this.short, code)) return 1;
    if (length <= SHORT) return mayDiffer && has(this.starts, code) ? SIX : 0;
    return has(this.sixes, Math.imul(lastTwo(letters, 0, code), MULTIPLIER) >>> this.shift) ? SIX : 0;
  }
}

/** The first four of `length` letters as one number. */
function codeOf(letters: Uint16Array, from: number, length: number): number {
  let code = 0;
  for (let i = 0; i < FOUR; i++) code = (code << BITS) | (i < length ? (letters[from + i] as number) & LETTER : 0);
  return code;
}

/** The first six letters as one number, from that of the first four. */
function lastTwo(letters: Uint16Array, from: number, code: number): number {
  return (
    (code << (2 * BITS)) |
    (((letters[from + SIX - 2] as number) & LETTER) << BITS) |
    ((letters[from + SIX - 1] as number) & LETTER)
  );
}

function has(bits: Uint32Array, at: number): boolean {
  return (((bits[at >>> 5] as number) >>> at) & 1) !== 0;
}

function mark(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << at);
}
