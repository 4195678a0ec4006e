/** What one word of a query looks like at the start of a token, and what may follow there. */

import { SLOVAK_PATTERNS, slovakStems, type SlovakPattern } from './slovak-endings.js';
import type { InflectedLanguage } from './watch-options.js';

/** What may follow a stem, as bits, so that one entry of the table serves all languages. */
export const NOTHING = 1;
export const ANYTHING = 2;
export const TURKISH = 4;
/** Turkish suffixes that begin with a vowel, after the softened consonant of Arçeliğin. */
export const TURKISH_VOWEL = 8;
export const ENGLISH = 16;
/** The bit of each Slovak pattern, in their order. */
const SLOVAK_FIRST = 32;
export const SLOVAK = ((1 << SLOVAK_PATTERNS.length) - 1) * SLOVAK_FIRST;

/** The stem may be written in two words: Hepsi burada. */
export const IN_HALVES = SLOVAK_FIRST << SLOVAK_PATTERNS.length;

export interface WordStem {
  stem: string;
  follows: number;
}

export interface WordForms {
  /** Folded. */
  word: string;
  /** As written in the query. */
  spelling: string;
  prefix: boolean;
  suffixes: boolean;
  languages: readonly InflectedLanguage[];
}

const SOFTENED: Record<string, string> = { k: 'g', p: 'b', t: 'd' };
const SHORTEST_SOFTENED = 5;

/** The stems of a word, each once, with everything that may follow it. */
export function wordStems(forms: WordForms): WordStem[] {
  if (forms.prefix) return [{ stem: forms.word, follows: NOTHING | ANYTHING }];
  const stems = new Map<string, number>([[forms.word, NOTHING]]);
  if (forms.suffixes && /[a-z]/.test(forms.word)) addInflected(forms, stems);
  return [...stems].map(([stem, follows]) => ({ stem, follows }));
}

function addInflected(forms: WordForms, stems: Map<string, number>): void {
  const add = (stem: string, bit: number) => stems.set(stem, (stems.get(stem) ?? 0) | bit);
  if (forms.languages.includes('en')) add(forms.word, ENGLISH);
  if (forms.languages.includes('tr')) {
    add(forms.word, TURKISH);
    const soft = SOFTENED[forms.word.at(-1) ?? ''];
    if (soft !== undefined && forms.word.length >= SHORTEST_SOFTENED) add(forms.word.slice(0, -1) + soft, TURKISH_VOWEL);
  }
  if (!forms.languages.includes('sk')) return;
  for (const { stem, pattern } of slovakStems(forms.word, forms.spelling)) add(stem, slovakBit(pattern));
}

function slovakBit(pattern: SlovakPattern): number {
  return SLOVAK_FIRST << SLOVAK_PATTERNS.indexOf(pattern);
}

/** Whether one of the Slovak patterns in `follows` takes this ending. */
export function isSlovakEnding(tail: string, follows: number): boolean {
  return SLOVAK_PATTERNS.some((pattern, i) => (follows & (SLOVAK_FIRST << i)) !== 0 && pattern.endings.has(tail));
}
