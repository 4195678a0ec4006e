/** Decides whether a token is a word of a watch in one of its forms, once the table has said that it begins like it. */

import type { CompiledWords } from './compiled-words.js';
import { boundedDistance } from './edit-distance.js';
import { isTurkishSuffix } from './turkish-suffix.js';
import type { TokenWord } from './token-word.js';
import { ANYTHING, ENGLISH, isSlovakEnding, NOTHING, SLOVAK, TURKISH, TURKISH_VOWEL } from './word-stems.js';

/** How a word was written in the post. */
export type WordForm =
  | 'exact'
  | 'turkish-apostrophe'
  | 'possessive'
  | 'apostrophe'
  | 'turkish'
  | 'slovak'
  | 'plural'
  | 'prefix'
  | 'in-tag'
  | 'misspelt'
  | 'split';

/** In hashtags and handles a name of this length may be followed by other words without a space. */
const SHORTEST_IN_TAG = 5;
/** A name of one letter takes no apostrophe: O'Neill is not O. */
const SHORTEST_BEFORE_APOSTROPHE = 2;

/** The form of token `word`, whose first `stemLength` letters are a stem followed by what `follows` allows. */
export function formOf(
  word: TokenWord,
  stemLength: number,
  follows: number,
  spelling: string,
  inTag: boolean,
): WordForm | undefined {
  if (stemLength === word.length) {
    if ((follows & NOTHING) === 0) return isSlovakEnding('', follows) ? 'slovak' : undefined;
    return 'exact';
  }
  if (follows & ANYTHING) return 'prefix';
  const tail = word.tail(stemLength);
  const atApostrophe = word.apostrophe === stemLength;
  const form = atApostrophe
    ? afterApostrophe(tail, stemLength, follows, spelling)
    : inflection(tail, follows, spelling, word.lang);
  if (form === undefined && inTag && stemLength >= SHORTEST_IN_TAG && (follows & (TURKISH | ENGLISH)) !== 0) return 'in-tag';
  return form;
}

function afterApostrophe(tail: string, stemLength: number, follows: number, spelling: string): WordForm | undefined {
  if ((follows & NOTHING) === 0 || stemLength < SHORTEST_BEFORE_APOSTROPHE) return undefined;
  if (tail === 's') return 'possessive';
  if (follows & TURKISH && isTurkishSuffix(tail, spelling, true)) return 'turkish-apostrophe';
  return 'apostrophe';
}

function inflection(tail: string, follows: number, spelling: string, lang: string): WordForm | undefined {
  const turkish = isTurkishEnding(tail, follows, spelling);
  if (turkish && lang.startsWith('tr')) return 'turkish';
  if (follows & SLOVAK && isSlovakEnding(tail, follows)) return 'slovak';
  if (turkish) return 'turkish';
  if (follows & ENGLISH && (tail === 's' || (tail === 'es' && /[sxz]$|[cs]h$/i.test(spelling)))) return 'plural';
  return undefined;
}

function isTurkishEnding(tail: string, follows: number, spelling: string): boolean {
  if ((follows & (TURKISH | TURKISH_VOWEL)) === 0) return false;
  if ((follows & TURKISH) === 0 && !/^[aeiu]/.test(tail)) return false;
  return isTurkishSuffix(tail, spelling, false);
}

/** Whether the token is the word with the forgiven slips, alone or with an ending. */
export function isMisspelt(word: TokenWord, stem: Uint16Array, number: number, words: CompiledWords): boolean {
  const slips = words.slips[number] as number;
  const follows = words.follows[number] as number;
  const spelling = words.spelling[number] as string;
  const ends = word.apostrophe > 0 ? [word.apostrophe] : [word.length, stem.length, stem.length - 1, stem.length + 1];
  for (const end of ends) {
    if (end > word.length || end < stem.length - slips) continue;
    const distance = boundedDistance(stem, word.letters, end, slips);
    if (distance === 0 || distance > slips) continue;
    if (end === word.length || word.apostrophe > 0 || inflection(word.tail(end), follows, spelling, word.lang) !== undefined)
      return true;
  }
  return false;
}
