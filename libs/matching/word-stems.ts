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
const LATIN = /[a-z]/;

/** The stems of a word, each once, with everything that may follow it. */
export function wordStems(forms: WordForms): WordStem[] {
  const { word } = forms;
  if (forms.prefix) return [{ stem: word, follows: NOTHING | ANYTHING }];
  const stems = [{ stem: word, follows: NOTHING }];
  if (forms.suffixes && LATIN.test(word)) addInflected(forms, stems);
  return stems;
}

function addInflected({ word, spelling, languages }: WordForms, stems: WordStem[]): void {
  if (languages.includes('en')) add(stems, word, ENGLISH);
  if (languages.includes('tr')) {
    add(stems, word, TURKISH);
    const soft = SOFTENED[word.at(-1) ?? ''];
    if (soft !== undefined && word.length >= SHORTEST_SOFTENED) add(stems, word.slice(0, -1) + soft, TURKISH_VOWEL);
  }
  if (!languages.includes('sk')) return;
  for (const { stem, pattern } of slovakStems(word, spelling)) add(stems, stem, slovakBit(pattern));
}

/** A word has few stems: looking through them costs less than a map. */
function add(stems: WordStem[], stem: string, bit: number): void {
  const known = stems.find((one) => one.stem === stem);
  if (known) known.follows |= bit;
  else stems.push({ stem, follows: bit });
}

function slovakBit(pattern: SlovakPattern): number {
  return SLOVAK_FIRST << SLOVAK_PATTERNS.indexOf(pattern);
}

/** Whether one of the Slovak patterns in `follows` takes this ending. */
export function isSlovakEnding(tail: string, follows: number): boolean {
  return SLOVAK_PATTERNS.some((pattern, i) => (follows & (SLOVAK_FIRST << i)) !== 0 && pattern.endings.has(tail));
}
