/** The lexicon of each language that has one. */
import english from 'sentiment/languages/en/index.js';
import { Lexicon } from './lexicon.js';
import { SLOVAK_WORDS } from './slovak.js';
import { TURKISH_WORDS } from './turkish.js';

/** AFINN-165 of the `sentiment` package (MIT). */
function englishLexicon(): Lexicon {
  const lexicon = new Lexicon();
  for (const [word, value] of Object.entries(english.labels)) lexicon.add(word, value);
  return lexicon;
}

const BY_LANGUAGE: Readonly<Record<string, Lexicon>> = {
  en: englishLexicon(),
  tr: new Lexicon(TURKISH_WORDS),
  sk: new Lexicon(SLOVAK_WORDS),
};

const FALLBACK: Readonly<Record<string, string>> = { cs: 'sk', az: 'tr' };

/** Takes a language code, returns its lexicon; `undefined` when there is none. */
export function lexiconOf(language: string): Lexicon | undefined {
  return BY_LANGUAGE[language] ?? BY_LANGUAGE[FALLBACK[language] ?? ''];
}
