/** The features that corrections have shown, numbered anew without gaps: what no correction has shown a layer neither weighs nor lets share a weight. */
import { FEATURE_BITS, type Features } from '../model/features.js';

const WORD = 32;
const WORDS = (1 << FEATURE_BITS) / WORD;
/** From so many corrections on, what only one of them has teaches nothing but that text. */
const MANY = 500;

export class KnownFeatures {
  /** A bit for each feature. */
  private readonly bits: Uint32Array;
  /** Known features before each word of bits. */
  private readonly before = new Uint32Array(WORDS);
  readonly size: number;

  private constructor(bits: Uint32Array) {
    this.bits = bits;
    let size = 0;
    for (let at = 0; at < WORDS; at += 1) {
      this.before[at] = size;
      size += ones(bits[at] as number);
    }
    this.size = size;
  }

  /** Takes the features of corrections, returns those that are known from them. */
  static of(corrections: readonly Features[]): KnownFeatures {
    const once = new Uint32Array(WORDS);
    const twice = new Uint32Array(WORDS);
    for (const { ids } of corrections)
      for (let i = 0; i < ids.length; i += 1) {
        const id = ids[i] as number;
        const [at, bit] = [id >>> 5, 1 << (id & (WORD - 1))];
        twice[at] = (twice[at] as number) | ((once[at] as number) & bit);
        once[at] = (once[at] as number) | bit;
      }
    return new KnownFeatures(corrections.length < MANY ? once : twice);
  }

  /** Takes what `pack` gave. */
  static unpack(base64: string): KnownFeatures {
    const text = atob(base64);
    const bits = new Uint32Array(WORDS);
    for (let i = 0; i < text.length; i += 1) bits[i >> 2] = (bits[i >> 2] as number) | (text.charCodeAt(i) << ((i & 3) * 8));
    return new KnownFeatures(bits);
  }

  /** Returns base64 of a bit for each feature, the lowest first. */
  pack(): string {
    let text = '';
    for (const word of this.bits)
      for (let shift = 0; shift < WORD; shift += 8) text += String.fromCharCode((word >>> shift) & 255);
    return btoa(text);
  }

  /** Takes the features of a text, returns those that are known by their new numbers; its count of features stays what it was. */
  pick({ ids, owners, count }: Features): Features {
    const [picked, from]: [number[], number[]] = [[], []];
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] as number;
      const [word, bit] = [this.bits[id >>> 5] as number, 1 << (id & (WORD - 1))];
      if ((word & bit) === 0) continue;
      picked.push((this.before[id >>> 5] as number) + ones(word & (bit - 1)));
      from.push(owners[i] as number);
    }
    return { ids: picked, owners: from, count };
  }
}

/** How many bits of a number are set. */
function ones(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
