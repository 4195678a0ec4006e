/** Knows whether a word is also an ordinary word of a language: the case of Getir, Dôvera and Apple. */

import { KeyIndex } from './key-index.js';
import { hashOf, MAX_WORD, STEM_SEED, step } from './unit-hash.js';
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
  if (word.length > LONGEST_INFLECTED && !hasOrdinaryHash(hashOfText(word))) return false;
  return isOrdinaryIn('en', word) || isOrdinaryIn('tr', word) || isOrdinaryIn('sk', word);
}

/** The hashes of all of them, asked for every long word of every post. */
const HASHES = ordinaryHashes();

function ordinaryHashes(): KeyIndex {
  const letters = new Uint16Array(MAX_WORD);
  const keys = Object.values(ORDINARY).flatMap((words) =>
    [...words].map((word) => {
      for (let i = 0; i < word.length; i++) letters[i] = word.charCodeAt(i);
      return hashOf(letters, word.length);
    }),
  );
  return new KeyIndex(Int32Array.from(keys), new Uint32Array(keys.length));
}

/** As `hashOf`, without a copy of the letters. */
function hashOfText(word: string): number {
  let hash = STEM_SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/** Whether the hash of a token is that of an ordinary word. */
export function hasOrdinaryHash(hash: number): boolean {
  return HASHES.mayHave(hash) && HASHES.first(hash) >= 0;
}
