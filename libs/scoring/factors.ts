/** Adds up urgency and risk from named factors; each contribution is returned with the words behind it. */
import type { FoundSignal } from './signals/find-signals.js';
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

/** Less than this is not worth a reason. */
const LEAST = 0.001;

/** Adds a reason, if it weighs anything. */
function give(reasons: Reason[], code: string, words: string, weight: number): void {
  if (Math.abs(weight) >= LEAST) reasons.push({ code, words, weight });
}

function giveContext(reasons: Reason[], post: ScorablePost, weights: FactorWeights): void {
  const reach = unit(Math.log10(Math.max(1, post.followers ?? 0)) / MILLION_DIGITS);
  const velocity = unit(Math.log2(Math.max(1, post.velocity ?? 1)) / VELOCITY_DOUBLINGS);
  give(reasons, 'reach', '', weights.reach * reach);
  give(reasons, 'velocity', '', weights.velocity * velocity);
  if (post.repeatAuthor) give(reasons, 'repeat-author', '', weights.repeatAuthor);
  if (post.staffNamed) give(reasons, 'staff-named', '', weights.staffNamed);
  if (post.inReplyToUs) give(reasons, 'in-reply-to-us', '', weights.inReplyToUs);
  give(reasons, 'waiting', '', weights.waiting * unit((post.waitingMinutes ?? 0) / LONG_WAIT_MINUTES));
}

/** Takes a post, what was judged of it and weights; returns the sum cut to [0, 1] and every part of it that is not 0. */
export function addFactors(post: ScorablePost, judged: Judged, weights: FactorWeights): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  give(reasons, 'base', '', weights.base);
  give(reasons, 'negative-tone', judged.sentimentWords, weights.negativeTone * unit(-judged.sentiment));
  give(reasons, `intent.${judged.intent}`, judged.intentWords, weights.intent[judged.intent]);
  for (const { signal, words } of judged.signals) give(reasons, `signal.${signal}`, words, weights.signal[signal]);
  give(reasons, 'shouting', '', weights.shouting * unit(judged.shouting));
  giveContext(reasons, post, weights);
  let sum = 0;
  for (const { weight } of reasons) sum += weight;
  return { score: unit(sum), reasons };
}

/** Takes a risk in [0, 1], returns its level by the thresholds of the weights. */
export function riskLevel(risk: number, weights: RiskWeights): 'low' | 'medium' | 'high' {
  if (risk >= weights.highFrom) return 'high';
  return risk >= weights.mediumFrom ? 'medium' : 'low';
}
