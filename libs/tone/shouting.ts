/** Shouting: words in capitals one after another, and heaps of exclamation marks. */
import type { ToneHint } from '#libs/contracts/http/tone.js';
import type { Word } from '#libs/reply-text/read-words.js';

/** Short words in capitals are abbreviations (SMS, IBAN, KDV): a shout has longer ones, or several in a row. */
const LONG = 5;
const ROW = 2;
const MARKS = /[!！](?:\s?[!！?]){1,}|\?(?:\s?[!?]){2,}/gu;
/** More single exclamation marks than these are a raised voice too. */
const MOST_MARKS = 3;

/** @returns a hint for each run of capitals and each heap of marks */
export function findShouting(text: string, words: readonly Word[]): ToneHint[] {
  const at = (start: number, end: number): ToneHint => ({ rule: 'shouting', start, end, words: text.slice(start, end) });
  const hints = [...text.matchAll(MARKS)].map(({ 0: marks, index }) => at(index, index + marks.length));
  const single = [...text.matchAll(/!/g)];
  if (hints.length === 0 && single.length > MOST_MARKS) hints.push(at(single[0]?.index ?? 0, (single.at(-1)?.index ?? 0) + 1));
  for (let from = 0; from < words.length; from += 1) {
    let to = from;
    while (words[to]?.sentence === words[from]?.sentence && isCapitals(words[to])) to += 1;
    if (to === from) continue;
    if (isShout(words.slice(from, to))) hints.push(at(words[from]?.start ?? 0, words[to - 1]?.end ?? 0));
    from = to;
  }
  return hints;
}

function isCapitals(word: Word | undefined): boolean {
  return (
    word?.kind === 'word' && word.raw.length > 1 && word.raw === word.raw.toUpperCase() && word.raw !== word.raw.toLowerCase()
  );
}

function isShout(run: readonly Word[]): boolean {
  const long = run.filter(({ raw }) => raw.length >= LONG).length;
  return run.length > ROW || (run.length === ROW && long > 0) || long === ROW;
}
