/** The names that forgive slips, with what tells in one look at the memory that a token is none of them. */

import { GrowingList } from './growing-list.js';
import type { TokenWord } from './token-word.js';

/** Numbers of a name: its entry, which letters it has, how many they are. */
const NUMBERS = 3;
/** The slips that are forgiven stand below the length. */
const SLIP_BITS = 2;

export class ForgivingNames {
  private readonly numbers = new GrowingList(Uint32Array);
  private names: Uint32Array = new Uint32Array(0);

  /** Adds the name of an entry and returns its number among these. */
  add(entry: number, name: string, slips: number): number {
    this.numbers.push(entry);
    this.numbers.push(lettersOf(name));
    this.numbers.push((name.length << SLIP_BITS) | slips);
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

  /** Whether a token, whose letters are noted, is long enough to be the name with slips, and lacks no more letters than slips can lose. */
  mayBe(name: number, word: TokenWord): boolean {
    const form = this.names[name * NUMBERS + 2] as number;
    const slips = form & ((1 << SLIP_BITS) - 1);
    if (word.length + slips < form >>> SLIP_BITS) return false;
    let lost = 0;
    for (let left = (this.names[name * NUMBERS + 1] as number) & ~word.letterSet; left !== 0; left &= left - 1) lost += 1;
    return lost <= slips;
  }
}

function lettersOf(name: string): number {
  let letters = 0;
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) & 31);
  return letters;
}
