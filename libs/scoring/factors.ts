/** Adds up urgency and risk from named factors; each contribution is returned with the words behind it. */
import { signalReasons, type FoundSignal } from './signals/find-signals.js';
import type { Intent, Reason, ScorablePost } from './scores.js';
import type { FactorWeights, RiskWeights } from './weights.js';

export interface Judged {
  readonly sentiment: number;
  readonly sentimentWords: string;
  readonly intent: Intent;
  readonly intentWords: string;
  /** 0..1: capitals and exclamation marks. */
  readonly shouting: number;
  readonly signals: readonly FoundSignal[];
}

const MILLION_DIGITS = 6;
const VELOCITY_DOUBLINGS = 5;
const LONG_WAIT_MINUTES = 240;

/** Takes any number, returns it cut to [0, 1]; not a number counts as 0. */
export function unit(value: number): number {
  if (!(value > 0)) return 0;
  return value < 1 ? value : 1;
}

function contextReasons(post: ScorablePost, weights: FactorWeights): Reason[] {
  const reach = unit(Math.log10(Math.max(1, post.followers ?? 0)) / MILLION_DIGITS);
  const velocity = unit(Math.log2(Math.max(1, post.velocity ?? 1)) / VELOCITY_DOUBLINGS);
  return [
    { code: 'reach', words: '', weight: weights.reach * reach },
    { code: 'velocity', words: '', weight: weights.velocity * velocity },
    { code: 'repeat-author', words: '', weight: post.repeatAuthor ? weights.repeatAuthor : 0 },
    { code: 'staff-named', words: '', weight: post.staffNamed ? weights.staffNamed : 0 },
    { code: 'in-reply-to-us', words: '', weight: post.inReplyToUs ? weights.inReplyToUs : 0 },
    { code: 'waiting', words: '', weight: weights.waiting * unit((post.waitingMinutes ?? 0) / LONG_WAIT_MINUTES) },
  ];
}

/** Takes a post, what was judged of it and weights; returns the sum cut to [0, 1] and every part of it that is not 0. */
export function addFactors(post: ScorablePost, judged: Judged, weights: FactorWeights): { score: number; reasons: Reason[] } {
  const reasons = [
    { code: 'base', words: '', weight: weights.base },
    { code: 'negative-tone', words: judged.sentimentWords, weight: weights.negativeTone * unit(-judged.sentiment) },
    { code: `intent.${judged.intent}`, words: judged.intentWords, weight: weights.intent[judged.intent] },
    ...signalReasons(judged.signals, weights.signal),
    { code: 'shouting', words: '', weight: weights.shouting * unit(judged.shouting) },
    ...contextReasons(post, weights),
  ].filter((reason) => Math.abs(reason.weight) >= 0.001);
  return { score: unit(reasons.reduce((sum, reason) => sum + reason.weight, 0)), reasons };
}

/** Takes a risk in [0, 1], returns its level by the thresholds of the weights. */
export function riskLevel(risk: number, weights: RiskWeights): 'low' | 'medium' | 'high' {
  if (risk >= weights.highFrom) return 'high';
  return risk >= weights.mediumFrom ? 'medium' : 'low';
}
