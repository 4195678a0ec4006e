/** Learns from what people marked which words speak for a post being about us, and which against. */

import { wordsOf } from './tokenise.js';

export interface ContextSuggestion {
  /** Folded; long words are cut to a beginning that their inflected forms share. */
  word: string;
  /** Log-odds with a prior: how much more often the word stands on its side. Always above 0. */
  weight: number;
  /** In how many texts of each kind it stands. */
  ours: number;
  notOurs: number;
}

export interface ContextSuggestions {
  for: ContextSuggestion[];
  against: ContextSuggestion[];
}

/** Longer words are compared by this many letters, so that siparişim and siparişler are one. */
const BEGINNING = 6;
const SHORTEST = 3;
/** A word must stand in this many texts of its side, and weigh this much, to be proposed. */
const LEAST_TEXTS = 2;
const LEAST_WEIGHT = 0.7;
/** Texts imagined beside the real ones, so that few do not shout. */
const PRIOR = 1;
const MOST = 20;

/**
 * Proposes context words from texts that were ours and texts that were marked "not ours". A word that stands in nearly
 * every text, such as the name itself, speaks for neither and is left out. The heaviest come first, at most 20 a side.
 */
export function suggestContext(ours: string[], notOurs: string[]): ContextSuggestions {
  const [inOurs, inOthers] = [countTexts(ours), countTexts(notOurs)];
  const weighed = [...new Set([...inOurs.keys(), ...inOthers.keys()])].map((word): ContextSuggestion => {
    const [a, b] = [inOurs.get(word) ?? 0, inOthers.get(word) ?? 0];
    return { word, weight: logOdds(a, ours.length) - logOdds(b, notOurs.length), ours: a, notOurs: b };
  });
  return {
    for: heaviest(weighed.filter(({ ours: texts }) => texts >= LEAST_TEXTS)),
    against: heaviest(
      weighed.filter(({ notOurs: texts }) => texts >= LEAST_TEXTS).map((one) => ({ ...one, weight: -one.weight })),
    ),
  };
}

function logOdds(texts: number, all: number): number {
  return Math.log((texts + PRIOR) / (all - texts + PRIOR));
}

function heaviest(suggestions: ContextSuggestion[]): ContextSuggestion[] {
  return suggestions
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

/** In how many texts each word stands. */
function countTexts(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = wordsOf(text).filter((word) => word.length >= SHORTEST && !/^\p{N}+$/u.test(word));
    for (const word of new Set(words.map((one) => one.slice(0, BEGINNING)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
