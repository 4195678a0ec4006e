/** Reads the tone of a post from rated words, emoji and emoticons, with negation, strength and emphasis. */
import { emojiTone } from '../lexicons/emoji.js';
import { lexiconOf } from '../lexicons/all-lexicons.js';
import type { Lexicon } from '../lexicons/lexicon.js';
import { squeeze } from '../text/fold.js';
import type { Token } from '../text/token.js';
import { grammarOf, type Grammar } from './grammar.js';
import { clausesOf, denialFactor, type Clauses } from './negation.js';
import { findTonePhrases } from './tone-phrases.js';
import { turkishNegated } from './turkish-suffixes.js';

export interface ToneHit {
  readonly words: string;
  readonly weight: number;
  readonly kind: 'word' | 'emoji';
}

export interface Tone {
  readonly positive: number;
  readonly negative: number;
  readonly hits: readonly ToneHit[];
  readonly known: boolean;
}

const MIN_REST = 4;
const EMPHASIS = 1.3;
const AFTER_BUT = 1.4;
const BEFORE_BUT = 0.6;

interface Rating {
  readonly value: number;
  readonly negated: boolean;
}

/** ne- denies what a word says, naj- heightens it; short remainders are other words. */
function rateSlovak(word: string, lexicon: Lexicon): Rating | undefined {
  if (!word.startsWith('ne') && !word.startsWith('naj')) return undefined;
  const negated = word.startsWith('ne');
  const rest = word.slice(negated ? 2 : 3);
  const rated = rest.length < MIN_REST ? undefined : lexicon.rate(rest);
  return rated && (rated.value > 0 || negated) ? { value: rated.value, negated } : undefined;
}

function rateWord(token: Token, lexicon: Lexicon, language: string): Rating | undefined {
  const rated =
    lexicon.rate(token.folded, token.hash) ?? (token.stretched ? lexicon.rate(squeeze(token.raw.toLowerCase(), 1)) : undefined);
  if (rated) return { value: rated.value, negated: language === 'tr' && turkishNegated(rated.rest) };
  return language === 'sk' || language === 'cs' ? rateSlovak(token.folded, lexicon) : undefined;
}

function boostAround(words: readonly Token[], at: number, grammar: Grammar): number {
  const before = grammar.boosts.get(words[at - 1]?.folded ?? '') ?? 1;
  const further = grammar.boosts.get(words[at - 2]?.folded ?? '') ?? 1;
  return before !== 1 ? before : 1 + (further - 1) / 2;
}

/** "Strašne dobré", "terribly good": a rated word that only strengthens the rated word after it is not heard by itself. */
function strengthens({ words, begins }: Clauses, at: number, grammar: Grammar, lexicon: Lexicon): boolean {
  if (!grammar.boosts.has((words[at] as Token).folded) || begins[at + 1] !== false) return false;
  return lexicon.rate((words[at + 1] as Token).folded) !== undefined;
}

function wordHit(clauses: Clauses, at: number, rating: Rating, grammar: Grammar): ToneHit {
  const { words } = clauses;
  const token = words[at] as Token;
  const factor = denialFactor(clauses, at, rating.value, rating.negated, grammar);
  const turned = factor < 0;
  let weight = rating.value * boostAround(words, at, grammar) * factor;
  if (token.capitals || token.stretched) weight *= EMPHASIS;
  const first = turned && !rating.negated && clauses.begins[at] !== true ? Math.max(0, at - 1) : at;
  return {
    kind: 'word',
    weight,
    words: words
      .slice(first, at + 1)
      .map((word) => word.raw)
      .join(' '),
  };
}

function signHits(tokens: readonly Token[]): ToneHit[] {
  return tokens
    .filter((token) => token.kind === 'emoji' || token.kind === 'emoticon')
    .map((token) => ({ kind: 'emoji' as const, words: token.raw, weight: emojiTone(token.folded) }))
    .filter((hit) => hit.weight !== 0);
}

/** What stands in a phrase is heard as the phrase, not word by word. */
function phraseHits(words: readonly Token[], language: string, heard: boolean[]): (ToneHit & { at: number })[] {
  return findTonePhrases(words, language).map(({ name, words: found, at, length }) => {
    heard.fill(true, at, at + length);
    return { kind: 'word', weight: name, words: found, at };
  });
}

/** Takes tokens and the language, returns the sums of positive and negative tone and every hit with its words. */
export function lexiconTone(tokens: readonly Token[], language: string): Tone {
  const clauses = clausesOf(tokens);
  const { words } = clauses;
  const lexicon = lexiconOf(language);
  const grammar = grammarOf(language);
  const hits = signHits(tokens);
  const turn = words.findLastIndex((word, at) => at > 1 && at < words.length - 1 && grammar.turns.has(word.folded));
  const weighed = (hit: ToneHit, at: number): ToneHit =>
    turn < 0 ? hit : { ...hit, weight: hit.weight * (at > turn ? AFTER_BUT : BEFORE_BUT) };
  if (lexicon) {
    const heard = new Array<boolean>(words.length).fill(false);
    for (const { at, ...hit } of phraseHits(words, language, heard)) hits.push(weighed(hit, at));
    words.forEach((token, at) => {
      const rating = heard[at] ? undefined : rateWord(token, lexicon, language);
      if (rating && rating.value !== 0 && !strengthens(clauses, at, grammar, lexicon))
        hits.push(weighed(wordHit(clauses, at, rating, grammar), at));
    });
  }
  let positive = 0;
  let negative = 0;
  for (const hit of hits)
    if (hit.weight > 0) positive += hit.weight;
    else negative -= hit.weight;
  return { positive, negative, hits, known: lexicon !== undefined };
}
