/** The flat hash of all words of all watches: one bitmap that says "no" to nearly every letter, and the entries behind it. */

import { hashOf, hashWithout, MAX_WORD, MISSPELT_PREFIX, SPLIT_SEED, STEM_SEED } from './unit-hash.js';

/** Bits of the bitmap an entry gets; one in sixteen set says "no" wrongly in about 6 % of the looks. */
const BITS_PER_ENTRY = 16;
const FIRST_SIZE = 1024;

/** Collects entries; `finish` lays them out for looking up. */
export class WordTableBuilder {
  private keys = new Uint32Array(FIRST_SIZE);
  private words = new Uint32Array(FIRST_SIZE);
  private follows = new Uint16Array(FIRST_SIZE);
  private stemStart = new Uint32Array(FIRST_SIZE);
  private stemLength = new Uint8Array(FIRST_SIZE);
  private count = 0;
  private pool = new Uint16Array(FIRST_SIZE);
  private poolLength = 0;
  private readonly scratch = new Uint16Array(MAX_WORD);

  /** Adds a stem that may begin a token, with the bits of what may follow, and returns its entry. */
  addStem(stem: string, word: number, follows: number): number {
    const length = this.toScratch(stem);
    this.push(hashOf(this.scratch, length, STEM_SEED), word, follows, this.keep(length), length);
    return this.count - 1;
  }

  /** A first part that is a whole token, when the rest of the word is the next token. */
  addSplit(firstPart: string, word: number): void {
    const length = this.toScratch(firstPart);
    this.push(hashOf(this.scratch, length, SPLIT_SEED), word, 0, this.keep(length), length);
  }

  /** The ways in which the first letters of a long name come out with one slip. */
  addMisspelt(stem: string, word: number): void {
    const length = this.toScratch(stem);
    const start = this.keep(length);
    for (let left = 0; left < MISSPELT_PREFIX; left++) this.push(hashWithout(this.scratch, left), word, 0, start, length);
  }

  finish(): WordTable {
    return new WordTable({
      keys: this.keys.slice(0, this.count),
      words: this.words.slice(0, this.count),
      follows: this.follows.slice(0, this.count),
      stemStart: this.stemStart.slice(0, this.count),
      stemLength: this.stemLength.slice(0, this.count),
      pool: this.pool.slice(0, this.poolLength),
    });
  }

  private toScratch(stem: string): number {
    const length = Math.min(stem.length, MAX_WORD);
    for (let i = 0; i < length; i++) this.scratch[i] = stem.charCodeAt(i);
    return length;
  }

  private keep(length: number): number {
    const start = this.poolLength;
    if (start + length > this.pool.length) this.pool = grown(this.pool, Uint16Array);
    this.pool.set(this.scratch.subarray(0, length), start);
    this.poolLength += length;
    return start;
  }

  private push(key: number, word: number, follows: number, stemStart: number, stemLength: number): void {
    if (this.count === this.keys.length) this.grow();
    const i = this.count++;
    this.keys[i] = key;
    this.words[i] = word;
    this.follows[i] = follows;
    this.stemStart[i] = stemStart;
    this.stemLength[i] = stemLength;
  }

  private grow(): void {
    this.keys = grown(this.keys, Uint32Array);
    this.words = grown(this.words, Uint32Array);
    this.follows = grown(this.follows, Uint16Array);
    this.stemStart = grown(this.stemStart, Uint32Array);
    this.stemLength = grown(this.stemLength, Uint8Array);
  }
}

type Flat = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function grown<T extends Flat>(old: T, make: new (size: number) => T): T {
  const larger = new make(old.length * 2);
  larger.set(old);
  return larger;
}

interface Entries {
  keys: Uint32Array;
  words: Uint32Array;
  follows: Uint16Array;
  stemStart: Uint32Array;
  stemLength: Uint8Array;
  pool: Uint16Array;
}

/** Ready to be asked. Entry numbers index the arrays; a key's entries are walked with `first` and `next`. */
export class WordTable {
  readonly entries: Entries;
  readonly bitmap: Uint32Array;
  /** How far a hash is shifted to index the bitmap. */
  readonly bitmapShift: number;
  private readonly slots: Uint32Array;
  private readonly slotMask: number;

  constructor(entries: Entries) {
    this.entries = entries;
    const count = Math.max(64, entries.keys.length);
    const bits = Math.ceil(Math.log2(count * BITS_PER_ENTRY));
    this.bitmapShift = 32 - bits;
    this.bitmap = new Uint32Array(2 ** bits / 32);
    const slotBits = Math.ceil(Math.log2(count * 2));
    this.slots = new Uint32Array(2 ** slotBits);
    this.slotMask = this.slots.length - 1;
    for (let i = 0; i < entries.keys.length; i++) this.insert(i);
  }

  /** How many bytes the arrays take. */
  get bytes(): number {
    const { keys, words, follows, stemStart, stemLength, pool } = this.entries;
    return [keys, words, follows, stemStart, stemLength, pool, this.bitmap, this.slots].reduce(
      (sum, array) => sum + array.byteLength,
      0,
    );
  }

  /** Whether any entry may have this hash. */
  mayHave(hash: number): boolean {
    const bit = hash >>> this.bitmapShift;
    return ((this.bitmap[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }

  /** The place of the first entry with this key, or -1. */
  first(key: number): number {
    return this.seek(key, (key ^ (key >>> 15)) & this.slotMask);
  }

  /** The place of the next entry with the same key after `place`, or -1. */
  next(key: number, place: number): number {
    return this.seek(key, (place + 1) & this.slotMask);
  }

  /** The entry at a place. */
  entryAt(place: number): number {
    return (this.slots[place] as number) - 1;
  }

  private seek(key: number, from: number): number {
    for (let place = from; ; place = (place + 1) & this.slotMask) {
      const slot = this.slots[place] as number;
      if (slot === 0) return -1;
      if (this.entries.keys[slot - 1] === key) return place;
    }
  }

  private insert(i: number): void {
    const key = this.entries.keys[i] as number;
    let place = (key ^ (key >>> 15)) & this.slotMask;
    while (this.slots[place] !== 0) place = (place + 1) & this.slotMask;
    this.slots[place] = i + 1;
    const bit = key >>> this.bitmapShift;
    this.bitmap[bit >>> 5] = (this.bitmap[bit >>> 5] as number) | (1 << (bit & 31));
  }
}
