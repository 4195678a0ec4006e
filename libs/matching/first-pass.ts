/** The first look at a text: one tight loop over its UTF-8 bytes that folds, hashes and asks the bitmap at every letter. */

import * as b from './byte-kinds.js';
import type { CompiledWatches } from './compile-watches.js';
import { DROP, foldedUnit, SEVERAL } from './fold-table.js';
import { TokenWord } from './token-word.js';
import * as c from './unit-class.js';
import { MAX_WORD, MULTIPLIER, SLIP_PREFIX, STEM_SEED } from './unit-hash.js';
import { WordLookup, type WordSink } from './word-lookup.js';
import { wordsInFull } from './words-in-full.js';

/** Own copies of imported numbers: the engine keeps those in registers, the imported ones it fetches at every letter. */
const OWN_KINDS = b.KINDS;
const LETTERS: number = b.FIRST_LETTER;
const LONGEST: number = MAX_WORD;
const FACTOR: number = MULTIPLIER;
const SEED: number = STEM_SEED;
/** Words up to here are no slips of a name. */
const QUIET = SLIP_PREFIX - 2;
const LONGEST_TEXT = 65_536;
const encoder = new TextEncoder();

/** The loop of one set of watches, with its scratch. */
export class FirstPass implements WordSink {
  private static readonly passes = new WeakMap<CompiledWatches, FirstPass>();
  /** The one asked last, which is nearly always the one asked next; looking it up would cost more than a short text. */
  private static latest: FirstPass | undefined;
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
    if (FirstPass.latest?.compiled === compiled) return FirstPass.latest;
    const pass = FirstPass.passes.get(compiled) ?? new FirstPass(compiled);
    FirstPass.passes.set(compiled, pass);
    return (FirstPass.latest = pass);
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
    const { stems, halves } = this.compiled.words.table;
    const { bitmap, shift } = stems;
    let { letters } = this.word;
    let { hash, length, hot } = this;
    let i = from;
    if (length === 0) this.start = from;
    for (; i < end; i++) {
      const unit = OWN_KINDS[bytes[i] as number] as number;
      if (unit >= LETTERS) {
        if (length < LONGEST) letters[length] = unit;
        length += 1;
        hash = Math.imul(hash ^ unit, FACTOR);
        hot |= (bitmap[(hash >>> shift) >>> 5] as number) & (1 << (hash >>> shift));
      } else if (unit !== 0 || this.inName || this.inLink) break;
      else {
        if ((hot | this.previousHash) !== 0 || length > QUIET || halves.mayHave(hash)) {
          this.word.capital = b.mayBeCapital(bytes[this.start] as number);
          if (length > 0) this.end(length, hash, hot);
          letters = this.word.letters;
        }
        hash = SEED;
        length = hot = 0;
        this.start = i + 1;
      }
    }
    this.keep(hash, length, hot);
    return i;
  }

  private keep(hash: number, length: number, hot: number): void {
    this.hash = hash;
    this.length = length;
    this.hot = hot;
  }

  /** Takes what is no ASCII letter and returns where to go on, or -1 when the full rules are needed. */
  private sign(bytes: Uint8Array, i: number): number {
    const kind = b.KINDS[bytes[i] as number] as number;
    if (kind === b.BEYOND) return this.beyond(bytes, i);
    if (kind === b.APOSTROPHE) {
      this.word.apostrophe = this.length;
      return i + 1;
    }
    if (kind === b.AMPERSAND || (kind === b.DOT && this.length === 1 && !this.inLink && b.isDotted(bytes, i))) return -1;
    this.endWord();
    if (kind === b.NAME_SIGN) {
      this.inName = true;
      // A sign with no name behind it, or within a link, is read in many ways: that is for the full rules.
      const named = (b.KINDS[bytes[i + 1] as number] as number) >= LETTERS;
      return !named || this.inLink || b.hasCapitalInside(bytes, i + 1) ? -1 : i + 1;
    }
    if (kind === b.BACKSLASH && this.escaped) return this.escape(bytes, i);
    if (kind === b.COLON && bytes[i + 1] === b.SLASH) this.inLink = true;
    if ((bytes[i] as number) <= b.SPACE) this.inLink = this.inName = false;
    return i + 1;
  }

  /** Only an escaped white space ends a name or link, as it does unescaped; an escaped quote, slash or backslash does not. */
  private escape(bytes: Uint8Array, i: number): number {
    const sign = bytes[i + 1];
    if (sign !== b.SLASH && sign !== b.BACKSLASH_BYTE && sign !== b.QUOTE_BYTE) this.inLink = this.inName = false;
    return bytes[i + 1] === b.LOWER_U ? -1 : i + 2;
  }

  /** Takes one code point beyond ASCII. */
  private beyond(bytes: Uint8Array, i: number): number {
    const first = bytes[i] as number;
    if (first >= 0xf0 || first < 0xc2 || this.inName) return this.astral(bytes, i);
    const length = first >= 0xe0 ? 3 : 2;
    const codePoint = b.shortCodePoint(bytes, i, length);
    const folded = codePoint === b.OVERRIDE ? SEVERAL : foldedUnit(codePoint);
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
    const codePoint = b.longCodePoint(bytes, i);
    if ((bytes[i] as number) < 0xf0 || codePoint < b.FIRST_EMOJI || codePoint > b.LAST_EMOJI) return -1;
    if (!b.isSkinTone(codePoint)) this.alone(0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + (codePoint & 0x3ff));
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
    this.previousHash = this.compiled.words.table.halves.mayHave(hash) ? hash : 0;
    if (this.previousHash !== 0) {
      this.word = previous;
      this.previous = word;
    }
    this.begin();
  }

  /** Reads the text by the rules of `matchPost`. */
  private fully(bytes: Uint8Array, start: number, end: number): boolean {
    return wordsInFull(this.compiled.words, bytes.subarray(start, end), this.escaped).some(
      (word) => this.compiled.telling[word] === 1,
    );
  }
}
