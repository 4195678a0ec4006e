/** The other ways in which people write a name: together, apart, with "and", without ".com". */

import { wordsOf } from './tokenise.js';

export type SpellingForm = 'as-written' | 'together' | 'apart' | 'short';

/** One way: folded words in a row with at most `slop` others between them. */
export interface Spelling {
  form: SpellingForm;
  words: string[];
  slop: number;
}

const SHORTEST_TOGETHER = 5;
const MOST_WORDS_TOGETHER = 4;
const WEB_ENDING = /^(.{3,})\.(?:com(?:\.tr)?|net|org|sk|cz|eu|io|app|co|tr)$/i;
/** Without a digit, a sign or a capital inside a word a name has no other spellings than these. */
const VARIES = /[\p{N}&+.]|\p{Ll}\p{Lu}/u;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L}{3})/u;

/** The spelling as it stands, and with `joined` its variants. Never empty for a term with letters. */
export function spellingsOf(text: string, slop: number, joined: boolean): Spelling[] {
  const words = wordsOf(text);
  const spellings: Spelling[] = [{ form: 'as-written', words, slop }];
  if (!joined || (words.length === 1 && !VARIES.test(text))) return spellings;
  const parts = words.filter((word) => word !== '&' && word !== '+');
  const together = parts.join('');
  if (parts.length > 1 && parts.length <= MOST_WORDS_TOGETHER && slop === 0 && together.length >= SHORTEST_TOGETHER) {
    spellings.push({ form: 'together', words: [together], slop: 0 });
  }
  if (VARIES.test(text)) spellings.push(...otherSpellings(text, words));
  return spellings;
}

function otherSpellings(text: string, words: string[]): Spelling[] {
  const others: Spelling[] = [];
  const parts = words.length === 1 ? text.split(HUMP).flatMap(wordsOf) : [];
  if (parts.length > 1 && parts.join('') === words[0]) others.push({ form: 'apart', words: parts, slop: 0 });
  if (words.length === 1 && words[0]?.includes('&'))
    others.push({ form: 'apart', words: wordsOf(text.replaceAll('&', ' & ')), slop: 0 });
  if (words.length > 2 && words.includes('&'))
    others.push({ form: 'apart', words: words.filter((word) => word !== '&'), slop: 1 });
  if (words.at(-1) === '+') others.push({ form: 'apart', words: [...words.slice(0, -1), 'plus'], slop: 0 });
  const site = WEB_ENDING.exec(text);
  if (site) others.push({ form: 'short', words: wordsOf(site[1] as string), slop: 0 });
  return others;
}
