/** The letters of the token in hand, without apostrophes and dots: one scratch that every look-up reads. */

import { unitsToString } from './fold.js';
import { MAX_WORD } from './unit-hash.js';

const APOSTROPHE = 0x27;
const DOT = 0x2e;

export class TokenWord {
  readonly letters = new Uint16Array(MAX_WORD * 2);
  length = 0;
  /** How many letters stand before the last apostrophe, 0 for none. */
  apostrophe = 0;
  /** Whether it begins with a capital, or with a letter that may be one. */
  capital = true;
  /** Which letters it has, a bit for each; filled by `noteLetters`. */
  letterSet = 0;

  /** The post's language, whose endings are tried first. */
  lang = '';

  /** Reads the units of one token; letters past `MAX_WORD` are left out. */
  read(units: Uint16Array, start: number, end: number): void {
    this.length = 0;
    this.apostrophe = 0;
    this.append(units, start, end);
  }

  /** Adds the next token's letters, for a name written apart. */
  append(units: Uint16Array, start: number, end: number): void {
    let length = this.length;
    for (let i = start; i < end && length < MAX_WORD; i++) {
      const unit = units[i] as number;
      if (unit === APOSTROPHE) this.apostrophe = length;
      else if (unit !== DOT) this.letters[length++] = unit;
    }
    this.length = length;
  }

  noteLetters(): void {
    let set = 0;
    for (let i = 0; i < this.length; i++) set |= 1 << ((this.letters[i] as number) & 31);
    this.letterSet = set;
  }

  /** The letters from `start` on as a string. */
  tail(start: number): string {
    return unitsToString(this.letters, start, this.length);
  }
}

/** Writes a code point beyond the basic plane as its two units. */
export function putAstral(letters: Uint16Array, at: number, codePoint: number): void {
  letters[at] = 0xd800 + ((codePoint - 0x10000) >> 10);
  letters[at + 1] = 0xdc00 + (codePoint & 0x3ff);
}
