/** Looks up what the words around a name say about it. */

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

const SHORTEST = 2;
/** Beginnings shorter than this ask for the whole word: `gol` must not see golf. */
const SHORTEST_BEGINNING = 4;

/** Beginnings of words, with the bits of what they speak for. */
export class ContextWords {
  private readonly beginnings = new Map<string, number>();
  private readonly whole = new Map<string, number>();
  private longest = SHORTEST;

  add(word: string, bits: number): void {
    const asked = word.startsWith('=') ? word.slice(1) : word;
    const map = word.startsWith('=') || asked.length < SHORTEST_BEGINNING ? this.whole : this.beginnings;
    map.set(asked, (map.get(asked) ?? 0) | bits);
    if (map === this.beginnings) this.longest = Math.max(this.longest, asked.length);
  }

  /** The bits of a folded word: of all its beginnings together. */
  bitsOf(word: string): number {
    let bits = this.whole.get(word) ?? 0;
    for (let length = SHORTEST_BEGINNING; length <= word.length && length <= this.longest; length++) {
      bits |= this.beginnings.get(word.slice(0, length)) ?? 0;
    }
    return bits;
  }
}

function builtIn(): ContextWords {
  const words = new ContextWords();
  const add = (list: string, bits: number) => list.split(/\s+/).forEach((word) => word !== '' && words.add(word, bits));
  add(CUSTOMER_STRONG, CONTEXT.customerStrong);
  add(CUSTOMER_WEAK, CONTEXT.customerWeak);
  add(COMPANY_BESIDE, CONTEXT.companyBeside);
  add(OTHER_SENSE_STRONG, CONTEXT.otherSenseStrong);
  add(OTHER_SENSE_WEAK, CONTEXT.otherSenseWeak);
  add(PERSON_BESIDE, CONTEXT.personBeside);
  return words;
}

export const BUILT_IN_CONTEXT: ContextWords = builtIn();
