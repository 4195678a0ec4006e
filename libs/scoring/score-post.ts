/** Scores a post: language, sentiment, intent, urgency, risk and signals, each with the words that led to it. */
import type { LearnedLayer } from './learning/layer.js';
import { readPost } from './read-post.js';
import { scoreReading } from './score-reading.js';
import type { ScorablePost, Scores } from './scores.js';
import { DEFAULT_WEIGHTS, type RiskWeights } from './weights.js';

export type { Intent, Reason, ScorablePost, Scores, SentimentLabel, Signal } from './scores.js';
export { SCORER_VERSION } from './version.js';

/**
 * Takes a post, optionally the workspace's learned layer and edited weights; returns its scores.
 * Pure: equal arguments give equal scores. Never throws on any text; time is linear in its length.
 */
export function scorePost(post: ScorablePost, layer?: LearnedLayer, weights: RiskWeights = DEFAULT_WEIGHTS): Scores {
  return scoreReading(readPost(post.text, post.langHint), post, layer, weights);
}
