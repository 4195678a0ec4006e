/** A small first look for slips among very many names: most words are turned away here, without asking the large table. */

import { FIRST_LETTER, KINDS as BYTE_KINDS } from './byte-kinds.js';

/** Twenty bits: five of each of four letters. */
const WORDS = 1 << 15;
const LETTER = 31;
/** Letters that are looked at. */
const GATED = 8;
const KINDS = BYTE_KINDS;
const LETTERS: number = FIRST_LETTER;

/**
 * A slip in the fifth letter or later leaves the first four as they are; one before leaves the fifth to seventh, perhaps a
 * place off. The first letter is always asked for. Folded letters stand by their lowest five bits, in which words that
 * people use lie close together: the parts that are asked about stay in the processor's cache.
 */
export class SlipGate {
  private readonly starts = new Uint32Array(WORDS);
  private readonly later = new Uint32Array(WORDS);

  /** Lets slips of a name through; it has at least seven letters. */
  add(letters: Uint16Array): void {
    const first = ((letters[0] as number) & LETTER) << 15;
    mark(this.starts, first | three(letters, 1));
    // The fourth and fifth letter swapped.
    mark(this.starts, first | (three(letters, 1) & ~LETTER) | ((letters[4] as number) & LETTER));
    mark(this.later, first | three(letters, 4));
  }

  /** Whether `length` letters from `from` on, at least six, may be a slip of a name. ASCII may stand in capitals or small. */
  mayHave(letters: Uint16Array | Uint8Array, from: number, length: number): boolean {
    const first = ((letters[from] as number) & LETTER) << 15;
    if (has(this.starts, first | three(letters, from + 1)) || has(this.later, first | three(letters, from + 3))) return true;
    if (length > 6 && has(this.later, first | three(letters, from + 4))) return true;
    return length > 7 && has(this.later, first | three(letters, from + 5));
  }

  /** The same of the bytes of a word; yes when its first letters are not of one byte each. */
  mayHaveBytes(bytes: Uint8Array, from: number, to: number): boolean {
    for (let i = from; i < to && i < from + GATED; i++) if ((KINDS[bytes[i] as number] as number) < LETTERS) return true;
    return this.mayHave(bytes, from, to - from);
  }
}

function three(letters: Uint16Array | Uint8Array, at: number): number {
  const [a, b, c] = [letters[at] as number, letters[at + 1] as number, letters[at + 2] as number];
  return ((a & LETTER) << 10) | ((b & LETTER) << 5) | (c & LETTER);
}

function mark(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << at);
}

function has(bits: Uint32Array, at: number): boolean {
  return (((bits[at >>> 5] as number) >>> at) & 1) !== 0;
}
