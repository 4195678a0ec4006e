/** How words begin: their first four letters as a number of twenty bits, and which of these numbers some word of a watch has. */

/** Each letter stands by the lowest five bits of its folded code, in which capitals are as small letters. */
export const LETTER_BITS = 5;
export const LETTER = 31;
const FOUR = 4;

/** The first four of `length` letters as one number; a place without a letter counts as 0. */
export function codeOfFour(letters: Uint16Array, from: number, length: number): number {
  let code = 0;
  for (let i = 0; i < FOUR; i++) code = (code << LETTER_BITS) | (i < length ? (letters[from + i] as number) & LETTER : 0);
  return code;
}

/** How many codes a stem of so many letters begins, from its own on: what follows one of fewer than four may be anything. */
export function codesOf(length: number): number {
  return 1 << (Math.max(0, FOUR - length) * LETTER_BITS);
}

/** The code of three letters that are all of a token: the first half of a name in two words may be as short. */
export function codeOfThree(code: number): number {
  return code & ~LETTER;
}

/** Where the letters of each stem are in a pool of letters. */
export interface Stems {
  readonly start: Uint32Array;
  readonly length: Uint8Array;
  readonly pool: Uint16Array;
}

/** Says of a token whether any entry may begin it, or be begun by it. Most tokens are turned away here, without being hashed. */
export class WordStarts {
  private readonly bits = new Uint32Array((1 << (FOUR * LETTER_BITS)) / 32);

  constructor({ start, length, pool }: Stems) {
    for (let entry = 0; entry < start.length; entry++) {
      const letters = length[entry] as number;
      const code = codeOfFour(pool, start[entry] as number, letters);
      for (let other = codesOf(letters) - 1; other >= 0; other--) this.mark(code + other);
      this.mark(codeOfThree(code));
    }
  }

  /** Whether a token of these letters may be of use. */
  mayBegin(letters: Uint16Array, length: number): boolean {
    const code = codeOfFour(letters, 0, length);
    return (((this.bits[code >>> 5] as number) >>> code) & 1) !== 0;
  }

  private mark(code: number): void {
    this.bits[code >>> 5] = (this.bits[code >>> 5] as number) | (1 << code);
  }
}
