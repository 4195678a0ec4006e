/** Listed phrases and where they stand in a reply: words in a row, with open endings, alternatives and gaps. */
import type { Word } from './read-words.js';

export interface PhraseFound {
  /** Index of the first and after the last word. */
  readonly from: number;
  readonly to: number;
}

interface Part {
  readonly gap: boolean;
  readonly exact: ReadonlySet<string>;
  readonly open: readonly string[];
  readonly endings: readonly string[];
}
type Phrase = readonly Part[];

/** A gap `_` stands for up to this many words of the same sentence. */
const MAX_GAP = 3;

/**
 * @param list phrases, one a line or comma-separated, folded (no diacritics): `a|b` one or the other, `a*` any ending, `*a` any
 *   beginning, `_` a gap
 * @returns the list, ready for findPhrases
 */
export function phrasesOf(list: string): readonly Phrase[] {
  return list
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => entry.split(/\s+/).map(partOf));
}

function partOf(part: string): Part {
  const words = part.split('|');
  return {
    gap: part === '_',
    exact: new Set(words.filter((word) => !word.includes('*'))),
    open: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    endings: words.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
  };
}

/** @returns every place where a listed phrase stands within one sentence, the longest at each first word */
export function findPhrases(words: readonly Word[], phrases: readonly Phrase[]): PhraseFound[] {
  const found: PhraseFound[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const to = phraseAt(words, phrases, from);
    if (to !== -1) found.push({ from, to });
  }
  return found;
}

/** @returns the index after the longest listed phrase that begins at this word and stays in its sentence, or -1 */
export function phraseAt(words: readonly Word[], phrases: readonly Phrase[], from: number): number {
  const sentence = words[from]?.sentence;
  if (sentence === undefined) return -1;
  let to = -1;
  for (const phrase of phrases) to = Math.max(to, endOf(phrase, words, sentence, from));
  return to;
}

/** @returns the index after the phrase's last word, or -1 */
function endOf(phrase: Phrase, words: readonly Word[], sentence: number, at: number): number {
  const [wanted, ...rest] = phrase;
  if (wanted === undefined) return at;
  if (wanted.gap) {
    for (let skip = 0; skip <= MAX_GAP; skip += 1) {
      const end = endOf(rest, words, sentence, at + skip);
      if (end !== -1) return end;
    }
    return -1;
  }
  const word = words[at];
  return word?.sentence === sentence && fits(wanted, word.folded) ? endOf(rest, words, sentence, at + 1) : -1;
}

function fits(part: Part, folded: string): boolean {
  if (part.exact.has(folded) || part.open.some((beginning) => folded.startsWith(beginning))) return true;
  return part.endings.some((ending) => folded.endsWith(ending));
}
