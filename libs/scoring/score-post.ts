/** Scores a post: language, sentiment, intent, urgency, risk and signals, each with the words that led to it. */
import { addFactors, riskLevel } from './factors.js';
import { judgeIntent } from './intent/judge-intent.js';
import type { LearnedLayer } from './learn.js';
import { logits } from './model/linear-model.js';
import { INTENT_MODEL, SENTIMENT_MODEL } from './model/shipped-models.js';
import { readPost } from './read-post.js';
import type { ScorablePost, Scores } from './scores.js';
import { judgeSentiment } from './sentiment/judge-sentiment.js';
import type { Token } from './text/tokens.js';
import { DEFAULT_WEIGHTS, type RiskWeights } from './weights.js';

export type { Intent, Reason, ScorablePost, Scores, SentimentLabel, Signal } from './scores.js';

/** Changes with every change of rules, lists or weights: the same text and version give the same scores everywhere. */
export const SCORER_VERSION = '1';

/** Capitals and exclamation marks in [0, 1]. */
function shouting(tokens: readonly Token[]): number {
  const words = tokens.filter((token) => token.kind === 'word' && token.raw.length > 2);
  const loud = words.filter((word) => word.capitals).length;
  const marks = tokens.some((token) => token.kind === 'mark' && token.raw.startsWith('!!'));
  return Math.min(1, (words.length > 0 ? loud / words.length : 0) + (marks ? 0.5 : 0));
}

/**
 * Takes a post, optionally the workspace's learned layer and edited weights; returns its scores.
 * Pure: equal arguments give equal scores. Never throws on any text; time is linear in its length.
 */
export function scorePost(post: ScorablePost, layer?: LearnedLayer, weights: RiskWeights = DEFAULT_WEIGHTS): Scores {
  const reading = readPost(post.text, post.langHint);
  const { tokens, signals, language } = reading;
  const sentiment = judgeSentiment(reading, logits(SENTIMENT_MODEL, reading.features, reading.dense, reading.hashed));
  const intent = judgeIntent(reading, logits(INTENT_MODEL, reading.features, reading.dense, reading.hashed));
  const judged = {
    sentiment: sentiment.score,
    sentimentWords: sentiment.reasons
      .filter((reason) => reason.weight < 0)
      .map((reason) => reason.words)
      .join(', '),
    intent: intent.label,
    intentWords: intent.reasons
      .map((reason) => reason.words)
      .filter(Boolean)
      .join(', '),
    shouting: shouting(tokens),
    signals,
  };
  const risk = addFactors(post, judged, weights.risk);
  return {
    version: layer ? `${SCORER_VERSION}+${layer.version}` : SCORER_VERSION,
    language,
    sentiment,
    intent,
    urgency: addFactors(post, judged, weights.urgency),
    risk: { ...risk, level: riskLevel(risk.score, weights) },
    signals: signals.map(({ signal }) => signal),
  };
}
