/** Decides whether a token is a word of a watch in one of its forms, once the table has said that it begins like it. */

import type { CompiledWords } from './compiled-words.js';
import { isOrdinary } from './ordinary-words.js';
import { endsWithSlips } from './slips.js';
import { isTurkishSuffix, type Sound } from './turkish-suffix.js';
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
  | 'in-name'
  | 'misspelt'
  | 'split';

/** In hashtags, handles and links a name of this length may be followed by other words without a space. */
const SHORTEST_IN_NAME = 5;
/** A name of one letter takes no apostrophe: O'Neill is not O. */
const SHORTEST_BEFORE_APOSTROPHE = 2;

/** A stem that a token begins with: its length, what may follow it, and how the whole name sounds. */
export interface StemInToken {
  length: number;
  follows: number;
  sound: Sound;
}

/** The form of a token that begins with a stem, or undefined when something else follows there. */
export function formOf(word: TokenWord, stem: StemInToken, inName: boolean): WordForm | undefined {
  if (stem.length === word.length) return stem.follows & NOTHING ? 'exact' : undefined;
  if (stem.follows & ANYTHING) return 'prefix';
  const tail = word.tail(stem.length);
  const form = word.apostrophe === stem.length ? afterApostrophe(tail, stem) : inflection(tail, stem, word.lang);
  if (form === undefined && inName && stem.length >= SHORTEST_IN_NAME && (stem.follows & (TURKISH | ENGLISH)) !== 0)
    return 'in-name';
  return form;
}

function afterApostrophe(tail: string, stem: StemInToken): WordForm | undefined {
  if ((stem.follows & NOTHING) === 0 || stem.length < SHORTEST_BEFORE_APOSTROPHE) return undefined;
  if (tail === 's') return 'possessive';
  if (stem.follows & TURKISH && isTurkishSuffix(tail, stem.sound, true)) return 'turkish-apostrophe';
  return 'apostrophe';
}

function inflection(tail: string, stem: StemInToken, lang: string): WordForm | undefined {
  const turkish = isTurkishEnding(tail, stem);
  if (turkish && lang.startsWith('tr')) return 'turkish';
  if (stem.follows & SLOVAK && isSlovakEnding(tail, stem.follows)) return 'slovak';
  if (turkish) return 'turkish';
  if (stem.follows & ENGLISH && (tail === 's' || tail === 'es')) return 'plural';
  return undefined;
}

function isTurkishEnding(tail: string, { follows, sound }: StemInToken): boolean {
  if ((follows & (TURKISH | TURKISH_VOWEL)) === 0) return false;
  if ((follows & TURKISH) === 0 && !/^[aeiu]/.test(tail)) return false;
  return isTurkishSuffix(tail, sound, false);
}

/** Whether the token is a word with the forgiven slips, alone or with an ending, and not an ordinary word itself. */
export function isMisspelt(word: TokenWord, letters: Uint16Array, number: number, words: CompiledWords): boolean {
  const slips = words.slips[number] as number;
  const stem = { length: 0, follows: words.follows[number] as number, sound: words.sounds[number] as number };
  const isEnd = (end: number, used: number): boolean => {
    if (used === 0) return false;
    if (end === word.length) return true;
    if (word.apostrophe > 0) return end === word.apostrophe;
    return inflection(word.tail(end), { ...stem, length: end }, word.lang) !== undefined;
  };
  return endsWithSlips(letters, word.letters, word.length, slips, isEnd) && !isOrdinary(word.tail(0));
}
