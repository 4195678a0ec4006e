/** Reads the tone of a post from rated words, emoji and emoticons, with negation, strength and emphasis. */
import { emojiTone } from '../lexicons/emoji.js';
import { lexiconOf } from '../lexicons/all-lexicons.js';
import type { Lexicon } from '../lexicons/lexicon.js';
import { squeeze } from '../text/fold.js';
import type { Token } from '../text/tokens.js';
import { grammarOf, type Grammar } from './grammar.js';
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

/** How far a negation reaches, in words. */
const REACH = 3;
const TURNED_POSITIVE = -0.75;
const TURNED_NEGATIVE = -0.5;
const EMPHASIS = 1.3;
const AFTER_BUT = 1.4;
const BEFORE_BUT = 0.6;

interface Rating {
  readonly value: number;
  readonly negated: boolean;
}

function rateSlovak(word: string, lexicon: Lexicon): Rating | undefined {
  if (!word.startsWith('ne') && !word.startsWith('naj')) return undefined;
  const negated = word.startsWith('ne');
  const rest = lexicon.rate(word.slice(negated ? 2 : 3));
  return rest && rest.value > 0 === true ? { value: rest.value, negated } : undefined;
}

function rateWord(token: Token, lexicon: Lexicon, language: string): Rating | undefined {
  const rated = lexicon.rate(token.folded) ?? (token.stretched ? lexicon.rate(squeeze(token.raw.toLowerCase(), 1)) : undefined);
  if (rated) return { value: rated.value, negated: language === 'tr' && turkishNegated(rated.rest) };
  return language === 'sk' || language === 'cs' ? rateSlovak(token.folded, lexicon) : undefined;
}

function negatedAround(words: readonly Token[], at: number, grammar: Grammar): boolean {
  for (let back = 1; back <= REACH && at - back >= 0; back += 1) {
    const word = words[at - back]?.folded ?? '';
    if (grammar.turns.has(word)) break;
    if (grammar.negatesAfter.has(word)) return true;
  }
  for (let ahead = 1; ahead <= 2; ahead += 1) if (grammar.negatesBefore.has(words[at + ahead]?.folded ?? '')) return true;
  return false;
}

function boostAround(words: readonly Token[], at: number, grammar: Grammar): number {
  const before = grammar.boosts.get(words[at - 1]?.folded ?? '') ?? 1;
  const further = grammar.boosts.get(words[at - 2]?.folded ?? '') ?? 1;
  return before !== 1 ? before : 1 + (further - 1) / 2;
}

function wordHit(words: readonly Token[], at: number, rating: Rating, grammar: Grammar): ToneHit {
  const token = words[at] as Token;
  const turned = rating.negated !== negatedAround(words, at, grammar);
  let weight = rating.value * boostAround(words, at, grammar);
  if (turned) weight *= weight > 0 ? TURNED_POSITIVE : TURNED_NEGATIVE;
  if (token.capitals || token.stretched) weight *= EMPHASIS;
  const first = turned && !rating.negated ? Math.max(0, at - 1) : at;
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

/** Takes tokens and the language, returns the sums of positive and negative tone and every hit with its words. */
export function lexiconTone(tokens: readonly Token[], language: string): Tone {
  const words = tokens.filter((token) => token.kind === 'word');
  const lexicon = lexiconOf(language);
  const grammar = grammarOf(language);
  const hits = signHits(tokens);
  const turn = words.findLastIndex((word, at) => at > 1 && at < words.length - 1 && grammar.turns.has(word.folded));
  if (lexicon) {
    words.forEach((token, at) => {
      const rating = rateWord(token, lexicon, language);
      if (!rating || rating.value === 0) return;
      const hit = wordHit(words, at, rating, grammar);
      hits.push(turn < 0 ? hit : { ...hit, weight: hit.weight * (at > turn ? AFTER_BUT : BEFORE_BUT) });
    });
  }
  let positive = 0;
  let negative = 0;
  for (const hit of hits)
    if (hit.weight > 0) positive += hit.weight;
    else negative -= hit.weight;
  return { positive, negative, hits, known: lexicon !== undefined };
}
