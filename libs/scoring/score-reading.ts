/** Brings a read post, the shipped classifiers and a learned layer together into scores. */
import { addFactors, riskLevel, type Judged } from './factors.js';
import { judgeIntent } from './intent/judge-intent.js';
import { learnedUrgency, takesPart } from './learning/apply-layer.js';
import type { LearnedLayer } from './learning/layer.js';
import type { Reading } from './read-post.js';
import type { Reason, ScorablePost, Scores } from './scores.js';
import { judgeSentiment } from './sentiment/judge-sentiment.js';
import type { Token } from './text/token.js';
import { SCORER_VERSION } from './version.js';
import type { RiskWeights } from './weights.js';

/** Capitals and exclamation marks in [0, 1]. */
function shouting(tokens: readonly Token[]): number {
  let [words, loud, marks] = [0, 0, 0];
  for (const { kind, raw, capitals } of tokens) {
    if (kind === 'word' && raw.length > 2) {
      words += 1;
      if (capitals) loud += 1;
    } else if (kind === 'mark' && raw.startsWith('!!')) marks = 0.5;
  }
  return Math.min(1, (words > 0 ? loud / words : 0) + marks);
}

/** Each word once, however often it was written. */
function wordsOf(reasons: readonly Reason[]): string {
  if (reasons.length < 2) return reasons[0]?.words ?? '';
  return [...new Set(reasons.map((reason) => reason.words))].filter(Boolean).join(', ');
}

function judged(reading: Reading, sentiment: Scores['sentiment'], intent: Scores['intent']): Judged {
  return {
    sentiment: sentiment.score,
    sentimentWords: wordsOf(sentiment.reasons.filter((reason) => reason.weight < 0)),
    intent: intent.label,
    intentWords: wordsOf(intent.reasons),
    shouting: shouting(reading.tokens),
    signals: reading.signals,
  };
}

function urgencyOf(
  post: ScorablePost,
  facts: Judged,
  reading: Reading,
  layer: LearnedLayer | undefined,
  weights: RiskWeights,
): Scores['urgency'] {
  const urgency = addFactors(post, facts, weights.urgency);
  const score = learnedUrgency(urgency.score, reading, layer);
  if (score === urgency.score) return urgency;
  return { score, reasons: [...urgency.reasons, { code: 'learned', words: '', weight: score - urgency.score }] };
}

/** Takes a reading and its post, returns the scores; a layer made for another version takes no part. */
export function scoreReading(
  reading: Reading,
  post: ScorablePost,
  layer: LearnedLayer | undefined,
  weights: RiskWeights,
): Scores {
  const sentiment = judgeSentiment(reading, layer);
  const intent = judgeIntent(reading, layer);
  const facts = judged(reading, sentiment, intent);
  const risk = addFactors(post, facts, weights.risk);
  return {
    version: takesPart(layer) ? `${SCORER_VERSION}+${layer.version}` : SCORER_VERSION,
    language: reading.language,
    sentiment,
    intent,
    urgency: urgencyOf(post, facts, reading, layer, weights),
    risk: { ...risk, level: riskLevel(risk.score, weights) },
    signals: reading.signals.map(({ signal }) => signal),
  };
}
