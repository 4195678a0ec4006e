/** Knows whether a word is also an ordinary word of a language: the case of Getir, Dôvera and Apple. */

import type { InflectedLanguage } from './watch-options.js';
import { ORDINARY_EN } from './words/ordinary.en.js';
import { ORDINARY_SK } from './words/ordinary.sk.js';
import { ORDINARY_TR } from './words/ordinary.tr.js';

const ORDINARY: Record<InflectedLanguage, ReadonlySet<string>> = {
  en: new Set(ORDINARY_EN.split(' ')),
  sk: new Set(ORDINARY_SK.split(' ')),
  tr: new Set(ORDINARY_TR.split(' ')),
};

/** Short words whose accusative or possessive is a brand: Eti is also "his meat". */
const LONGEST_INFLECTED = 5;

/** Whether a folded word is ordinary in the language. */
export function isOrdinaryIn(language: InflectedLanguage, word: string): boolean {
  const words = ORDINARY[language];
  if (words.has(word)) return true;
  return (
    language === 'tr' && word.length <= LONGEST_INFLECTED && /[iu]$/.test(word) && word.length > 2 && words.has(word.slice(0, -1))
  );
}

/** Whether a folded word is ordinary in any of the languages we know. */
export function isOrdinary(word: string): boolean {
  return isOrdinaryIn('en', word) || isOrdinaryIn('tr', word) || isOrdinaryIn('sk', word);
}
