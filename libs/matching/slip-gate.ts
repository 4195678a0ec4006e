/** A small first look for slips: most words are turned away here, without asking the large table. */

/** Twenty bits: five of each of four letters. */
const FOUR_LETTERS = 1 << 15;
const LETTER = 31;
/** Letters that are looked at. */
export const SLIP_GATE_LETTERS = 8;
/** From here on slips and names in two words are only looked for where a word has a capital. */
export const MANY_NAMES = 2_000;

/**
 * A slip in the fifth letter or later leaves the first four as they are; one before leaves the fifth to seventh, perhaps a
 * place off. Among many names the first letter is always asked for. Folded letters stand by their lowest five bits, in which
 * words that people use lie close together: the parts that are asked about stay in the processor's cache.
 */
export class SlipGate {
  readonly starts = new Uint32Array(FOUR_LETTERS);
  readonly later = new Uint32Array(FOUR_LETTERS);
  /** Of few names: the fourth to seventh letter of a word that may be a slip in the first four; 0 where a word has six. */
  readonly ends = new Uint32Array(FOUR_LETTERS);
  /** Names that were added. */
  count = 0;

  /** Lets slips of a name through; it has at least seven letters. */
  add(letters: Uint16Array): void {
    this.count += 1;
    if (this.count <= MANY_NAMES) this.addEnds(letters);
    const first = ((letters[0] as number) & LETTER) << 15;
    mark(this.starts, first | three(letters, 1));
    // The fourth and fifth letter swapped.
    mark(this.starts, first | (three(letters, 1) & ~LETTER) | ((letters[4] as number) & LETTER));
    mark(this.later, first | three(letters, 4));
  }

  /**
   * Whether `length` letters from `from` on, at least six, may be a slip of one of many names. ASCII may stand in capitals or
   * small, and of more than eight letters the others need not be there.
   */
  mayBeOfMany(letters: Uint16Array | Uint8Array, from: number, length: number): boolean {
    const first = ((letters[from] as number) & LETTER) << 15;
    if (has(this.starts, first | three(letters, from + 1)) || has(this.later, first | three(letters, from + 3))) return true;
    if (length > 6 && has(this.later, first | three(letters, from + 4))) return true;
    return length > 7 && has(this.later, first | three(letters, from + 5));
  }

  /** The same of one of few names, where the first letter may be wrong as well. */
  mayBeOfFew(letters: Uint16Array | Uint8Array, from: number, length: number): boolean {
    const first = ((letters[from] as number) & LETTER) << 15;
    if (has(this.starts, first | three(letters, from + 1))) return true;
    return has(this.ends, (three(letters, from + 3) << 5) | (length > 6 ? (letters[from + 6] as number) & LETTER : 0));
  }

  /**
   * A word and a slip of it are the same six of their first seven letters. Where the first four are not the same, the name's
   * last three are three of the word's last four, or the word's last three are three of the name's last four.
   */
  private addEnds(letters: Uint16Array): void {
    const letter = (i: number): number => (letters[i] as number) & LETTER;
    const [a, b, c, d] = [letter(3), letter(4), letter(5), letter(6)];
    for (let any = 0; any <= LETTER; any++) {
      mark(this.ends, four(any, b, c, d));
      mark(this.ends, four(any, a, c, d));
      mark(this.ends, four(any, a, b, d));
      mark(this.ends, four(any, a, b, c));
      mark(this.ends, four(b, any, c, d));
      mark(this.ends, four(b, c, any, d));
      mark(this.ends, four(b, c, d, any));
    }
  }
}

function four(a: number, b: number, c: number, d: number): number {
  return (a << 15) | (b << 10) | (c << 5) | d;
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
