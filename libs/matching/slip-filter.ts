/** Says of a word by which of its keys it may be a name with slips; what all these looks need lies in two lines of the processor's cache. */

import { Filter } from './key-index.js';
import type { TokenWord } from './token-word.js';
import { firstSlipKey, MULTIPLIER, nextSlipKey, SLIP_PREFIX } from './unit-hash.js';

/** The letters of a key are packed five bits each, the first of them highest. */
const LETTER_BITS = 5;
const LETTER = 31;
/** How many keys a word has: one for each letter that is left out, from the last one on. */
const KEYS = SLIP_PREFIX;
const LAST_GAP = SLIP_PREFIX - 1;
/** A line of the cache, in numbers and in bits. */
const LINE = 16;
const LINE_BITS = 512;
/** At most so many bits in a hundred of it are taken, on average: beginnings of names are not spread evenly. */
const MOST_TAKEN = 22;
/** A key has two bits in each of its lines. */
const BITS_OF_KEY = 2;
/** Keys of which a letter up to here is left out are asked about in the line of the later letters, and so is the first of all. */
export const LATER_GAPS = 3;
/** Where in a key the two numbers of nine bits stand that name its bits in a line. */
export const [FIRST_BIT, SECOND_BIT] = [23, 14];
/** Spreads the lines of later letters otherwise than those of the first four. */
export const LATER_MULTIPLIER = 0x85ebca6b | 0;

/** The keys of a name in the order of `KEYS`, and the six letters each is made of. */
export interface SlipKeys {
  readonly keys: Int32Array;
  readonly spelt: Int32Array;
}

/**
 * A word and a slip of it share a key. When the slip is behind the fourth letter, so that the word leaves out its fifth or a later
 * one, the four first letters of that key are the word's own: all such keys have their bits in one line. When it is before, the first
 * and the last three letters of the key are the word's first and its fifth to seventh: all these have theirs in another.
 */
export class SlipFilter extends Filter {
  /** How far a product is shifted to be the number of a line. */
  readonly shift: number;

  /** `sameFirst`: the first letter is never left out, so that names and words share it. */
  constructor(
    { keys, spelt }: SlipKeys,
    private readonly sameFirst: boolean,
  ) {
    const lines = Math.ceil(Math.log2(Math.max(1, (keys.length * 2 * BITS_OF_KEY * 100) / (MOST_TAKEN * LINE_BITS))));
    super(new Uint32Array(LINE << Math.max(1, lines)));
    this.shift = 32 - Math.max(1, lines);
    for (let i = 0; i < keys.length; i++) {
      const [key, letters, gap] = [keys[i] as number, spelt[i] as number, LAST_GAP - (i % KEYS)];
      if (sameFirst && gap === 0) continue;
      this.mark(this.firstLine(letters >>> (2 * LETTER_BITS)), key);
      if (gap === LAST_GAP || (gap > 0 && gap <= LATER_GAPS)) this.mark(this.laterLine(laterOf(letters)), key);
    }
  }

  /** Which keys of a word of at least six letters may be one of a name: a bit each, the lowest for the first letters as they are. */
  keysOf({ letters, length }: TokenWord): number {
    const four = packed(letters, 0, 4);
    const [first, key] = [this.firstLine(four), firstSlipKey(letters)];
    const found = this.has(first, key);
    return length < SLIP_PREFIX ? found : found | this.shorterKeys(letters, four, first, key);
  }

  private shorterKeys(letters: Uint16Array, four: number, first: number, firstKey: number): number {
    const later = this.laterLine((four & (LETTER << (3 * LETTER_BITS))) | packed(letters, 4, 3));
    let [key, found] = [firstKey, 0];
    for (let gap = LAST_GAP - 1, i = 1; gap > 0; gap--, i++) {
      key = nextSlipKey(key, letters, gap);
      found |= this.has(gap > LATER_GAPS ? first : later, key) << i;
    }
    if (this.sameFirst) return found;
    key = nextSlipKey(key, letters, 0);
    return found | (this.has(this.firstLine(packed(letters, 1, 4)), key) << LAST_GAP);
  }

  private has(line: number, key: number): number {
    const first = (this.filter[line + (key >>> (FIRST_BIT + 5))] as number) >>> (key >>> FIRST_BIT);
    const second = (this.filter[line + ((key >>> (SECOND_BIT + 5)) & (LINE - 1))] as number) >>> (key >>> SECOND_BIT);
    return first & second & 1;
  }

  private mark(line: number, key: number): void {
    const [first, second] = [line + (key >>> (FIRST_BIT + 5)), line + ((key >>> (SECOND_BIT + 5)) & (LINE - 1))];
    this.filter[first] = (this.filter[first] as number) | (1 << (key >>> FIRST_BIT));
    this.filter[second] = (this.filter[second] as number) | (1 << (key >>> SECOND_BIT));
  }

  /** Where the line of four first letters begins. */
  private firstLine(four: number): number {
    return (Math.imul(four, MULTIPLIER) >>> this.shift) * LINE;
  }

  private laterLine(four: number): number {
    return (Math.imul(four, LATER_MULTIPLIER) >>> this.shift) * LINE;
  }
}

/** The six letters of the key of which the last letter is left out. */
export function packedWithoutLast(letters: Uint16Array): number {
  return packed(letters, 0, LAST_GAP);
}

/** From the six letters of the key without letter `gap + 1` to those of the key without letter `gap`. */
export function packedWithNext(spelt: number, letters: Uint16Array, gap: number): number {
  const shift = (LAST_GAP - 1 - gap) * LETTER_BITS;
  return (spelt & ~(LETTER << shift)) | (((letters[gap + 1] as number) & LETTER) << shift);
}

function packed(letters: Uint16Array, from: number, count: number): number {
  let bits = 0;
  for (let i = from; i < from + count; i++) bits = (bits << LETTER_BITS) | ((letters[i] as number) & LETTER);
  return bits;
}

/** The first and the last three of six letters. */
function laterOf(six: number): number {
  return ((six >>> (2 * LETTER_BITS)) & (LETTER << (3 * LETTER_BITS))) | (six & 0x7fff);
}
