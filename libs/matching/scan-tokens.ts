/** The cheap first pass: reads each token of a post once and notes which words of the watches it is. */

import type { CompiledWords } from './compiled-words.js';
import type { FoldedUnits } from './fold.js';
import { IN_HANDLE, IN_TAG, IN_URL, WHOLE, type TokenList } from './token-list.js';
import { TokenWord } from './token-word.js';
import { hashWithout, MISSPELT_PREFIX, SPLIT_SEED, STEM_SEED, step } from './unit-hash.js';
import { formOf, isMisspelt, type WordForm } from './word-forms.js';

/** A word of a watch found in a post: tokens `first` to `last`. */
export interface WordHit {
  first: number;
  last: number;
  form: WordForm;
}

/** The hits of each word, by its number, in the order of the text. */
export type WordHits = Map<number, WordHit[]>;

/** More places of one word in one post are not looked at; a hostile text can not make a query slow. */
const MAX_HITS = 2048;

/** All words of the watches in a text; endings of its language `lang` go first. Linear in the text; nearly independent of how many words there are. */
export function scanTokens(words: CompiledWords, folded: FoldedUnits, tokens: TokenList, lang = ''): WordHits {
  const scan = new TokenScan(words, folded, tokens, lang);
  for (let t = 0; t < tokens.count; t++) scan.token(t);
  return scan.hits;
}

class TokenScan {
  readonly hits: WordHits = new Map();
  private readonly word: TokenWord;
  private t = 0;

  constructor(
    private readonly words: CompiledWords,
    private readonly folded: FoldedUnits,
    private readonly tokens: TokenList,
    lang: string,
  ) {
    this.word = new TokenWord(lang);
  }

  token(t: number): void {
    this.t = t;
    this.word.read(this.folded.units, this.tokens.start[t] as number, this.tokens.end[t] as number);
    this.lookUpStems();
    if (this.word.length >= MISSPELT_PREFIX) this.lookUpMisspelt();
  }

  private lookUpStems(): void {
    const { table } = this.words;
    const { letters, length } = this.word;
    let stem = STEM_SEED;
    let split = SPLIT_SEED;
    for (let i = 0; i < length; i++) {
      stem = step(stem, letters[i] as number);
      split = step(split, letters[i] as number);
      if (table.mayHave(stem)) this.checkStems(stem >>> 0, i + 1);
    }
    if (table.mayHave(split)) this.checkSplits(split >>> 0);
  }

  private checkStems(key: number, length: number): void {
    const { table, spelling } = this.words;
    const { words, follows } = table.entries;
    const inTag = ((this.tokens.flags[this.t] as number) & (IN_TAG | IN_HANDLE | IN_URL)) !== 0;
    for (let place = table.first(key); place >= 0; place = table.next(key, place)) {
      const entry = table.entryAt(place);
      if (!this.startsWith(entry, length)) continue;
      const number = words[entry] as number;
      const form = formOf(this.word, length, follows[entry] as number, spelling[number] as string, inTag);
      if (form !== undefined) this.note(number, this.t, form);
    }
  }

  /** `hepsi burada` for Hepsiburada: this token and the next are one word. */
  private checkSplits(key: number): void {
    const next = this.t + 1;
    const apart =
      (IN_TAG | IN_HANDLE | IN_URL | WHOLE) & ((this.tokens.flags[this.t] as number) | (this.tokens.flags[next] ?? 0));
    if (next >= this.tokens.count || apart !== 0) return;
    const { table, spelling, follows } = this.words;
    const firstLength = this.word.length;
    this.word.append(this.folded.units, this.tokens.start[next] as number, this.tokens.end[next] as number);
    for (let place = table.first(key); place >= 0; place = table.next(key, place)) {
      const entry = table.entryAt(place);
      if (table.entries.stemLength[entry] !== firstLength || !this.startsWith(entry, firstLength)) continue;
      this.checkSplit(table.entries.words[entry] as number, spelling, follows);
    }
    this.word.read(this.folded.units, this.tokens.start[this.t] as number, this.tokens.end[this.t] as number);
  }

  private checkSplit(number: number, spelling: readonly string[], follows: Uint16Array): void {
    const stem = this.words.stemOf(number);
    for (let i = 0; i < stem.length; i++) if (this.word.letters[i] !== stem[i]) return;
    if (stem.length > this.word.length) return;
    const form = formOf(this.word, stem.length, follows[number] as number, spelling[number] as string, false);
    if (form !== undefined) this.note(number, this.t + 1, 'split');
  }

  private lookUpMisspelt(): void {
    const { table } = this.words;
    for (let left = 0; left < MISSPELT_PREFIX; left++) {
      const key = hashWithout(this.word.letters, left);
      if (!table.mayHave(key)) continue;
      for (let place = table.first(key); place >= 0; place = table.next(key, place)) this.checkMisspelt(table.entryAt(place));
    }
  }

  private checkMisspelt(entry: number): void {
    const { entries } = this.words.table;
    const number = entries.words[entry] as number;
    if (this.words.slips[number] === 0 || this.hits.get(number)?.at(-1)?.last === this.t) return;
    const start = entries.stemStart[entry] as number;
    const stem = entries.pool.subarray(start, start + (entries.stemLength[entry] as number));
    if (isMisspelt(this.word, stem, number, this.words)) this.note(number, this.t, 'misspelt');
  }

  private startsWith(entry: number, length: number): boolean {
    const { stemLength, stemStart, pool } = this.words.table.entries;
    if (stemLength[entry] !== length) return false;
    const start = stemStart[entry] as number;
    for (let i = 0; i < length; i++) if (pool[start + i] !== this.word.letters[i]) return false;
    return true;
  }

  /** Notes a hit; of several stems that fit one token the form nearest to the name stays. */
  private note(number: number, last: number, form: WordForm): void {
    const hits = this.hits.get(number);
    if (hits === undefined) this.hits.set(number, [{ first: this.t, last, form }]);
    else if (hits.at(-1)?.first === this.t) {
      if (isNearer(form, (hits.at(-1) as WordHit).form)) hits[hits.length - 1] = { first: this.t, last, form };
    } else if (hits.length < MAX_HITS) hits.push({ first: this.t, last, form });
  }
}

const NEAREST: readonly WordForm[] = ['exact', 'turkish-apostrophe', 'possessive', 'apostrophe'];

function isNearer(form: WordForm, than: WordForm): boolean {
  const rank = (of: WordForm) => (NEAREST.includes(of) ? NEAREST.indexOf(of) : NEAREST.length);
  return rank(form) < rank(than);
}
