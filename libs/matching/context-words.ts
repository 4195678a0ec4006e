/** Looks up what the words around a name say about it. */

import { KeyIndex } from './key-index.js';
import { STEM_SEED, step } from './unit-hash.js';
import {
  COMPANY_BESIDE,
  CUSTOMER_STRONG,
  CUSTOMER_WEAK,
  OTHER_SENSE_STRONG,
  OTHER_SENSE_WEAK,
  PERSON_BESIDE,
} from './words/context.js';

/** What a word in the neighbourhood speaks for; the strong ones first. */
export const CONTEXT = {
  customerStrong: 1,
  customerWeak: 2,
  companyBeside: 4,
  otherSenseStrong: 8,
  otherSenseWeak: 16,
  personBeside: 32,
} as const;

const APOSTROPHE = 0x27;
const DOT = 0x2e;
/** Beginnings shorter than this ask for the whole word: `gol` must not see golf. */
const SHORTEST_BEGINNING = 4;

interface ContextWord {
  letters: string;
  whole: boolean;
  bits: number;
}

/** Beginnings of words and whole words, with the bits of what they speak for; asked letter by letter, without making strings. */
export class ContextWords {
  private readonly words: ContextWord[];
  private readonly index: KeyIndex;

  /** Takes words with their bits; a word given twice speaks for both. */
  constructor(words: readonly (readonly [word: string, bits: number])[]) {
    const known = new Map<string, ContextWord>();
    for (const [word, bits] of words) {
      const letters = word.startsWith('=') ? word.slice(1) : word;
      const whole = word.startsWith('=') || letters.length < SHORTEST_BEGINNING;
      const key = `${letters}${whole ? '=' : ''}`;
      known.set(key, { letters, whole, bits: (known.get(key)?.bits ?? 0) | bits });
    }
    this.words = [...known.values()];
    this.index = new KeyIndex(
      Int32Array.from(this.words, ({ letters }) => hashOfString(letters)),
      Uint32Array.from(this.words, (_, i) => i),
    );
  }

  /** The bits of the folded word `units[start..end)`, whose apostrophes and dots do not count: of all its beginnings together. */
  bitsOf(units: Uint16Array, start: number, end: number): number {
    let bits = 0;
    let hash = STEM_SEED;
    for (let i = start; i < end; i++) {
      const unit = units[i] as number;
      if (unit === APOSTROPHE || unit === DOT) continue;
      hash = step(hash, unit);
      if (this.index.mayHave(hash)) bits |= this.bitsAt(hash, units, start, i + 1, end);
    }
    return bits;
  }

  private bitsAt(hash: number, units: Uint16Array, start: number, upTo: number, end: number): number {
    let bits = 0;
    for (let place = this.index.first(hash); place >= 0; place = this.index.next(hash, place)) {
      const word = this.words[this.index.entryAt(place)] as ContextWord;
      if (word.whole && !isSilent(units, upTo, end)) continue;
      if (begins(word.letters, units, start, upTo)) bits |= word.bits;
    }
    return bits;
  }
}

function begins(letters: string, units: Uint16Array, start: number, end: number): boolean {
  let at = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i] as number;
    if (unit !== APOSTROPHE && unit !== DOT && letters.charCodeAt(at++) !== unit) return false;
  }
  return at === letters.length;
}

/** Whether only apostrophes and dots stand there. */
function isSilent(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (units[i] !== APOSTROPHE && units[i] !== DOT) return false;
  return true;
}

function hashOfString(letters: string): number {
  let hash = STEM_SEED;
  for (let i = 0; i < letters.length; i++) hash = step(hash, letters.charCodeAt(i));
  return hash;
}

function builtIn(): ContextWords {
  const words: [string, number][] = [];
  const add = (list: string, bits: number) => list.split(/\s+/).forEach((word) => word !== '' && words.push([word, bits]));
  add(CUSTOMER_STRONG, CONTEXT.customerStrong);
  add(CUSTOMER_WEAK, CONTEXT.customerWeak);
  add(COMPANY_BESIDE, CONTEXT.companyBeside);
  add(OTHER_SENSE_STRONG, CONTEXT.otherSenseStrong);
  add(OTHER_SENSE_WEAK, CONTEXT.otherSenseWeak);
  add(PERSON_BESIDE, CONTEXT.personBeside);
  return new ContextWords(words);
}

export const BUILT_IN_CONTEXT: ContextWords = builtIn();
