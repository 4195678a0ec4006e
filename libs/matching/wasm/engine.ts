/** The part of the first pass that is WebAssembly: a memory with the tables of one set of watches, and the loops over it. */

import { pagesKnown, SINGLE_KIND, WIDE_KINDS } from '../beyond-ascii.js';
import type { SlipGate } from '../slip-gate.js';
import { PLACES } from '../unit-hash.js';
import { GROUP_NUMBERS, SLIP_STARTS, type WordGate } from '../word-gate.js';
import type { WordTable } from '../word-table.js';
import { findKey } from './find-key.js';
import { askSlips, confirmWord } from './judge-word.js';
import * as at from './layout.js';
import { markText } from './mark-text.js';
import { Lease, type Tenant } from './memory-pool.js';
import { compileModule, instantiate, WasmFunction, type WasmMemory, type WasmModule } from './module.js';
import { skipWords } from './skip-words.js';

/** A key of JSON as it is sought. */
export interface SoughtKey {
  /** With the quote that ends it. */
  readonly bytes: Uint8Array;
  /** The place of its rarest letter. */
  readonly rarest: number;
}

/** Where a key was put. */
interface PlacedKey {
  place: number;
  length: number;
  rarest: number;
}

interface Exports {
  find(from: number, to: number, key: number, length: number, rarest: number): number;
  mark(start: number, limit: number, escaped: number): number;
  skip(from: number, afterHalf: number, inLink: number): number;
}

/** Compiled at first use; it is the same for all watches. */
let compiled: WasmModule | undefined;

function firstPassModule(): WasmModule {
  const [confirm, slips] = [confirmWord(new WasmFunction('confirm', 4)), askSlips(new WasmFunction('slips', 3))];
  const skip = skipWords(new WasmFunction('skip', 3), { confirm: 0, slips: 1 });
  return (compiled ??= compileModule([confirm, slips, skip, markText(), findKey()], at.NUMBERS));
}

export class Engine implements Tenant {
  /** All of the memory; texts are in it from `TEXT` on. */
  readonly bytes: Uint8Array;
  /** How words begin, for the gate of words to fill. */
  readonly groups: Uint32Array;
  private readonly lease: Lease;
  private readonly memory: WasmMemory;
  private readonly state: Int32Array;
  private readonly room: Uint8Array;
  private readonly placed = new Map<SoughtKey, PlacedKey>();
  private keysEnd = at.KEYS;
  private pages = -1;
  private hasSingles = false;
  private exports: Exports;

  /** `leave` is called when its memory went to another: it must not be asked any more. */
  constructor(
    private readonly table: WordTable,
    readonly leave: () => void,
  ) {
    const filters = [table.stems, table.halves, table.slips.filter].reduce((sum, { filter }) => sum + filter.byteLength, 0);
    this.lease = Lease.of(at.FILTERS + filters + table.entries.words.length * BYTES_FOR_SIX);
    this.memory = this.lease.memory;
    this.bytes = new Uint8Array(this.memory.buffer);
    this.state = new Int32Array(this.memory.buffer, 0, STATE);
    this.room = new Uint8Array(this.memory.buffer, at.TEXT, at.ROOM);
    this.groups = this.numbersAt(at.GROUPS, (1 << 15) * GROUP_NUMBERS).fill(0);
  }

  /** Takes the tables in; `need`: see `FirstPass`. */
  fill(gate: WordGate, need: number): void {
    const { slipGate, stems, halves, slips } = this.table;
    this.hasSingles = gate.hasSingles;
    this.bytes[at.HAS_SINGLES] = Number(gate.hasSingles);
    this.numbersAt(at.PLACES, PLACES.length).set(PLACES);
    this.fillGates(slipGate, need);
    let end: number = at.FILTERS;
    const numbers: Record<string, number> = { need, shortest: gate.shortest };
    const filters = { sixes: gate.sixes, stems, halves, slips: slips.filter };
    for (const [name, filter] of Object.entries(filters)) {
      filter.moveTo(this.numbersAt(end, filter.filter.length));
      numbers[name] = end;
      numbers[`${name}Shift`] = filter.shift;
      end += filter.filter.byteLength;
    }
    this.lease.letTo([this, ...Object.values(filters)]);
    this.exports = instantiate<Exports>(firstPassModule(), this.memory, numbers);
  }

  /** Its memory is kept for it a while longer. */
  touch(): void {
    this.lease.touch();
  }

  private fillGates({ starts, later, ends }: SlipGate, need: number): void {
    this.numbersAt(at.LATER, later.length).set(need === 0 ? ends : later);
    for (let i = 0; i < starts.length; i++) this.groups[i * GROUP_NUMBERS + SLIP_STARTS] = starts[i] as number;
  }

  private numbersAt(place: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, place, length);
  }

  /** Where the word in hand began. */
  get begin(): number {
    return this.state[at.BEGIN] as number;
  }

  /** What is known of it: `UNASKED`, `NONE` that a watch has, or `PERHAPS`. */
  get known(): number {
    return this.state[at.KNOWN / 4] as number;
  }

  /** Of a word that is perhaps one: the least length of its stem, 0 for none. */
  get least(): number {
    return this.state[at.LEAST / 4] as number;
  }

  /** The same: which of its keys may be those of a slip, as `SlipFilter` says it. */
  get slipKeys(): number {
    return this.state[at.SLIP_KEYS / 4] as number;
  }

  /** Copies bytes in and returns the place of their end, or 0 when there is no room for them. */
  take(bytes: Uint8Array): number {
    if (bytes.length > at.ROOM) return 0;
    this.room.set(bytes);
    return at.TEXT + bytes.length;
  }

  /** The same of a text, as UTF-8. */
  takeText(text: string): number {
    return text.length * 3 > at.ROOM ? 0 : at.TEXT + encoder.encodeInto(text, this.room).written;
  }

  /** The place behind the next such key from `from` on, or 0. */
  find(from: number, to: number, key: SoughtKey): number {
    const { place, length, rarest } = this.placed.get(key) ?? this.placeKey(key);
    return this.exports.find(from, to, place, length, rarest);
  }

  /** Marks a text and returns its end, see `markText`. */
  mark(start: number, limit: number, escaped: boolean): number {
    if (this.pages !== pagesKnown()) this.copyWideKinds();
    return this.exports.mark(start, limit, escaped ? 1 : 0);
  }

  /** See `skipWords`. */
  skip(from: number, begin: number, afterHalf: boolean, inLink: boolean): number {
    this.state[at.BEGIN] = begin;
    return this.exports.skip(from, afterHalf ? 1 : 0, inLink ? 1 : 0);
  }

  private placeKey(key: SoughtKey): PlacedKey {
    const { bytes, rarest } = key;
    if (this.keysEnd + bytes.length > at.KEYS_END) throw new RangeError('the keys of JSON that are sought take too much room');
    const placed = { place: this.keysEnd, length: bytes.length, rarest };
    this.bytes.set(bytes, placed.place);
    this.keysEnd += bytes.length;
    this.placed.set(key, placed);
    return placed;
  }

  private copyWideKinds(): void {
    this.pages = pagesKnown();
    this.bytes.set(WIDE_KINDS, at.WIDE);
    // A watch asks for such a sign: all are looked at.
    if (!this.hasSingles) return;
    for (let i: number = at.WIDE; i < at.WIDE + WIDE_KINDS.length; i++) if (this.bytes[i] === SINGLE_KIND) this.bytes[i] = 0;
  }
}

const encoder = new TextEncoder();
/** Numbers of the state. */
const STATE = 8;
/** What the filter of six letters takes for each stem at most, as sizes are powers of two. */
const BYTES_FOR_SIX = 8;
