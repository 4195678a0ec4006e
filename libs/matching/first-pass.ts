/** The first look at a text: one tight loop over its UTF-8 bytes that finds the words and asks by their first letters. */

import * as b from './byte-kinds.js';
import { readByteWord, readFirstLetters } from './byte-word.js';
import type { CompiledWatches } from './compile-watches.js';
import { readSign } from './first-pass-signs.js';
import { stringAfter } from './json-string.js';
import type { KeyFilter, KeyIndex } from './key-index.js';
import type { SignReader } from './sign-reader.js';
import type { SlipFilter } from './slip-filter.js';
import { SLIP_GATE_LETTERS, type SlipGate } from './slip-gate.js';
import { putAstral, TokenWord } from './token-word.js';
import { hashOf, SLIP_PREFIX, STEM_SEED, step } from './unit-hash.js';
import { NONE, PERHAPS, TEXT, UNASKED } from './wasm/layout.js';
import { Engine, type SoughtKey } from './wasm/engine.js';
import { WordGate } from './word-gate.js';
import { WordLookup, type WordSink } from './word-lookup.js';
import { wordsInFull } from './words-in-full.js';

const CAPITALS = b.CAPITALS;
/** Words up to here are no slips of a name. */
const QUIET = SLIP_PREFIX - 2;
const UNREAD = -1;

/** The loop of one set of watches, with its scratch. */
export class FirstPass implements WordSink, SignReader {
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
  private readonly engine: Engine;
  readonly gate: WordGate;
  readonly slipGate: SlipGate;
  readonly slips: SlipFilter;
  private readonly hasMany: boolean;
  /** What `CAPITALS` must say of a word's first byte for slips and halves to be asked about: 0, 1, or never 2. */
  readonly need: number;
  private word = new TokenWord();
  private previous = new TokenWord();
  private previousHash = 0;
  /** What the engine knows of the word in hand. */
  private known = UNASKED;
  /** What the gates said of the word in hand: the least length of its stem, 0 for none, and whether it may be a slip. */
  private least = 0;
  private maySlip = false;
  /** Which keys of a slip it has, `UNREAD` when only the gates were asked. */
  private slipKeys = UNREAD;
  private saidYes = false;
  private readonly firstLetters = new Uint16Array(SLIP_GATE_LETTERS);

  /** `leave` is called when its memory went to another: it must not be asked any more. */
  constructor(
    private readonly compiled: CompiledWatches,
    leave: () => void,
  ) {
    const { words } = compiled;
    this.lookup = new WordLookup(words);
    this.stems = words.table.stems;
    this.halves = words.table.halves;
    this.engine = new Engine(words.table, leave);
    this.gate = new WordGate(words.table.entries, compiled.telling, this.engine.groups);
    this.slipGate = words.table.slipGate;
    this.slips = words.table.slips.filter;
    this.hasMany = words.hasMany;
    this.need = words.isWorthAsking(false) ? 0 : words.isWorthAsking(true) ? 1 : 2;
    this.engine.fill(this.gate, this.need);
  }

  /** Its memory is kept for it a while longer. */
  touch(): void {
    this.engine.touch();
  }

  found(number: number): void {
    if (this.compiled.telling[number] === 1) this.seen = true;
  }

  /**
   * Whether the look before at raw bytes said yes, told once: what is asked about next is nearly always what came out of them, and then
   * a second look at its text would say the same.
   */
  takeYes(): boolean {
    const said = this.saidYes;
    this.saidYes = false;
    return said;
  }

  /** Whether a text may wake a watch. Very long texts are not worth a first look: yes. */
  text(text: string): boolean {
    const end = this.engine.takeText(text);
    return end === 0 || this.read(TEXT, end, false);
  }

  /**
   * Whether a string under one of these keys may wake a watch, in UTF-8 bytes of JSON. Very long ones are not worth a first
   * look: yes. A key may be escaped in ways that nobody uses: then it is none.
   */
  json(bytes: Uint8Array, keys: readonly SoughtKey[]): boolean {
    return (this.saidYes = this.anyString(bytes, keys));
  }

  private anyString(bytes: Uint8Array, keys: readonly SoughtKey[]): boolean {
    const { engine } = this;
    const limit = engine.take(bytes);
    if (limit === 0) return true;
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k] as SoughtKey;
      for (let at = engine.find(TEXT, limit, key); at > 0; at = engine.find(at, limit, key)) {
        const start = stringAfter(engine.bytes, at, limit);
        if (start > 0 && this.read(start, limit, true)) return true;
      }
    }
    return false;
  }

  /**
   * Reads the text from `start` to `limit` in the engine's memory. `escaped`: it is the inside of a JSON string, which ends at
   * the quote that closes it.
   */
  private read(start: number, limit: number, escaped: boolean): boolean {
    const { bytes } = this.engine;
    this.seen = this.inLink = false;
    this.escaped = escaped;
    this.previousHash = 0;
    this.begin = start;
    this.nameEnd = -1;
    const end = this.engine.mark(start, limit, escaped);
    let i = start;
    while (i < end) {
      i = this.skip(i);
      if (i < end) i = readSign(this, bytes, i, end);
      if (this.seen) return true;
      if (i < 0) return this.fully(bytes, start, end);
    }
    this.boundary(bytes, end, end);
    return this.seen;
  }

  private skip(from: number): number {
    const { engine } = this;
    const i = engine.skip(from, this.begin, this.previousHash !== 0, this.inLink);
    this.begin = engine.begin;
    this.known = engine.known;
    return i;
  }

  /** Ends the word in hand before `i`; the next may begin at `next`, which it returns. */
  boundary(bytes: Uint8Array, i: number, next: number): number {
    const { begin } = this;
    if (begin < i && this.known !== NONE) {
      if (this.known === PERHAPS) this.takeAnswer();
      else this.look(readFirstLetters(this.firstLetters, bytes, begin, i), bytes[begin] as number);
      if (this.least > 0 || this.maySlip || this.previousHash !== 0) this.end(bytes, begin, i);
    }
    this.begin = next;
    this.known = UNASKED;
    return next;
  }

  /** The gates have been asked by the engine. */
  private takeAnswer(): void {
    this.least = this.engine.least;
    this.slipKeys = this.engine.slipKeys;
    this.maySlip = this.slipKeys !== 0;
  }

  /** Asks the gates about a word of which `length` first letters have been read; `first` is its first byte. */
  private look(length: number, first: number): void {
    const letters = this.firstLetters;
    this.slipKeys = UNREAD;
    const { slipGate } = this;
    const mayDiffer = (CAPITALS[first] as number) >= this.need;
    this.least = this.gate.leastStem(letters, length, mayDiffer);
    if (!mayDiffer || length <= QUIET) this.maySlip = false;
    else this.maySlip = this.hasMany ? slipGate.mayBeOfMany(letters, 0, length) : slipGate.mayBeOfFew(letters, 0, length);
  }

  /** Asks about the word in `bytes[from..to)`. Of a very long one only the beginning is compared. */
  private end(bytes: Uint8Array, from: number, to: number): void {
    const { word, previous } = this;
    readByteWord(word, bytes, from, to);
    if (word.length === 0) return;
    const hash = this.ask(this.inLink);
    if (this.previousHash !== 0) this.lookup.halves(previous, word, this);
    const mayBeHalf = this.least > 0 && this.compiled.words.isWorthAsking(word.capital) && this.halves.mayHave(hash);
    this.previousHash = mayBeHalf ? hash : 0;
    if (this.previousHash === 0) return;
    this.word = previous;
    this.previous = word;
  }

  /** Asks about the word that has been read what the gates have let through; returns its hash. */
  private ask(inName: boolean): number {
    const { word, least, lookup } = this;
    const hash = least > 0 ? lookup.stems(word, inName, this, least) : hashOf(word.letters, word.length);
    if (!this.maySlip) return hash;
    lookup.gatedSlips(hash, word, this, this.slipKeys === UNREAD ? this.slips.keysOf(word) : this.slipKeys);
    return hash;
  }

  /** Asks about a dotted word such as a.c.m.e, which is a word like others. */
  dotted(bytes: Uint8Array, from: number, to: number): void {
    this.look(readFirstLetters(this.firstLetters, bytes, from, to), bytes[from] as number);
    this.end(bytes, from, to);
  }

  /** Asks about a part, or the whole, of a handle or tag. */
  named(bytes: Uint8Array, from: number, to: number, whole: boolean): void {
    this.previousHash = 0;
    this.look(readFirstLetters(this.firstLetters, bytes, from, to, whole), bytes[from] as number);
    if (this.least === 0 && !this.maySlip) return;
    readByteWord(this.word, bytes, from, to, whole);
    this.ask(true);
  }

  /** Asks about a sign that is a word by itself and one unit of the folded text: an ideograph, a dingbat. */
  single(unit: number): void {
    this.previousHash = 0;
    if (!this.gate.hasSingles || !this.stems.mayHave(step(STEM_SEED, unit))) return;
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
