/** Which words of a text may begin a word of a watch, told from their first letters before anything is hashed in full. */

import { GrowingList } from './growing-list.js';
import { KeyFilter } from './key-index.js';
import { LETTER as LETTER_CLASS, unitClass } from './unit-class.js';
import { MULTIPLIER } from './unit-hash.js';
import { IN_HALVES } from './word-stems.js';
import { codeOfFour, codeOfThree, codesOf, LETTER, LETTER_BITS as BITS } from './word-starts.js';
import type { Entries } from './word-table.js';

const SIX = 6;
/** A group has a place for more than is used. */
export const GROUP_NUMBERS = 4;
/** Which number of a group says how stems begin, how those begin that have no more than `SHORT` letters, and how slips do. */
export const [STARTS, SHORT_STARTS, SLIP_STARTS] = [0, 1, 2];
/** Stems up to here may be all of a short word; words up to here can be nothing longer. */
export const SHORT = 5;
/** One word in seventy that must be asked about by six letters passes by chance. */
const SIXES_PER_NUMBER = 2;

export class WordGate {
  /** The first six letters of stems longer than `SHORT`, by `keyOfSix`. */
  readonly sixes: KeyFilter;
  /** Letters of the shortest of them, at most `SHORT`: shorter beginnings of a word need not be looked up. */
  shortest = SHORT;
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
    const code = codeOfFour(pool, from, letters);
    this.shortest = Math.min(this.shortest, letters);
    this.hasSingles ||= unitClass(pool[from] as number) !== LETTER_CLASS;
    for (let other = codesOf(letters) - 1; other >= 0; other--) {
      mark(this.groups, STARTS, code + other);
      if (letters <= SHORT) mark(this.groups, SHORT_STARTS, code + other);
    }
    if (letters > SHORT) sixes.push(keyOfSix(pool, from, code));
    if (((follows[entry] as number) & IN_HALVES) !== 0) mark(this.groups, STARTS, codeOfThree(code));
  }

  /**
   * The length that a stem must have at least with which a word of these first letters may begin; 0 when none may. With
   * `mayDiffer` also of one that goes on in the next word, then more than this one has.
   */
  leastStem(letters: Uint16Array, length: number, mayDiffer: boolean): number {
    const code = codeOfFour(letters, 0, length);
    if (has(this.groups, SHORT_STARTS, code)) return this.shortest;
    if (length <= SHORT) return mayDiffer && has(this.groups, STARTS, code) ? SIX : 0;
    return this.sixes.mayHave(keyOfSix(letters, 0, code)) ? SIX : 0;
  }
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
