/** The one loop that reads every byte of every text: it passes over words that no watch asks about. */

import { BEYOND_ASCII, SINGLE as SINGLE_KIND } from './beyond-ascii.js';
import * as b from './byte-kinds.js';
import type { KeyFilter } from './key-index.js';
import { SLIP_GATE_LETTERS, type SlipGate } from './slip-gate.js';
import { MULTIPLIER } from './unit-hash.js';
import { SHORT, type WordGate } from './word-gate.js';
import { hasSlipKey } from './word-lookup.js';

/** Own copies of imported numbers: the engine keeps those in registers, the imported ones it fetches at every letter. */
const KINDS = b.KINDS;
const CAPITALS = b.CAPITALS;
const WIDE = BEYOND_ASCII;
const LETTERS: number = b.FIRST_LETTER;
const SPACE: number = b.SPACE;
const DOT: number = b.DOT;
const TWO: number = b.TWO;
const THREE: number = b.THREE;
const FOUR: number = b.FOUR;
const APOSTROPHE: number = b.APOSTROPHE;
const AMPERSAND: number = b.AMPERSAND;
const SINGLE: number = SINGLE_KIND;
const SHORT_WORD: number = SHORT;
const FACTOR: number = MULTIPLIER;
const LETTER = 31;
/** Bytes beyond ASCII. */
const BEYOND = 0x80;
const NEVER = -0x80000000;
/** The first byte of three-byte code points. */
const THREE_FROM = 0xe0;
/** The first of four letters, and the last three. */
const FIRST = 0xf8000;
const THREE_LETTERS = 0x7fff;

/** What is asked about words. */
export interface Gates {
  readonly gate: WordGate;
  readonly slipGate: SlipGate;
  readonly slips: KeyFilter;
  /** What `CAPITALS` must say of a word's first byte for slips and halves to be asked about: 0, 1, or never 2. */
  readonly need: number;
}

export class WordSkipper {
  /** Where the word in hand began. */
  begin = 0;
  /** The word in hand has been asked about and is none that any watch has. */
  isDone = false;
  private readonly starts: Uint32Array;
  private readonly short: Uint32Array;
  private readonly sixes: Uint32Array;
  private readonly shift: number;
  private readonly ends: Uint32Array;
  private readonly slipStarts: Uint32Array;
  private readonly later: Uint32Array;
  private readonly need: number;
  private readonly firstSingle: number;

  private readonly slips: KeyFilter;
  private readonly letters = new Uint16Array(SLIP_GATE_LETTERS);

  constructor({ gate, slipGate, slips, need }: Gates) {
    this.slips = slips;
    this.starts = gate.starts;
    this.short = gate.short;
    this.sixes = gate.sixes;
    this.shift = gate.shift;
    this.ends = slipGate.ends;
    this.slipStarts = slipGate.starts;
    this.later = slipGate.later;
    this.need = need;
    this.firstSingle = gate.hasSingles ? NEVER : SINGLE;
  }

  /**
   * Goes on from `from` and returns where something else stands than words and plain boundaries, or where a word ends that
   * needs a closer look. `afterHalf`: the word before may be half a name, so that the next one needs it. What stands at `end`
   * is no letter: the quote that closes the string, or a space that was put there.
   */
  // eslint-disable-next-line max-lines-per-function -- without calls the engine knows that nothing changes while it runs
  skip(bytes: Uint8Array, from: number, end: number, afterHalf: boolean, inLink: boolean): number {
    const { starts, short, sixes, shift, ends, slipStarts, later, need, firstSingle } = this;
    let { begin } = this;
    // Whether all of the word in hand has been read here, and is asked about here.
    let isKnown = begin === from && !afterHalf;
    // Of a word with letters beyond ASCII its first letters, four in each, and how many they are, else -1.
    let four = 0;
    let next = 0;
    let count = -1;
    let i = from;
    this.isDone = false;
    while (i < end) {
      let unit = KINDS[bytes[i] as number] as number;
      while (unit >= LETTERS) unit = KINDS[bytes[++i] as number] as number;
      if (unit === TWO || unit === THREE) {
        const second = bytes[i + 1] as number;
        if ((second & 0xc0) !== 0x80) break;
        if (unit === TWO) unit = WIDE[(((bytes[i] as number) & 31) << 6) | (second & 63)] as number;
        else {
          const third = bytes[i + 2] as number;
          const codePoint = (((bytes[i] as number) & 15) << 12) | ((second & 63) << 6) | (third & 63);
          if ((third & 0xc0) !== 0x80 || codePoint < 0x800) break;
          unit = WIDE[codePoint] as number;
          if (unit <= firstSingle && begin === i) {
            begin = i += 3;
            continue;
          }
        }
        if (unit < LETTERS) break;
        if (count < 0) {
          four = next = 0;
          count = i - begin;
          if (count > 8) count = 8;
          for (let k = 0; k < count; k++) {
            if (k < 4) four |= ((bytes[begin + k] as number) & LETTER) << (15 - 5 * k);
            else next |= ((bytes[begin + k] as number) & LETTER) << (35 - 5 * k);
          }
        }
        i += (bytes[i] as number) < THREE_FROM ? 2 : 3;
        for (;;) {
          if (count < 4) four |= (unit & LETTER) << (15 - 5 * count);
          else if (count < 8) next |= (unit & LETTER) << (35 - 5 * count);
          else break;
          count++;
          unit = KINDS[bytes[i] as number] as number;
          if (unit < LETTERS) break;
          i++;
        }
        continue;
      }
      let length = i - begin;
      if (unit === DOT && length > 1 && (bytes[i - 1] as number) < BEYOND) unit = 0;
      if (length > 0) {
        // An apostrophe or a dot may stand in the middle of a word, an ampersand too.
        if (!isKnown || unit === APOSTROPHE || unit === DOT || unit === AMPERSAND || unit === FOUR) break;
        const first = bytes[begin] as number;
        if (count < 0) {
          const missing = 20 - 5 * length;
          four =
            (((first & LETTER) << 15) |
              (((bytes[begin + 1] as number) & LETTER) << 10) |
              (((bytes[begin + 2] as number) & LETTER) << 5) |
              ((bytes[begin + 3] as number) & LETTER)) &
            (-1 << (missing & ~(missing >> 31)));
        } else length = count;
        const mayDiffer = (CAPITALS[first] as number) >= need;
        const isLong = length > SHORT_WORD;
        if ((((starts[four >>> 5] as number) >>> four) & 1) !== 0) {
          if ((((short[four >>> 5] as number) >>> four) & 1) !== 0) break;
          if (isLong) {
            if (need === 0) break;
            if (count < 0)
              next = (((bytes[begin + 4] as number) & LETTER) << 15) | (((bytes[begin + 5] as number) & LETTER) << 10);
            const place = Math.imul((four << 10) | (next >>> 10), FACTOR) >>> shift;
            if ((((sixes[place >>> 5] as number) >>> place) & 1) !== 0) break;
          } else if (mayDiffer) break;
        }
        if (mayDiffer && isLong) {
          if (count < 0) {
            next = (((bytes[begin + 4] as number) & LETTER) << 15) | (((bytes[begin + 5] as number) & LETTER) << 10);
            if (length > 6) next |= ((bytes[begin + 6] as number) & LETTER) << 5;
            if (length > 7) next |= (bytes[begin + 7] as number) & LETTER;
          }
          let isGated = (((slipStarts[four >>> 5] as number) >>> four) & 1) !== 0;
          if (!isGated && need === 0) {
            const late = ((four & LETTER) << 15) | (next >>> 5);
            isGated = (((ends[late >>> 5] as number) >>> late) & 1) !== 0;
          } else if (!isGated) {
            const initial = four & FIRST;
            const a = initial | ((four & LETTER) << 10) | (next >>> 10);
            const b = initial | (next >>> 5);
            const c = initial | (next & THREE_LETTERS);
            isGated =
              (((later[a >>> 5] as number) >>> a) & 1) !== 0 ||
              (length > 6 && (((later[b >>> 5] as number) >>> b) & 1) !== 0) ||
              (length > 7 && (((later[c >>> 5] as number) >>> c) & 1) !== 0);
          }
          if (isGated && this.maySlip(four, next, length)) break;
        }
        count = -1;
        if (unit !== 0) {
          this.isDone = true;
          break;
        }
      } else if (unit !== 0) break;
      if (inLink && (bytes[i] as number) <= SPACE) {
        this.isDone = true;
        break;
      }
      isKnown = !afterHalf;
      begin = ++i;
    }
    this.begin = begin;
    return i;
  }

  /** Whether a word of these first letters has a key of a slip. */
  private maySlip(four: number, next: number, length: number): boolean {
    const { letters, slips } = this;
    for (let i = 0; i < 4; i++) {
      letters[i] = (four >>> (15 - 5 * i)) & LETTER;
      letters[i + 4] = (next >>> (15 - 5 * i)) & LETTER;
    }
    return hasSlipKey(slips, letters, length);
  }
}
