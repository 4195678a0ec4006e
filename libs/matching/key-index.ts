/** A flat hash from keys to entries, behind a filter that says "no" to nearly everything. */

/** Keys for each number of the filter, at most: with two bits a key one look in two hundred is answered "maybe" for nothing. */
const KEYS_PER_NUMBER = 1;
const SMALLEST = 64;
/** At least so many places for each key; the next power of two is taken. */
const ROOM_FOR_KEY = 1.5;

/** Bits that say of a key whether it may be one of those they were made of. */
export class Filter {
  constructor(
    /** It may move, see `moveTo`. */
    public filter: Uint32Array,
  ) {}

  /** Moves the filter to where others read it as well, so that it lies but once in the processor's cache. */
  moveTo(place: Uint32Array): void {
    place.set(this.filter);
    this.filter = place;
  }

  /** Takes it back. */
  leave(): void {
    this.filter = this.filter.slice();
  }
}

/** Each key has two bits, `FIRST_BIT` and `SECOND_BIT`, in the number at the place of its highest bits. */
export class KeyFilter extends Filter {
  /** How far a key is shifted to index the filter. */
  readonly shift: number;

  /** Keys are signed 32-bit hashes. */
  constructor(keys: Int32Array, keysPerNumber = KEYS_PER_NUMBER) {
    const bits = Math.ceil(Math.log2(Math.max(SMALLEST, keys.length) / keysPerNumber));
    super(new Uint32Array(2 ** bits));
    this.shift = 32 - bits;
    const { filter } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const at = key >>> this.shift;
      filter[at] = (filter[at] as number) | (1 << (key >>> FIRST_BIT)) | (1 << (key >>> SECOND_BIT));
    }
  }

  /** Whether any entry may have this key: the look that is made for every letter. The first pass has it written out. */
  mayHave(key: number): boolean {
    const bits = this.filter[key >>> this.shift] as number;
    return ((bits >>> (key >>> FIRST_BIT)) & (bits >>> (key >>> SECOND_BIT)) & 1) !== 0;
  }
}

/** A filter and, behind it, the entries themselves. */
export class KeyIndex extends KeyFilter {
  /** At each place a key and its entry plus one, 0 where the place is free: side by side, so that a look takes one line of the cache. */
  private readonly pairs: Int32Array;
  private readonly mask: number;

  /** Entry `entryOf[i]` gets key `keys[i]`. */
  constructor(keys: Int32Array, entryOf: Uint32Array, keysPerNumber?: number) {
    super(keys, keysPerNumber);
    this.mask = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, keys.length) * ROOM_FOR_KEY)) - 1;
    this.pairs = new Int32Array((this.mask + 1) * 2);
    for (let i = 0; i < keys.length; i++) this.insert(keys[i] as number, entryOf[i] as number);
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
    return (this.pairs[place * 2 + 1] as number) - 1;
  }

  private seek(key: number, from: number): number {
    const { pairs, mask } = this;
    for (let place = from; pairs[place * 2 + 1] !== 0; place = (place + 1) & mask) if (pairs[place * 2] === key) return place;
    return -1;
  }

  private insert(key: number, entry: number): void {
    let place = (key ^ (key >>> 15)) & this.mask;
    while (this.pairs[place * 2 + 1] !== 0) place = (place + 1) & this.mask;
    this.pairs[place * 2] = key;
    this.pairs[place * 2 + 1] = entry + 1;
  }
}

/** Where in a key the two numbers of five bits stand that name its bits in the filter. */
export const FIRST_BIT = 3;
export const SECOND_BIT = 8;
