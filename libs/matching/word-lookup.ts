/** Asks the table about one token: which words of the watches it is, in which form. Shared by texts and raw bytes. */

import { SHORTEST_PART, type CompiledWords } from './compiled-words.js';
import type { TokenWord } from './token-word.js';
import { hasOrdinaryHash } from './ordinary-words.js';
import { firstSlipKey, hashOf, nextSlipKey, SLIP_PREFIX, STEM_SEED, step } from './unit-hash.js';
import { IN_HALVES } from './word-stems.js';
import { formOf, isMisspelt, type WordForm } from './word-forms.js';

/** Told of every word found. */
export interface WordSink {
  found(number: number, form: WordForm): void;
}

export class WordLookup {
  /** The entry tried last for this token: a name and a slip of it share most of their keys. */
  private tried = -1;

  constructor(private readonly words: CompiledWords) {}

  /**
   * Tells the sink every word that begins the token and fits it, and whose stem has `least` letters or more. Returns the hash
   * of the whole token.
   */
  stems(word: TokenWord, inName: boolean, sink: WordSink, least = 1): number {
    const { stems } = this.words.table;
    const { letters, length } = word;
    let hash = STEM_SEED;
    for (let i = 0; i < length; i++) {
      hash = step(hash, letters[i] as number);
      if (i + 1 >= least && stems.mayHave(hash)) this.stem(hash, i + 1, word, inName, sink);
    }
    return hash;
  }

  /** Tells the sink every long name that the token is with a slip. Ordinary words are no slips. */
  slips(word: TokenWord, sink: WordSink): void {
    if (word.length < SLIP_PREFIX - 1 || !this.words.isWorthAsking(word.capital)) return;
    const { hasMany, table } = this.words;
    const { slipGate } = table;
    const { letters, length } = word;
    if (!(hasMany ? slipGate.mayBeOfMany(letters, 0, length) : slipGate.mayBeOfFew(letters, 0, length))) return;
    const keys = table.slips.filter.keysOf(word);
    if (keys !== 0) this.gatedSlips(hashOf(letters, length), word, sink, keys);
  }

  /** The same of a token with this hash that the gate has let through; `keys` tells which of its keys may be one of a name, see `SlipFilter`. */
  gatedSlips(hash: number, word: TokenWord, sink: WordSink, keys: number): void {
    if (keys === 0 || hasOrdinaryHash(hash)) return;
    this.tried = -1;
    word.noteLetters();
    let key = firstSlipKey(word.letters);
    if ((keys & 1) !== 0) this.slipsOf(key, word, sink, true);
    for (let left = keys >>> 1, gap = SLIP_PREFIX - 2; left !== 0; left >>>= 1, gap--) {
      key = nextSlipKey(key, word.letters, gap);
      if ((left & 1) !== 0) this.slipsOf(key, word, sink, false);
    }
  }

  private slipsOf(key: number, word: TokenWord, sink: WordSink, isFirst: boolean): void {
    const { slips } = this.words.table;
    const end = slips.end(key);
    for (let place = slips.begin(key); place < end; place = slips.after(place)) {
      if (slips.mayBe(place, key, word, isFirst)) this.slip(slips.entryOf(place), word, sink);
    }
  }

  /** Tells the sink the names that `first` and `second` are together. */
  halves(first: TokenWord, second: TokenWord, sink: WordSink): void {
    const { stems } = this.words.table;
    if (first.length < SHORTEST_PART || !this.words.isWorthAsking(first.capital)) return;
    let hash = hashOf(first.letters, first.length);
    for (let i = 0; i < second.length; i++) {
      hash = step(hash, second.letters[i] as number);
      if (i + 1 >= SHORTEST_PART && stems.mayHave(hash)) this.half(hash, first, second, i + 1, sink);
    }
  }

  /** Names of which `rest` letters stand in the second token. */
  private half(key: number, first: TokenWord, second: TokenWord, rest: number, sink: WordSink): void {
    const { sounds, follows, table } = this.words;
    const { stems, entries } = table;
    for (let place = stems.first(key); place >= 0; place = stems.next(key, place)) {
      const entry = stems.entryAt(place);
      if (((entries.follows[entry] as number) & IN_HALVES) === 0 || entries.length[entry] !== first.length + rest) continue;
      if (!this.agrees(entry, 0, first, first.length) || !this.agrees(entry, first.length, second, rest)) continue;
      const number = entries.words[entry] as number;
      const stem = { length: rest, follows: follows[number] as number, sound: sounds[number] as number };
      if (formOf(second, stem, false)) sink.found(number, 'split');
    }
  }

  private stem(key: number, length: number, word: TokenWord, inName: boolean, sink: WordSink): void {
    const { sounds, table } = this.words;
    const { stems, entries } = table;
    for (let place = stems.first(key); place >= 0; place = stems.next(key, place)) {
      const entry = stems.entryAt(place);
      if (entries.length[entry] !== length || !this.agrees(entry, 0, word, length)) continue;
      const number = entries.words[entry] as number;
      const form = formOf(word, { length, follows: entries.follows[entry] as number, sound: sounds[number] as number }, inName);
      if (form !== undefined) sink.found(number, form);
    }
  }

  private slip(entry: number, word: TokenWord, sink: WordSink): void {
    if (entry === this.tried) return;
    this.tried = entry;
    const { words, start, length, pool } = this.words.table.entries;
    const from = start[entry] as number;
    const stem = pool.subarray(from, from + (length[entry] as number));
    const number = words[entry] as number;
    if (isMisspelt(word, stem, number, this.words)) sink.found(number, 'misspelt');
  }

  /** Whether `length` letters of the entry from `from` on are the first ones of the token. */
  private agrees(entry: number, from: number, word: TokenWord, length: number): boolean {
    const { start, pool } = this.words.table.entries;
    const at = (start[entry] as number) + from;
    for (let i = 0; i < length; i++) if (pool[at + i] !== word.letters[i]) return false;
    return true;
  }
}
