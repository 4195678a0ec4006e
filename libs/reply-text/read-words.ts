/** Reads a reply into words with their places, sentences and clauses: what the tone check and the promise reader look at. */
import { fold } from '#libs/scoring/text/fold.js';

export interface Word {
  /** As written. */
  readonly raw: string;
  /** Lower case without diacritics; a suffix after an apostrophe stays. Dates and times keep their digits only. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'time' | 'date';
  /** Places in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Counted from 0; a sentence ends at . ! ? … or a line end, a clause also at , ; : and dashes. */
  readonly sentence: number;
  readonly clause: number;
}

/** Longer texts are read by their first part: no network takes longer replies, and time stays bounded. */
const MAX_CHARS = 10_000;
const MAX_WORD = 60;
/** What Turkish hangs on a figure: 15:00'e, 3'te. */
const SUFFIX = String.raw`(?:['’]\p{L}{1,6})?`;
const SCAN = new RegExp(
  [
    String.raw`((?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\d{1,2}\. ?\d{1,2}\.(?!\d)|\d{1,2}\/\d{1,2}(?![\d/])|(?:2[5-9]|3[01])\.(?:0[1-9]|1[0-2])(?!\d))${SUFFIX})`,
    String.raw`((?:[01]?\d|2[0-4])[:.][0-5]\d(?![\d%])${SUFFIX})`,
    String.raw`(\d{1,9}${SUFFIX})`,
    String.raw`(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)`,
    String.raw`([.!?…\n]+)`,
    String.raw`([,;:–—]| - )`,
  ].join('|'),
  'gu',
);
const KINDS = ['date', 'time', 'number', 'word'] as const;
/** An ordinal's point is none of a sentence: "24. novembra", "15. hodine". */
const AFTER_ORDINAL = /^\. \p{Ll}/u;

/** @returns the words of a text in order; linear in its length */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  const place = { sentence: 0, clause: 0 };
  const bounded = text.slice(0, MAX_CHARS);
  for (const found of bounded.matchAll(SCAN)) {
    const group = found.slice(1).findIndex((part) => part !== undefined);
    const kind = KINDS[group];
    const start = found.index;
    const raw = found[0];
    if (kind !== undefined) words.push({ raw, folded: foldedOf(kind, raw), kind, start, end: start + raw.length, ...place });
    else if (group === 5 || isOrdinal(words.at(-1), bounded, start)) place.clause += group === 5 ? 1 : 0;
    else if (words.length > 0) {
      place.sentence += 1;
      place.clause += 1;
    }
  }
  return words;
}

function foldedOf(kind: Word['kind'], raw: string): string {
  return kind === 'word' ? fold(raw.slice(0, MAX_WORD)) : raw.replace(/['’].*$/u, '').replaceAll(' ', '');
}

function isOrdinal(last: Word | undefined, text: string, at: number): boolean {
  return last?.kind === 'number' && last.end === at && AFTER_ORDINAL.test(text.slice(at, at + 3));
}
