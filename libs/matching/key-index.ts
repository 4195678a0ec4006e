/** A flat hash from keys to entries, behind a filter that says "no" to nearly everything. */

/** Keys for each number of the filter, at most: with two bits a key one look in two hundred is answered "maybe" for nothing. */
const KEYS_PER_NUMBER = 1;
const SMALLEST = 64;

/** Says of a key whether it may be one of those it was made of. */
export class KeyFilter {
  /** Each key has two bits, `FIRST_BIT` and `SECOND_BIT`, in the number at the place of its highest bits. */
  readonly filter: Uint32Array;
  /** How far a key is shifted to index the filter. */
  readonly shift: number;

  /** Keys are signed 32-bit hashes. */
  constructor(keys: Int32Array, keysPerNumber = KEYS_PER_NUMBER) {
    const bits = Math.ceil(Math.log2(Math.max(SMALLEST, keys.length) / keysPerNumber));
    this.shift = 32 - bits;
    const filter = (this.filter = new Uint32Array(2 ** bits));
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

export class KeyIndex extends KeyFilter {
  private readonly keys: Int32Array;
  /** Entry plus one at the same place as its key; 0 where the place is free. */
  private readonly entries: Uint32Array;
  private readonly mask: number;

  /** Entry `entryOf[i]` gets key `keys[i]`. */
  constructor(keys: Int32Array, entryOf: Uint32Array, keysPerNumber?: number) {
    super(keys, keysPerNumber);
    this.mask = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, keys.length) * 2)) - 1;
    this.keys = new Int32Array(this.mask + 1);
    this.entries = new Uint32Array(this.mask + 1);
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
  }
}

/** Where in a key the two numbers of five bits stand that name its bits in the filter. */
export const FIRST_BIT = 3;
export const SECOND_BIT = 8;
