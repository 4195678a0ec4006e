/** The names that forgive slips, by keys of their first letters; what tells that a token is none of them lies in the same line of memory. */

import { GrowingList } from './growing-list.js';
import { packedWithNext, packedWithoutLast, SlipFilter } from './slip-filter.js';
import type { TokenWord } from './token-word.js';
import { firstSlipKey, nextSlipKey, SLIP_PREFIX } from './unit-hash.js';

/** Records that share a bucket, on average at most. */
const RECORDS_PER_BUCKET = 2;
/** Numbers of a record: a key of a name, which letters the name has, its form, and its seventh to twelfth letter. */
const RECORD = 4;
const [KEY, LETTERS, FORM, TAIL] = [0, 1, 2, 3];
/** Numbers that all records of a name share. */
const SHARED = RECORD - 1;
/** From the lowest bit of a form on: the slips that are forgiven, whether the key is that of the first letters as they are, the length, the entry. */
const SLIPS = 3;
const AS_WRITTEN = 4;
const LENGTH_BIT = 3;
const LENGTH = 127;
const ENTRY_BIT = 10;
const LETTER_BITS = 5;
const LETTER = 31;
const SIX = 6;
const MOST_ENTRIES = 2 ** (32 - ENTRY_BIT);

export class SlipIndexBuilder {
  /** What the records of a name share: its letters, form and tail. */
  private readonly names = new GrowingList(Int32Array);
  /** The keys of each name, `SLIP_PREFIX` of them, and the letters of each key. */
  private readonly keys = new GrowingList(Int32Array);
  private readonly spelt = new GrowingList(Int32Array);
  private readonly letters = new Uint16Array(SLIP_PREFIX);

  /** Adds the name of an entry under all its keys. It has at least `SLIP_PREFIX` letters. Millions of entries later slips are not forgiven. */
  add(entry: number, name: string, slips: number): void {
    if (entry >= MOST_ENTRIES) return;
    for (let i = 0; i < SLIP_PREFIX; i++) this.letters[i] = name.charCodeAt(i);
    const form = (entry << ENTRY_BIT) | (name.length << LENGTH_BIT) | slips;
    this.names.push(lettersOf(name));
    this.names.push(form);
    this.names.push(packed(name, SIX));
    let key = firstSlipKey(this.letters);
    let spelt = packedWithoutLast(this.letters);
    this.keys.push(key);
    this.spelt.push(spelt);
    for (let gap = SLIP_PREFIX - 2; gap >= 0; gap--) {
      key = nextSlipKey(key, this.letters, gap);
      spelt = packedWithNext(spelt, this.letters, gap);
      this.keys.push(key);
      this.spelt.push(spelt);
    }
  }

  /** `sameFirst`: a slip must leave the first letter as it is. */
  finish(sameFirst: boolean): SlipIndex {
    const keys = this.keys.finish();
    return new SlipIndex(keys, this.names.finish(), new SlipFilter({ keys, spelt: this.spelt.finish() }, sameFirst));
  }
}

/** A filter of the keys and, behind it, their records, those side by side that share a bucket. */
export class SlipIndex {
  private readonly records: Int32Array;
  /** Where the records of each bucket begin. */
  private readonly from: Uint32Array;
  /** How far a key is shifted to be the number of its bucket. */
  private readonly shift: number;

  /** Takes `SLIP_PREFIX` keys of each name, the first that of its letters as they are, and what their records share. */
  constructor(
    keys: Int32Array,
    names: Int32Array,
    readonly filter: SlipFilter,
  ) {
    const bits = Math.ceil(Math.log2(Math.max(2, keys.length / RECORDS_PER_BUCKET)));
    this.shift = 32 - bits;
    this.from = new Uint32Array(2 ** bits + 1);
    this.records = new Int32Array(keys.length * RECORD);
    this.sort(keys, names);
  }

  /** The place of the first record that may have this key; they end at `end`. */
  begin(key: number): number {
    return this.from[key >>> this.shift] as number;
  }

  /** See `begin`. */
  end(key: number): number {
    return this.from[(key >>> this.shift) + 1] as number;
  }

  /** The entry of a record. */
  entryOf(place: number): number {
    return (this.records[place + FORM] as number) >>> ENTRY_BIT;
  }

  /** The place behind the record at `place`. */
  after(place: number): number {
    return place + RECORD;
  }

  /**
   * Whether the record at `place` has this key, and a token, whose letters are noted, may be its name with slips: long enough, lacking
   * no more letters than slips can lose, and going on like it behind the first letters when these have a slip already and there is only
   * one. `isFirst`: the key is that of the token's first letters as they are.
   */
  mayBe(place: number, key: number, word: TokenWord, isFirst: boolean): boolean {
    const { records } = this;
    if (records[place + KEY] !== key) return false;
    const form = records[place + FORM] as number;
    const slips = form & SLIPS;
    const length = (form >>> LENGTH_BIT) & LENGTH;
    if (word.length + slips < length) return false;
    let lost = 0;
    for (let left = (records[place + LETTERS] as number) & ~word.letterSet; left !== 0; left &= left - 1) lost += 1;
    if (lost > slips) return false;
    // The slip may be behind the first letters.
    if (slips > 1 || length <= SLIP_PREFIX || (isFirst && (form & AS_WRITTEN) !== 0)) return true;
    return goesOn(records[place + TAIL] as number, length, word);
  }

  /** By counting. */
  private sort(keys: Int32Array, names: Int32Array): void {
    const { from, records, shift } = this;
    for (let i = 0; i < keys.length; i++) {
      const bucket = ((keys[i] as number) >>> shift) + 1;
      from[bucket] = (from[bucket] as number) + RECORD;
    }
    for (let i = 1; i < from.length; i++) from[i] = (from[i] as number) + (from[i - 1] as number);
    const next = from.slice();
    for (let i = 0, name = 0; i < keys.length; name += SHARED) {
      for (let k = 0; k < SLIP_PREFIX; k++, i++) {
        const key = keys[i] as number;
        const place = next[key >>> shift] as number;
        next[key >>> shift] = place + RECORD;
        records[place + KEY] = key;
        records[place + LETTERS] = names[name] as number;
        records[place + FORM] = (names[name + 1] as number) | (k === 0 ? AS_WRITTEN : 0);
        records[place + TAIL] = names[name + 2] as number;
      }
    }
  }
}

function goesOn(tail: number, length: number, { letters, length: tokenLength }: TokenWord): boolean {
  const most = Math.min(length, 2 * SIX);
  for (let shift = -1; shift <= 1; shift++) {
    let i = SLIP_PREFIX;
    while (i < most && i + shift < tokenLength && letterAt(tail, i - SIX) === ((letters[i + shift] as number) & LETTER)) i++;
    if (i === most) return true;
  }
  return false;
}

/** The lowest five bits of six letters from `from` on. */
function packed(name: string, from: number): number {
  let bits = 0;
  for (let i = SIX - 1; i >= 0; i--) bits = (bits << LETTER_BITS) | (name.charCodeAt(from + i) & LETTER);
  return bits;
}

function letterAt(bits: number, i: number): number {
  return (bits >>> (i * LETTER_BITS)) & LETTER;
}

function lettersOf(name: string): number {
  let letters = 0;
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) & LETTER);
  return letters;
}
