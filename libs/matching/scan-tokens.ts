/** The cheap first pass: reads each token of a post once and notes which words of the watches it is. */

import type { CompiledWords } from './compiled-words.js';
import type { FoldedUnits } from './folded-units.js';
import { IN_HANDLE, IN_TAG, IN_URL, type TokenList } from './token-list.js';
import { TokenWord } from './token-word.js';
import type { WordForm } from './word-forms.js';
import { WordLookup, type WordSink } from './word-lookup.js';

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
/** Scratch: nothing of it outlives a scan, and a scan is never interrupted. */
const WORD = new TokenWord();
const PREVIOUS = new TokenWord();
const NAMED = IN_TAG | IN_HANDLE | IN_URL;

/** A text, folded and cut into tokens. */
export interface ReadText {
  text: string;
  folded: FoldedUnits;
  tokens: TokenList;
}

/** All words of the watches in a text; endings of its language `lang` go first. Linear, nearly whatever the watches. */
export function scanTokens(words: CompiledWords, read: ReadText, lang = ''): WordHits {
  const { folded, tokens, text } = read;
  const { starts, halves } = words.table;
  const lookup = new WordLookup(words);
  const collector = new HitCollector();
  let word = WORD;
  let previous = PREVIOUS;
  word.lang = previous.lang = lang;
  let isHalf = false;
  for (let t = 0; t < tokens.count; t++) {
    const flags = tokens.flags[t] as number;
    word.read(folded.units, tokens.start[t] as number, tokens.end[t] as number);
    word.capital = mayBeCapital(text.charCodeAt(folded.at[tokens.start[t] as number] as number));
    if (isHalf && flags === 0) lookup.halves(previous, word, collector.at(t - 1, t));
    collector.at(t, t);
    const hash = starts.mayBegin(word.letters, word.length) ? lookup.stems(word, (flags & NAMED) !== 0, collector) : 0;
    lookup.slips(word, collector);
    isHalf = flags === 0 && hash !== 0 && words.isWorthAsking(word.capital) && halves.mayHave(hash);
    const next = previous;
    previous = word;
    word = next;
  }
  return collector.hits;
}

/** A capital of ASCII, or any letter beyond it: the first pass over bytes knows no better. */
function mayBeCapital(unit: number): boolean {
  return unit >= 0x80 || (unit >= 0x41 && unit <= 0x5a);
}

class HitCollector implements WordSink {
  readonly hits: WordHits = new Map();
  private first = 0;
  private last = 0;

  at(first: number, last: number): this {
    this.first = first;
    this.last = last;
    return this;
  }

  /** Notes a hit; of several stems that fit one token the form nearest to the name stays. */
  found(number: number, form: WordForm): void {
    const hit = { first: this.first, last: this.last, form };
    const hits = this.hits.get(number);
    if (hits === undefined) this.hits.set(number, [hit]);
    else if (hits.at(-1)?.last === this.last) {
      if (isNearer(form, (hits.at(-1) as WordHit).form)) hits[hits.length - 1] = hit;
    } else if (hits.length < MAX_HITS) hits.push(hit);
  }
}

const NEAREST: readonly WordForm[] = ['exact', 'turkish-apostrophe', 'possessive', 'apostrophe'];
const FARTHEST: readonly WordForm[] = ['split', 'misspelt'];

function isNearer(form: WordForm, than: WordForm): boolean {
  const rank = (of: WordForm) => (NEAREST.includes(of) ? NEAREST.indexOf(of) : NEAREST.length + 1 + FARTHEST.indexOf(of));
  return rank(form) < rank(than);
}
