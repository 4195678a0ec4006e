/** The first look at a text: one tight loop over its UTF-8 bytes that folds, hashes and asks the filter at every letter. */

import { letterOfThree, letterOfTwo } from './beyond-ascii.js';
import * as b from './byte-kinds.js';
import { readByteWord } from './byte-word.js';
import type { CompiledWatches } from './compile-watches.js';
import { readSign } from './first-pass-signs.js';
import { type KeyIndex, type KeyFilter, FIRST_BIT, SECOND_BIT } from './key-index.js';
import type { SignReader } from './sign-reader.js';
import type { SlipGate } from './slip-gate.js';
import { putAstral, TokenWord } from './token-word.js';
import { MULTIPLIER, SLIP_PREFIX, STEM_SEED, step, hashOf } from './unit-hash.js';
import { WordLookup, type WordSink } from './word-lookup.js';
import { wordsInFull } from './words-in-full.js';

/** Own copies of imported numbers: the engine keeps those in registers, the imported ones it fetches at every letter. */
const KINDS = b.KINDS;
const CAPITALS = b.CAPITALS;
const LETTERS: number = b.FIRST_LETTER;
const SPACE: number = b.SPACE;
const DOT: number = b.DOT;
const TWO: number = b.TWO;
const THREE: number = b.THREE;
const FACTOR: number = MULTIPLIER;
const SEED: number = STEM_SEED;
const FIRST: number = FIRST_BIT;
const SECOND: number = SECOND_BIT;
/** Bytes beyond ASCII. */
const BEYOND = 0x80;
/** The first byte of three-byte code points. */
const THREE_FROM = 0xe0;
/** Words up to here are no slips of a name. */
const QUIET = SLIP_PREFIX - 2;
const LONGEST_TEXT = 65_536;
/** So many bytes behind a text may be looked at. */
const BEYOND_END = 16;
const encoder = new TextEncoder();

/** The loop of one set of watches, with its scratch. */
export class FirstPass implements WordSink, SignReader {
  private static readonly passes = new WeakMap<CompiledWatches, FirstPass>();
  /** The one asked last, which is nearly always the one asked next; looking it up would cost more than a short text. */
  private static latest: FirstPass | undefined;
  /** Where the word in hand began; what has been read of it lies between here and the place that is read. */
  begin = 0;
  /** Where a handle, tag or dotted word ended last. */
  nameEnd = -1;
  inLink = false;
  escaped = false;
  /** A word of a watch has been seen: nothing more need be read. */
  seen = false;
  private readonly lookup: WordLookup;
  private readonly stems: KeyIndex;
  private readonly halves: KeyFilter;
  private readonly slipGate: SlipGate;
  /** What `CAPITALS` must say of a word's first byte for slips and halves to be asked about: 0, 1, or never 2. */
  private readonly need: number;
  private word = new TokenWord();
  private previous = new TokenWord();
  private previousHash = 0;
  private hash: number = STEM_SEED;
  /** Its lowest bit is 1 once the filter has said "maybe". */
  private hot = 0;
  private scratch = new Uint8Array(4096);

  private constructor(private readonly compiled: CompiledWatches) {
    const { words } = compiled;
    this.lookup = new WordLookup(words);
    this.stems = words.table.stems;
    this.halves = words.table.halves;
    this.slipGate = words.table.slipGate;
    this.need = words.isWorthAsking(false) ? 0 : words.isWorthAsking(true) ? 1 : 2;
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
    if (text.length * 3 + BEYOND_END > this.scratch.length) this.scratch = new Uint8Array(text.length * 4 + BEYOND_END);
    const { written } = encoder.encodeInto(text, this.scratch);
    // What stood here before must not be taken for what follows.
    this.scratch.fill(b.SPACE, written, written + BEYOND_END);
    return this.bytes(this.scratch, 0, written, false);
  }

  /**
   * Whether the UTF-8 text `bytes[start..end)` may wake a watch. `escaped`: it is the inside of a JSON string, which may
   * also end before `end`, at the quote that closes it.
   */
  bytes(bytes: Uint8Array, start: number, end: number, escaped: boolean): boolean {
    this.seen = this.inLink = false;
    this.escaped = escaped;
    this.previousHash = 0;
    this.begin = start;
    this.nameEnd = -1;
    this.hash = STEM_SEED;
    this.hot = 0;
    let i = start;
    while (i < end) {
      i = this.letters(bytes, i, end);
      if (i < end && !this.seen) i = readSign(this, bytes, i, end);
      if (this.seen) return true;
      if (i < 0) return this.fully(bytes, start, end);
    }
    this.endWord(bytes, end);
    return this.seen;
  }

  /**
   * Takes letters and plain boundaries from `from` on and returns where something else stands. What stands at `end` is no
   * letter: the quote that closes the string, or a space that was put there.
   */
  private letters(bytes: Uint8Array, from: number, end: number): number {
    const { filter, shift } = this.stems;
    const isInLink = this.inLink;
    let { hash, hot, begin } = this;
    let i = from;
    while (i < end) {
      let unit = KINDS[bytes[i] as number] as number;
      for (; unit >= LETTERS; unit = KINDS[bytes[++i] as number] as number) {
        hash = Math.imul(hash ^ unit, FACTOR);
        const bits = filter[hash >>> shift] as number;
        hot |= (bits >>> (hash >>> FIRST)) & (bits >>> (hash >>> SECOND));
      }
      if (unit === 0 || (unit === DOT && i - begin > 1 && (bytes[i - 1] as number) < BEYOND)) {
        // No call in these loops but out of them: the engine then knows that nothing changes while they run.
        if ((hot & 1) !== 0 || (isInLink && (bytes[i] as number) <= SPACE) || this.isWorthAsking(bytes, begin, i, hash)) break;
        hash = SEED;
        hot = 0;
        begin = ++i;
      } else {
        unit = unit === TWO ? letterOfTwo(bytes, i) : unit === THREE ? letterOfThree(bytes, i) : 0;
        if (unit < LETTERS) break;
        hash = Math.imul(hash ^ unit, FACTOR);
        hot |= this.stems.mayHave(hash) ? 1 : 0;
        i += (bytes[i] as number) < THREE_FROM ? 2 : 3;
      }
    }
    this.hash = hash;
    this.hot = hot;
    this.begin = begin;
    return i;
  }

  /** Whether a word may be a slip of a name, or the first half of one, or the second. */
  private isWorthAsking(bytes: Uint8Array, begin: number, end: number, hash: number): boolean {
    if (this.previousHash !== 0) return true;
    if ((CAPITALS[bytes[begin] as number] as number) < this.need) return false;
    if (this.halves.mayHave(hash)) return true;
    if (end - begin <= QUIET) return false;
    return this.need === 0 || this.slipGate.mayHaveBytes(bytes, begin, end);
  }

  /** Ends the word in hand before `i`; the next may begin at `next`, which it returns. */
  boundary(bytes: Uint8Array, i: number, next: number): number {
    this.endWord(bytes, i);
    this.begin = next;
    return next;
  }

  private endWord(bytes: Uint8Array, i: number): void {
    const { begin, hash, hot } = this;
    if (begin < i && ((hot & 1) !== 0 || this.isWorthAsking(bytes, begin, i, hash))) this.end(bytes, begin, i, hash, hot);
    this.hash = STEM_SEED;
    this.hot = 0;
  }

  /** Asks about the word in `bytes[from..to)`. Of a very long one only the beginning is compared. */
  private end(bytes: Uint8Array, from: number, to: number, hash: number, hot: number): void {
    const { word, previous } = this;
    readByteWord(word, bytes, from, to);
    if (word.length === 0) return;
    if ((hot & 1) !== 0) this.lookup.stems(word, this.inLink, this);
    if (this.previousHash !== 0) this.lookup.halves(previous, word, this);
    this.lookup.slips(hash, word, this);
    this.previousHash = this.halves.mayHave(hash) ? hash : 0;
    if (this.previousHash === 0) return;
    this.word = previous;
    this.previous = word;
  }

  /** Asks about a dotted word such as a.c.m.e, which is a word like others. */
  dotted(bytes: Uint8Array, from: number, to: number): void {
    readByteWord(this.word, bytes, from, to);
    this.end(bytes, from, to, hashOf(this.word.letters, this.word.length), 1);
  }

  /** Asks about a part, or the whole, of a handle or tag. */
  named(bytes: Uint8Array, from: number, to: number, whole: boolean): void {
    this.previousHash = 0;
    const isAsked = to - from > QUIET && this.isWorthAsking(bytes, from, to, SEED);
    if (!isAsked && !this.mayBegin(bytes, from, to)) return;
    readByteWord(this.word, bytes, from, to, whole);
    const hash = this.lookup.stems(this.word, true, this);
    this.lookup.slips(hash, this.word, this);
  }

  /** Whether a name may begin with a word of a watch; yes when not all of it is of one byte each. */
  private mayBegin(bytes: Uint8Array, from: number, to: number): boolean {
    let hash = SEED;
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number;
      const unit = KINDS[byte] as number;
      if (byte >= BEYOND) return true;
      if (unit === DOT) continue;
      hash = step(hash, unit < LETTERS ? byte : unit);
      if (this.stems.mayHave(hash)) return true;
    }
    return false;
  }

  /** Asks about a sign that is a word by itself and one unit of the folded text: an ideograph, a dingbat. */
  single(unit: number): void {
    this.previousHash = 0;
    if (!this.stems.mayHave(step(STEM_SEED, unit))) return;
    this.word.letters[0] = unit;
    this.sign(1);
  }

  /** The same of an emoji beyond the basic plane, or of two halves of a flag. */
  emoji(codePoint: number, second: number): void {
    const { letters } = this.word;
    this.previousHash = 0;
    const length = second === 0 ? 2 : 4;
    putAstral(letters, 0, codePoint);
    if (second !== 0) putAstral(letters, 2, second);
    if (this.stems.mayHave(hashOf(letters, length))) this.sign(length);
  }

  private sign(length: number): void {
    this.word.length = length;
    this.word.apostrophe = 0;
    this.lookup.stems(this.word, true, this);
  }

  /** Reads the text by the rules of `matchPost`. */
  private fully(bytes: Uint8Array, start: number, end: number): boolean {
    return wordsInFull(this.compiled.words, bytes, start, end, this.escaped).some((word) => this.compiled.telling[word] === 1);
  }
}
