/** The lexicon of each language that has one: free lists first, then the words rated for this project, which win. */
import * as english from 'sentiment/languages/en/index.js';
import { AFINN_DE } from './afinn-de.js';
import { AFINN_ES } from './afinn-es.js';
import { AFINN_FR } from './afinn-fr.js';
import { AFINN_IT } from './afinn-it.js';
import { AFINN_PT } from './afinn-pt.js';
import { AFINN_SK } from './afinn-sk.js';
import { AFINN_TR } from './afinn-tr.js';
import { ENGLISH_WORDS } from './english.js';
import { Lexicon } from './lexicon.js';
import { FRENCH_WORDS, GERMAN_WORDS, ITALIAN_WORDS, PORTUGUESE_WORDS, SPANISH_WORDS } from './other-languages.js';
import { SLOVAK_WORDS } from './slovak.js';
import { TURKISH_WORDS } from './turkish.js';
import { VADER_EN } from './vader-en.js';
import { whenAsked } from '../when-asked.js';

/** Translated lists rate words less surely than lists made in the language. */
const TRANSLATED = 0.8;

/** Cuts the endings that change most in a family of languages; what is left must still tell the word. */
const STEMS = {
  romance: (word: string): string => (word.length >= 6 ? word.replace(/(?:ar|er|ir|re)$|[aeiou]s?$/, '') : ''),
  german: (word: string): string => (word.length >= 6 ? word.replace(/(?:en|er|es|e|n|s)$/, '') : ''),
  slovak: (word: string): string => (word.length >= 6 ? word.replace(/(?:ovat|nut|ny|nej|ych|t)$|[aeiouy]$/, '') : ''),
  turkish: (word: string): string => (word.length >= 5 ? word.replace(/m[ae]k$/, '') : ''),
};

/** AFINN-165 of the `sentiment` package (MIT) under the words of VADER, whose ratings are finer, under own ones. */
function englishLexicon(): Lexicon {
  const lexicon = new Lexicon();
  for (const [word, value] of Object.entries(english.labels)) lexicon.add(word, value);
  return lexicon.addList(VADER_EN).addList(ENGLISH_WORDS);
}

const build = (list: string, stem: (word: string) => string): Lexicon => new Lexicon().addStemmed(list, stem, TRANSLATED);

/** Each is made when it is first asked: all of them take a twentieth of a second. */
const BY_LANGUAGE: Readonly<Record<string, () => Lexicon>> = {
  en: whenAsked(englishLexicon),
  tr: whenAsked(() => build(AFINN_TR, STEMS.turkish).addList(TURKISH_WORDS)),
  sk: whenAsked(() => build(AFINN_SK, STEMS.slovak).addList(SLOVAK_WORDS)),
  de: whenAsked(() => build(AFINN_DE, STEMS.german).addList(GERMAN_WORDS)),
  fr: whenAsked(() => build(AFINN_FR, STEMS.romance).addList(FRENCH_WORDS)),
  es: whenAsked(() => build(AFINN_ES, STEMS.romance).addList(SPANISH_WORDS)),
  it: whenAsked(() => build(AFINN_IT, STEMS.romance).addList(ITALIAN_WORDS)),
  pt: whenAsked(() => build(AFINN_PT, STEMS.romance).addList(PORTUGUESE_WORDS)),
};

/** The languages that have a lexicon. */
export const LEXICON_LANGUAGES: readonly string[] = Object.keys(BY_LANGUAGE);

const FALLBACK: Readonly<Record<string, string>> = { cs: 'sk', az: 'tr', gl: 'pt', ca: 'es' };

/** Takes a language code, returns its lexicon; `undefined` when there is none. */
export function lexiconOf(language: string): Lexicon | undefined {
  return (BY_LANGUAGE[language] ?? BY_LANGUAGE[FALLBACK[language] ?? ''])?.();
}
