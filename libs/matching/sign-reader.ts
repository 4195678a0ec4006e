/** What reading a sign may ask of, and change in, the pass that reads: its place, and the words it has come to. */
export interface SignReader {
  /** Where the word in hand began. */
  begin: number;
  /** Where a handle, tag or dotted word ended last. */
  nameEnd: number;
  inLink: boolean;
  readonly escaped: boolean;
  /** A word of a watch has been seen: nothing more need be read. */
  readonly seen: boolean;
  /** Ends the word in hand before `i`; the next may begin at `next`, which it returns. */
  boundary(bytes: Uint8Array, i: number, next: number): number;
  /** Asks about a dotted word such as a.c.m.e. */
  dotted(bytes: Uint8Array, from: number, to: number): void;
  /** Asks about a sign that is a word by itself and one unit of the folded text. */
  single(unit: number): void;
  /** Asks about a handle, a tag, or a part of one. */
  named(bytes: Uint8Array, from: number, to: number, isHandle: boolean): void;
  /** The same of an emoji beyond the basic plane, or of two halves of a flag. */
  emoji(codePoint: number, second: number): void;
}
