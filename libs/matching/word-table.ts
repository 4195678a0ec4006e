/** All words of all watches, flat: their letters once, and where a token may be one of them. */

import { GrowingList } from './growing-list.js';
import { KeyFilter, KeyIndex } from './key-index.js';
import { MANY_NAMES, SlipGate } from './slip-gate.js';
import { SlipIndexBuilder, type SlipIndex } from './slip-index.js';
import { hashOf, MAX_WORD, STEM_SEED, step } from './unit-hash.js';
import { WordStarts, type Stems } from './word-starts.js';

/** What is known of each entry: the word it belongs to, its letters in the pool, what may follow them. */
export interface Entries extends Stems {
  readonly words: Uint32Array;
  readonly follows: Uint16Array;
}

/** Ready to be asked. */
export interface WordTable {
  readonly entries: Entries;
  readonly starts: WordStarts;
  /** Beginnings of tokens. */
  readonly stems: KeyIndex;
  /** Whole tokens that may be the first half of a name written in two words. */
  readonly halves: KeyFilter;
  /** First letters of misspelt names. */
  readonly slips: SlipIndex;
  readonly slipGate: SlipGate;
}

class Keys {
  readonly keys = new GrowingList(Int32Array);
  readonly entries = new GrowingList(Uint32Array);

  add(key: number, entry: number): void {
    this.keys.push(key);
    this.entries.push(entry);
  }

  finish(): KeyIndex {
    return new KeyIndex(this.keys.finish(), this.entries.finish());
  }
}

/** Collects entries; `finish` lays them out for looking up. */
export class WordTableBuilder {
  private readonly words = new GrowingList(Uint32Array);
  private readonly follows = new GrowingList(Uint16Array);
  private readonly start = new GrowingList(Uint32Array);
  private readonly length = new GrowingList(Uint8Array);
  private readonly pool = new GrowingList(Uint16Array);
  private readonly stems = new Keys();
  private readonly halves = new GrowingList(Int32Array);
  private readonly slips = new SlipIndexBuilder();
  private readonly slipGate = new SlipGate();
  private readonly letters = new Uint16Array(MAX_WORD);

  /** Adds a stem that may begin a token, with the bits of what may follow, and returns its entry. */
  addStem(stem: string, word: number, follows: number): number {
    const length = Math.min(stem.length, MAX_WORD);
    const entry = this.words.length;
    this.start.push(this.pool.length);
    for (let i = 0; i < length; i++) this.pool.push((this.letters[i] = stem.charCodeAt(i)));
    this.words.push(word);
    this.follows.push(follows);
    this.length.push(length);
    this.stems.add(hashOf(this.letters, length), entry);
    return entry;
  }

  /** Lets a stem also be found in two tokens, cut anywhere that leaves `least` letters on both sides. */
  addHalves(stem: string, least: number): void {
    this.read(stem);
    let hash = STEM_SEED;
    for (let i = 0; i < stem.length - least; i++) {
      hash = step(hash, this.letters[i] as number);
      if (i + 1 >= least) this.halves.push(hash);
    }
  }

  /** Lets the entry's word also be found with so many slips. */
  addSlips(stem: string, entry: number, slips: number): void {
    this.slips.add(entry, stem, slips);
    this.read(stem);
    this.slipGate.add(this.letters);
  }

  finish(): WordTable {
    const entries = {
      words: this.words.finish(),
      follows: this.follows.finish(),
      start: this.start.finish(),
      length: this.length.finish(),
      pool: this.pool.finish(),
    };
    return {
      entries,
      starts: new WordStarts(entries),
      stems: this.stems.finish(),
      halves: new KeyFilter(this.halves.finish()),
      slips: this.slips.finish(this.slipGate.count > MANY_NAMES),
      slipGate: this.slipGate,
    };
  }

  private read(stem: string): void {
    for (let i = 0; i < stem.length && i < MAX_WORD; i++) this.letters[i] = stem.charCodeAt(i);
  }
}
