/** Finds listed phrases in a post: words in a row, each exact or, with a star, the beginning of a word. */
import { fold } from '../text/fold.js';
import type { Token } from '../text/tokens.js';

interface Phrase {
  readonly parts: readonly { readonly text: string; readonly open: boolean }[];
  readonly entry: string;
}

export interface PhraseHit {
  /** The phrase as it stands in the list. */
  readonly entry: string;
  /** The words of the post that matched it. */
  readonly words: string;
  /** Position of its first word among the words of the post. */
  readonly at: number;
}

const KEY_LENGTH = 3;

/** A compiled list; phrases are found by the first letters of their first word. */
export class PhraseList {
  private readonly byStart = new Map<string, Phrase[]>();

  /** Takes phrases, one a line or comma-separated, written folded (no diacritics, lower case). */
  constructor(list: string) {
    for (const entry of fold(list)
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter(Boolean)) {
      const parts = entry.split(/\s+/).map((part) => ({ text: part.replace(/\*$/, ''), open: part.endsWith('*') }));
      const key = (parts[0]?.text ?? '').slice(0, KEY_LENGTH);
      const bucket = this.byStart.get(key) ?? [];
      bucket.push({ parts, entry });
      this.byStart.set(key, bucket);
    }
  }

  /** Takes the words of a post in order, returns every listed phrase found in them. */
  find(words: readonly Token[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    words.forEach((word, at) => {
      for (let length = 1; length <= KEY_LENGTH; length += 1) {
        if (word.folded.length < length) break;
        for (const phrase of this.byStart.get(word.folded.slice(0, length)) ?? []) {
          if (
            phrase.parts[0] !== undefined &&
            phrase.parts[0].text.slice(0, KEY_LENGTH).length === length &&
            matches(phrase, words, at)
          ) {
            hits.push({
              entry: phrase.entry,
              at,
              words: words
                .slice(at, at + phrase.parts.length)
                .map((token) => token.raw)
                .join(' '),
            });
          }
        }
      }
    });
    return hits;
  }
}

function matches(phrase: Phrase, words: readonly Token[], at: number): boolean {
  return phrase.parts.every((part, offset) => {
    const word = words[at + offset]?.folded;
    if (word === undefined) return false;
    return part.open ? word.startsWith(part.text) : word === part.text;
  });
}
