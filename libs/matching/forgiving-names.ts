/** The names that forgive slips, with what tells in one look at the memory that a token is none of them. */

import { GrowingList } from './growing-list.js';
import type { TokenWord } from './token-word.js';
import { SLIP_PREFIX } from './unit-hash.js';

/** Numbers of a name: its entry, which letters it has, how many they are, its first six letters, and its seventh to twelfth. */
const NUMBERS = 5;
/** The slips that are forgiven stand below the length. */
const SLIP_BITS = 2;
const LETTER_BITS = 5;
const LETTER = 31;
const SIX = 6;

export class ForgivingNames {
  private readonly numbers = new GrowingList(Uint32Array);
  private names: Uint32Array = new Uint32Array(0);

  /** Adds the name of an entry and returns its number among these. */
  add(entry: number, name: string, slips: number): number {
    this.numbers.push(entry);
    this.numbers.push(lettersOf(name));
    this.numbers.push((name.length << SLIP_BITS) | slips);
    this.numbers.push(packed(name, 0));
    this.numbers.push(packed(name, SIX));
    return this.numbers.length / NUMBERS - 1;
  }

  finish(): this {
    this.names = this.numbers.finish();
    return this;
  }

  /** The entry of a name. */
  entryOf(name: number): number {
    return this.names[name * NUMBERS] as number;
  }

  /**
   * Whether a token, whose letters are noted, may be a name with slips: long enough, lacking no more letters than slips can lose, and
   * going on like it behind the first letters when these have a slip already and there is only one.
   */
  mayBe(name: number, word: TokenWord): boolean {
    const form = this.names[name * NUMBERS + 2] as number;
    const slips = form & ((1 << SLIP_BITS) - 1);
    const length = form >>> SLIP_BITS;
    if (word.length + slips < length) return false;
    let lost = 0;
    for (let left = (this.names[name * NUMBERS + 1] as number) & ~word.letterSet; left !== 0; left &= left - 1) lost += 1;
    return lost <= slips && (slips > 1 || length <= SLIP_PREFIX || this.goesOn(name, length, word));
  }

  private goesOn(name: number, length: number, { letters, length: tokenLength }: TokenWord): boolean {
    const tail = this.names[name * NUMBERS + 4] as number;
    const most = Math.min(length, 2 * SIX);
    for (let shift = -1; shift <= 1; shift++) {
      let i = SLIP_PREFIX;
      while (i < most && i + shift < tokenLength && letterAt(tail, i - SIX) === ((letters[i + shift] as number) & LETTER)) i++;
      if (i === most) return true;
    }
    // The slip may be behind the first letters.
    const head = this.names[name * NUMBERS + 3] as number;
    for (let i = 0; i < SIX; i++) if (letterAt(head, i) !== ((letters[i] as number) & LETTER)) return false;
    return true;
  }
}

/** The lowest five bits of six letters from `from` on. */
function packed(name: string, from: number): number {
  let bits = 0;
  for (let i = SIX - 1; i >= 0; i--) bits = (bits << LETTER_BITS) | (name.charCodeAt(from + i) & LETTER);
  return bits;
}

function letterAt(bits: number, i: number): number {
  return (bits >>> (i * LETTER_BITS)) & LETTER;
}

function lettersOf(name: string): number {
  let letters = 0;
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) & LETTER);
  return letters;
}
