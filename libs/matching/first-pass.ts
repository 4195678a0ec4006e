/** The first look at a text: one tight loop over its UTF-8 bytes that folds, hashes and asks the bitmap at every letter. */

import {
  shortCodePoint,
  isSkinTone,
  longCodePoint,
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BEYOND,
  BOUNDARY,
  COLON,
  DOT,
  FIRST_EMOJI,
  FIRST_LETTER,
  isCapital,
  isNamePart,
  KINDS,
  LAST_EMOJI,
  LOWER_U,
  mayBeCapital,
  NAME_SIGN,
  OVERRIDE,
  SLASH,
  SPACE,
} from './byte-kinds.js';
import type { CompiledWatches } from './compile-watches.js';
import { DROP, foldedUnit, SEVERAL } from './fold-table.js';
import { TokenWord } from './token-word.js';
import * as c from './unit-class.js';
import { MAX_WORD, MULTIPLIER, STEM_SEED } from './unit-hash.js';
import { WordLookup, type WordSink } from './word-lookup.js';
import { wordsInFull } from './words-in-full.js';

const LONGEST_TEXT = 65_536;
const encoder = new TextEncoder();

/** The loop of one set of watches, with its scratch. */
export class FirstPass implements WordSink {
  private static readonly passes = new WeakMap<CompiledWatches, FirstPass>();
  private readonly lookup: WordLookup;
  private word = new TokenWord();
  private previous = new TokenWord();
  private previousHash = 0;
  private hash: number = STEM_SEED;
  private length = 0;
  /** Not 0 once the bitmap has said "maybe". */
  private hot = 0;
  /** Where the word in hand began. */
  private start = 0;
  private seen = false;
  private inName = false;
  private inLink = false;
  private escaped = false;
  private scratch = new Uint8Array(4096);

  private constructor(private readonly compiled: CompiledWatches) {
    this.lookup = new WordLookup(compiled.words);
  }

  /** The first pass of these watches, made once. */
  static of(compiled: CompiledWatches): FirstPass {
    const pass = FirstPass.passes.get(compiled) ?? new FirstPass(compiled);
    FirstPass.passes.set(compiled, pass);
    return pass;
  }

  found(number: number): void {
    if (this.compiled.telling[number] === 1) this.seen = true;
  }

  /** Whether a text may wake a watch. Very long texts are not worth a first look: yes. */
  text(text: string): boolean {
    if (text.length > LONGEST_TEXT) return true;
    if (text.length * 3 > this.scratch.length) this.scratch = new Uint8Array(text.length * 4);
    const { written } = encoder.encodeInto(text, this.scratch);
    return this.bytes(this.scratch, 0, written, false);
  }

  /** Whether the UTF-8 `bytes[start..end)`, the inside of a JSON string when `escaped`, may wake a watch. */
  bytes(bytes: Uint8Array, start: number, end: number, escaped: boolean): boolean {
    this.seen = this.inName = this.inLink = false;
    this.escaped = escaped;
    this.previousHash = 0;
    this.start = start;
    this.begin();
    for (let i = start; i < end && !this.seen;) {
      i = this.words(bytes, i, end);
      if (i < end) i = this.sign(bytes, i);
      if (i < 0) return this.fully(bytes, start, end);
    }
    this.endWord();
    return this.seen;
  }

  private begin(): void {
    this.hash = STEM_SEED;
    this.length = this.hot = this.word.apostrophe = 0;
  }

  /** Takes ASCII letters and plain boundaries from `i` on and returns where something else stands. */
  private words(bytes: Uint8Array, from: number, end: number): number {
    const { bitmap, shift } = this.compiled.words.table.stems;
    let { letters } = this.word;
    let { hash, length, hot } = this;
    let i = from;
    if (length === 0) this.start = from;
    for (; i < end; i++) {
      const unit = KINDS[bytes[i] as number] as number;
      if (unit >= FIRST_LETTER) {
        if (length < MAX_WORD) letters[length] = unit;
        length += 1;
        hash = Math.imul(hash ^ unit, MULTIPLIER);
        hot |= (bitmap[(hash >>> shift) >>> 5] as number) & (1 << (hash >>> shift));
      } else if (unit !== BOUNDARY || this.inName || this.inLink) break;
      else {
        if (length > 0) {
          this.word.capital = mayBeCapital(bytes[this.start] as number);
          this.end(length, hash, hot);
          hash = STEM_SEED;
          length = hot = 0;
          letters = this.word.letters;
        }
        this.start = i + 1;
      }
    }
    this.hash = hash;
    this.length = length;
    this.hot = hot;
    return i;
  }

  /** Takes what is no ASCII letter and returns where to go on, or -1 when the full rules are needed. */
  private sign(bytes: Uint8Array, i: number): number {
    const kind = KINDS[bytes[i] as number] as number;
    if (kind === BEYOND) return this.beyond(bytes, i);
    if (kind === APOSTROPHE) {
      this.word.apostrophe = this.length;
      return i + 1;
    }
    if (kind === AMPERSAND || (kind === DOT && this.isDotted(bytes, i))) return -1;
    this.endWord();
    if (kind === NAME_SIGN) return this.enterName(bytes, i);
    if (kind === BACKSLASH && this.escaped) return this.escape(bytes, i);
    if (kind === COLON && bytes[i + 1] === SLASH) this.inLink = true;
    if ((bytes[i] as number) <= SPACE) this.inLink = this.inName = false;
    return i + 1;
  }

  private escape(bytes: Uint8Array, i: number): number {
    if (bytes[i + 1] !== SLASH) this.inLink = this.inName = false;
    return bytes[i + 1] === LOWER_U ? -1 : i + 2;
  }

  /** Capitals inside a handle or tag begin words of their own: left to the full rules. */
  private enterName(bytes: Uint8Array, sign: number): number {
    this.inName = true;
    for (let i = sign + 2; isNamePart(bytes[i] as number); i++) if (isCapital(bytes[i] as number)) return -1;
    return sign + 1;
  }

  /** `a.c` may be the start of A.C.M.E., which is one word. */
  private isDotted(bytes: Uint8Array, i: number): boolean {
    if (this.length !== 1 || this.inLink) return false;
    const next = KINDS[bytes[i + 1] as number] as number;
    const then = KINDS[bytes[i + 2] as number] as number;
    return next === BEYOND || (next >= FIRST_LETTER && then < FIRST_LETTER);
  }

  /** Takes one code point beyond ASCII. */
  private beyond(bytes: Uint8Array, i: number): number {
    const first = bytes[i] as number;
    if (first >= 0xf0 || first < 0xc2 || this.inName) return this.astral(bytes, i);
    const length = first >= 0xe0 ? 3 : 2;
    const codePoint = shortCodePoint(bytes, i, length);
    const folded = codePoint === OVERRIDE ? SEVERAL : foldedUnit(codePoint);
    if (folded === DROP) return i + length;
    return folded !== SEVERAL && this.unit(folded) ? i + length : -1;
  }

  /** Takes a folded unit; false when the full rules are needed. */
  private unit(folded: number): boolean {
    const kind = c.unitClass(folded);
    if (kind === c.LETTER) this.push(folded);
    else if (kind === c.APOSTROPHE) this.word.apostrophe = this.length;
    else if (kind === c.SINGLE) this.alone(folded, 0);
    else if (kind === c.SPACE || kind === c.HYPHEN) {
      this.endWord();
      if (kind === c.SPACE) this.inLink = false;
    } else return false;
    return true;
  }

  /** Emoji are words by themselves; letters and flags beyond the basic plane are left to the full rules. */
  private astral(bytes: Uint8Array, i: number): number {
    const codePoint = longCodePoint(bytes, i);
    if ((bytes[i] as number) < 0xf0 || codePoint < FIRST_EMOJI || codePoint > LAST_EMOJI) return -1;
    if (!isSkinTone(codePoint)) this.alone(0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + (codePoint & 0x3ff));
    return i + 4;
  }

  private alone(unit: number, second: number): void {
    this.endWord();
    this.push(unit);
    if (second !== 0) this.push(second);
    this.endWord();
  }

  private push(unit: number): void {
    if (this.length < MAX_WORD) this.word.letters[this.length] = unit;
    this.length += 1;
    this.hash = Math.imul(this.hash ^ unit, MULTIPLIER);
    if (this.compiled.words.table.stems.mayHave(this.hash)) this.hot = 1;
  }

  private endWord(): void {
    this.word.capital = true;
    if (this.length > 0) this.end(this.length, this.hash, this.hot);
  }

  /** Asks about the word in hand. Of a very long one only the beginning is compared. */
  private end(length: number, hash: number, hot: number): void {
    const { word, previous } = this;
    word.length = Math.min(length, MAX_WORD);
    if (hot !== 0) this.lookup.stems(word, this.inName || this.inLink, this);
    if (this.previousHash !== 0) this.lookup.halves(this.previousHash, previous, word, this);
    this.lookup.slips(hash, word, this);
    this.previousHash = hash;
    this.word = previous;
    this.previous = word;
    this.begin();
  }

  /** Reads the text by the rules of `matchPost`. */
  private fully(bytes: Uint8Array, start: number, end: number): boolean {
    return wordsInFull(this.compiled.words, bytes.subarray(start, end), this.escaped).some(
      (word) => this.compiled.telling[word] === 1,
    );
  }
}
