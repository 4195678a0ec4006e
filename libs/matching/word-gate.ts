/** Which words of a text may begin a word of a watch, told from their first letters before anything is hashed in full. */

import { GrowingList } from './growing-list.js';
import { KeyFilter } from './key-index.js';
import { LETTER as LETTER_CLASS, unitClass } from './unit-class.js';
import { MULTIPLIER } from './unit-hash.js';
import { IN_HALVES } from './word-stems.js';
import type { Entries } from './word-table.js';

/** Each letter stands by the lowest five bits of its folded code, in which capitals are as small letters. */
const BITS = 5;
const LETTER = 31;
const FOUR = 4;
const SIX = 6;
/** A group has a place for more than is used. */
export const GROUP_NUMBERS = 4;
/** Which number of a group says how stems begin, how those begin that have no more than `SHORT` letters, and how slips do. */
export const [STARTS, SHORT_STARTS, SLIP_STARTS] = [0, 1, 2];
/** Stems up to here may be all of a short word; words up to here can be nothing longer. */
export const SHORT = 5;
/** One word in seventy that must be asked about by six letters passes by chance. */
const SIXES_PER_NUMBER = 2;

/** A place without a letter counts as 0. */
export class WordGate {
  /** The first six letters of stems longer than `SHORT`, by `keyOfSix`. */
  readonly sixes: KeyFilter;
  /** Some of them is a sign that is a word by itself. */
  hasSingles = false;

  /**
   * Lets those stems through whose words are `telling`. How they begin is written into `groups`, zero before: for each three
   * letters a group of numbers with a bit for each fourth letter.
   */
  constructor(
    entries: Entries,
    telling: Uint8Array,
    private readonly groups: Uint32Array,
  ) {
    const sixes = new GrowingList(Int32Array);
    for (let entry = 0; entry < entries.words.length; entry++) {
      if (telling[entries.words[entry] as number] === 1) this.add(entries, entry, sixes);
    }
    this.sixes = new KeyFilter(sixes.finish(), SIXES_PER_NUMBER);
  }

  private add({ start, length, follows, pool }: Entries, entry: number, sixes: GrowingList<Int32Array<ArrayBuffer>>): void {
    const from = start[entry] as number;
    const letters = length[entry] as number;
    const code = codeOf(pool, from, letters);
    this.hasSingles ||= unitClass(pool[from] as number) !== LETTER_CLASS;
    // What follows a stem of fewer letters may be anything.
    const missing = Math.max(0, FOUR - letters) * BITS;
    for (let other = 0; other < 1 << missing; other++) {
      mark(this.groups, STARTS, code + other);
      if (letters <= SHORT) mark(this.groups, SHORT_STARTS, code + other);
    }
    if (letters > SHORT) sixes.push(keyOfSix(pool, from, code));
    // The first half of a name in two words may have three letters.
    if (((follows[entry] as number) & IN_HALVES) !== 0) mark(this.groups, STARTS, code & ~LETTER);
  }

  /**
   * The length that a stem must have at least with which a word of these first letters may begin; 0 when none may. With
   * `mayDiffer` also of one that goes on in the next word, then more than this one has.
   */
  leastStem(letters: Uint16Array, length: number, mayDiffer: boolean): number {
    const code = codeOf(letters, 0, length);
    if (has(this.groups, SHORT_STARTS, code)) return 1;
    if (length <= SHORT) return mayDiffer && has(this.groups, STARTS, code) ? SIX : 0;
    return this.sixes.mayHave(keyOfSix(letters, 0, code)) ? SIX : 0;
  }
}

/** The first four of `length` letters as one number. */
function codeOf(letters: Uint16Array, from: number, length: number): number {
  let code = 0;
  for (let i = 0; i < FOUR; i++) code = (code << BITS) | (i < length ? (letters[from + i] as number) & LETTER : 0);
  return code;
}

/** The key of the first six letters, from the number of the first four. The high bits of a product are good, so they are put into the low ones too. */
function keyOfSix(letters: Uint16Array, from: number, code: number): number {
  const last = (((letters[from + SIX - 2] as number) & LETTER) << BITS) | ((letters[from + SIX - 1] as number) & LETTER);
  const mixed = Math.imul((code << (2 * BITS)) | last, MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}

/** Where the number of a group stands that has the bit of a code. */
function placeIn(which: number, code: number): number {
  return (code >>> BITS) * GROUP_NUMBERS + which;
}

function has(groups: Uint32Array, which: number, code: number): boolean {
  return (((groups[placeIn(which, code)] as number) >>> code) & 1) !== 0;
}

function mark(groups: Uint32Array, which: number, code: number): void {
  const at = placeIn(which, code);
  groups[at] = (groups[at] as number) | (1 << code);
}
