/** Brings the tone of the lexicon to one score in [-1, 1], its label and its reasons. */
import type { Reason, Scores, SentimentLabel } from '../scores.js';
import type { Token } from '../text/tokens.js';
import { lexiconTone } from './lexicon-tone.js';

const SOFTNESS = 4;
const NEUTRAL_BAND = 0.1;
const MAX_REASONS = 6;

function labelOf(score: number): SentimentLabel {
  if (score > NEUTRAL_BAND) return 'positive';
  return score < -NEUTRAL_BAND ? 'negative' : 'neutral';
}

/** Takes tokens and their language, returns the sentiment with the words that led to it, strongest first. */
export function judgeSentiment(tokens: readonly Token[], language: string): Scores['sentiment'] {
  const tone = lexiconTone(tokens, language);
  const sum = tone.positive - tone.negative;
  const score = sum / (Math.abs(sum) + SOFTNESS);
  const reasons: Reason[] = [...tone.hits]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_REASONS)
    .map((hit) => ({ code: `tone.${hit.kind}`, words: hit.words, weight: hit.weight }));
  return { score, label: labelOf(score), reasons };
}
