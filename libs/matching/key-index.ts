/** A flat hash from keys to entries, behind a bitmap that says "no" to nearly everything. */

/** Bits of the bitmap for each key, at least: at most one look in thirty is answered "maybe" for nothing. */
const BITS_PER_KEY = 32;
const SMALLEST = 64;

export class KeyIndex {
  readonly bitmap: Uint32Array;
  /** How far a key is shifted to index the bitmap. */
  readonly shift: number;
  private readonly keys: Int32Array;
  /** Entry plus one at the same place as its key; 0 where the place is free. */
  private readonly entries: Uint32Array;
  private readonly mask: number;

  /** Entry `entryOf[i]` gets key `keys[i]`. Keys are signed 32-bit hashes. */
  constructor(keys: Int32Array, entryOf: Uint32Array) {
    const count = Math.max(SMALLEST, keys.length);
    const bits = Math.ceil(Math.log2(count * BITS_PER_KEY));
    this.shift = 32 - bits;
    this.bitmap = new Uint32Array(2 ** bits / 32);
    this.mask = 2 ** Math.ceil(Math.log2(count * 2)) - 1;
    this.keys = new Int32Array(this.mask + 1);
    this.entries = new Uint32Array(this.mask + 1);
    for (let i = 0; i < keys.length; i++) this.insert(keys[i] as number, entryOf[i] as number);
  }

  get bytes(): number {
    return this.bitmap.byteLength + this.keys.byteLength + this.entries.byteLength;
  }

  /** Whether any entry may have this key: the look that is made for every letter. */
  mayHave(key: number): boolean {
    const bit = key >>> this.shift;
    return (((this.bitmap[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
  }

  /** The place of the first entry with this key, or -1. */
  first(key: number): number {
    return this.seek(key, (key ^ (key >>> 15)) & this.mask);
  }

  /** The place of the next entry with the same key after `place`, or -1. */
  next(key: number, place: number): number {
    return this.seek(key, (place + 1) & this.mask);
  }

  /** The entry at a place. */
  entryAt(place: number): number {
    return (this.entries[place] as number) - 1;
  }

  private seek(key: number, from: number): number {
    for (let place = from; this.entries[place] !== 0; place = (place + 1) & this.mask) if (this.keys[place] === key) return place;
    return -1;
  }

  private insert(key: number, entry: number): void {
    let place = (key ^ (key >>> 15)) & this.mask;
    while (this.entries[place] !== 0) place = (place + 1) & this.mask;
    this.keys[place] = key;
    this.entries[place] = entry + 1;
    const bit = key >>> this.shift;
    this.bitmap[bit >>> 5] = (this.bitmap[bit >>> 5] as number) | (1 << (bit & 31));
  }
}
