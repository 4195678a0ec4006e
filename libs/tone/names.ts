/** Whose name a reply calls, and whether it is the customer's. */
import type { Locale } from '#libs/contracts/words.js';
import { fold } from '#libs/scoring/text/fold.js';
import { phraseAt, type PhraseFound, type phrasesOf } from '#libs/reply-text/phrases.js';
import type { Word } from '#libs/reply-text/read-words.js';

type Phrases = ReturnType<typeof phrasesOf>;

/** Titles stand before a name (pán, Sayın) or after it (Bey, Hanım), and are none themselves. */
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'pan',
  'pani',
  'slecna',
  'sayin',
  'bay',
  'bayan',
  'hanim',
  'bey',
  'ing',
  'mgr',
  'p',
]);
const AFTER_NAME = new Set(['hanim', 'bey']);
/** Declined names keep this much of their beginning: Marek, Marekovi; Zuzana, Zuzane. */
const STEM = 3;
/** A greeting stands among the first words. */
const FIRST_WORDS = 4;
const NAME = /^\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{L}+)*$/u;

/** Words of taking leave: a name after them is ours. */
const LEAVE =
  /^(?:regards|best|sincerely|yours|cheers|wishes|faithfully|warmly|love|team|tim|timu|pozdravom|pozdrav|pozdravujem|pozdravuje|zdravi|vas|vasa|den|saygilar\w*|selamlar\w*|sevgiler\w*)$/;
/** A name ends what it stands in: "Thank you for waiting, Maria." */
const ENDS = /^\s*(?:[.!?…]|$)/;

/** "We are sorry, Maria.": a name between a comma and the end. */
function calledName(words: readonly Word[], notNames: Phrases, text: string): PhraseFound | null {
  for (let at = 1; at < words.length; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (before && word && isName(word, notNames, words, at) && isCalledAfter(before, word, text)) return { from: at, to: at + 1 };
  }
  return null;
}

/** After a comma of the same sentence, not after another name ("Berlin, Germany") nor after words of leave. */
function isCalledAfter(before: Word, word: Word, text: string): boolean {
  if (before.sentence !== word.sentence || LEAVE.test(before.folded) || NAME.test(before.raw)) return false;
  return text.slice(before.end, word.start).trim() === ',' && ENDS.test(text.slice(word.end));
}

/** @returns where the reply calls somebody by name: after its greeting, before Bey and Hanım, or after a comma at the end; null when it does not */
export function addressedName(
  words: readonly Word[],
  { greeting, notNames }: { readonly greeting: Phrases; readonly notNames: Phrases },
  language: Locale,
  text: string,
): PhraseFound | null {
  if (language === 'tr') {
    const title = words.findIndex(
      (word, at) => at > 0 && AFTER_NAME.has(word.folded) && isName(words[at - 1], notNames, words, at - 1),
    );
    if (title > 0) return { from: title - 1, to: title };
  }
  for (let at = 0; at < Math.min(FIRST_WORDS, words.length); at += 1) {
    let from = phraseAt(words, greeting, at);
    if (from === -1) continue;
    while (TITLES.has(words[from]?.folded ?? '')) from += 1;
    let to = from;
    while (to < from + 2 && words[to]?.sentence === words[at]?.sentence && isName(words[to], notNames, words, to)) to += 1;
    if (to > from && (to === from + 1 || words[to - 1]?.clause === words[from]?.clause)) return { from, to };
  }
  return language === 'tr' ? null : calledName(words, notNames, text);
}

function isName(word: Word | undefined, notNames: Phrases, words: readonly Word[], at: number): boolean {
  return word?.kind === 'word' && NAME.test(word.raw) && !TITLES.has(word.folded) && phraseAt(words, notNames, at) === -1;
}

/** @returns whether a word of the call belongs to the customer's name or handle; true when neither is known */
export function isTheirs(
  { from, to }: PhraseFound,
  words: readonly Word[],
  { name, handle }: { name: string | null; handle: string | null },
): boolean {
  const known = fold(`${name ?? ''} ${handle ?? ''}`).replace(/[^\p{L}]+/gu, ' ');
  if (known.trim() === '') return true;
  const glued = known.replaceAll(' ', '');
  return words.slice(from, to).some(({ folded }) => {
    const called = folded.replace(/['’].*$/u, '');
    return glued.includes(called) || known.split(' ').some((part) => part.length >= STEM && sameStem(part, called));
  });
}

function sameStem(a: string, b: string): boolean {
  const stem = Math.max(STEM, Math.min(a.length, b.length) - 1);
  return a.slice(0, stem) === b.slice(0, stem);
}
