/** What scoring makes when it is first asked, in small parts: made ahead, no post waits for it. */
import { detector } from './language/detector.js';
import { LEXICON_LANGUAGES, lexiconOf } from './lexicons/all-lexicons.js';
import { scorePost } from './score-post.js';

/** A post in each language that has lists of phrases of its own, and one that could be of any: all lists are asked. */
export const SAMPLES: Readonly<Record<string, string>> = {
  en: 'The parcel has not arrived and nobody answers the phone, this is unacceptable!',
  tr: 'Kargom hâlâ gelmedi ve kimse telefona bakmıyor, bu kabul edilemez!',
  sk: 'Balík stále neprišiel a nikto nedvíha telefón, toto je neprijateľné!',
  unknown: 'Xqzt 22',
};

/** @returns the parts, to be run one after the other; running them again does no harm */
export function preparations(): (() => unknown)[] {
  const lexicons = LEXICON_LANGUAGES.map((code) => () => lexiconOf(code)?.rate(''));
  const posts = Object.values(SAMPLES).map((text) => () => scorePost({ text }));
  return [detector, ...lexicons, ...posts];
}
