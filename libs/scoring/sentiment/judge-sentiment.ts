/** Brings lexicon tone and learned weights to one score in [-1, 1], its label and its reasons. */
import { contributions, softmax } from '../model/linear-model.js';
import { SENTIMENT_MODEL } from '../model/shipped-models.js';
import type { Reading } from '../read-post.js';
import { SENTIMENT_LABELS, type Reason, type Scores } from '../scores.js';

const MAX_REASONS = 6;
/** A word moves the score noticeably from here on. */
const NOTABLE = 0.12;

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] as number) ? at : best), 0);
}

/** Words the learned weights lean on, unless the lexicon has named them already. */
function learnedReasons(reading: Reading, named: ReadonlySet<string>): Reason[] {
  if (!reading.hashed) return [];
  const reasons: Reason[] = [];
  for (const [at, weight] of contributions(SENTIMENT_MODEL, reading.features, 2, 0)) {
    const token = reading.tokens[at];
    if (token?.kind !== 'word' || Math.abs(weight) < NOTABLE || named.has(token.raw)) continue;
    reasons.push({ code: 'tone.learned', words: token.raw, weight });
  }
  return reasons;
}

/** Takes a reading and the logits of negative, neutral and positive; returns the sentiment, strongest reasons first. */
export function judgeSentiment(reading: Reading, logits: readonly number[]): Scores['sentiment'] {
  const shares = softmax(logits);
  const hits = reading.tone.hits.map((hit) => ({ code: `tone.${hit.kind}`, words: hit.words, weight: hit.weight / 4 }));
  const named = new Set(hits.flatMap((hit) => hit.words.split(' ')));
  const reasons = [...hits, ...learnedReasons(reading, named)]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_REASONS);
  return {
    score: (shares[2] as number) - (shares[0] as number),
    label: SENTIMENT_LABELS[indexOfLargest(shares)] ?? 'neutral',
    reasons,
  };
}
