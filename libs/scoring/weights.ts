/** The editable weights of urgency and risk; every figure adds up from these and is cut to [0, 1]. */
import type { Intent, Signal } from './scores.js';

export interface FactorWeights {
  readonly base: number;
  /** Times the strength of negative tone, 0..1. */
  readonly negativeTone: number;
  readonly intent: Readonly<Record<Intent, number>>;
  readonly signal: Readonly<Record<Signal, number>>;
  /** Times the reach: log10 of followers over 6, 0..1 (a million followers or more = 1). */
  readonly reach: number;
  /** Times the velocity above usual: log2(velocity) over 5, 0..1 (32 times the usual or more = 1). */
  readonly velocity: number;
  readonly repeatAuthor: number;
  readonly staffNamed: number;
  readonly inReplyToUs: number;
  /** Times the wait: minutes over 240, 0..1 (four hours or more = 1). */
  readonly waiting: number;
  /** Times capitals and repeated exclamation marks, 0..1. */
  readonly shouting: number;
}

export interface RiskWeights {
  readonly urgency: FactorWeights;
  readonly risk: FactorWeights;
  /** Risk from which a post is `medium` and `high`. */
  readonly mediumFrom: number;
  readonly highFrom: number;
}

/** The weights as shipped; docs/model-card.md says how they were chosen. */
export const DEFAULT_WEIGHTS: RiskWeights = {
  urgency: {
    base: 0.05,
    negativeTone: 0.2,
    intent: { complaint: 0.25, question: 0.2, request: 0.2, praise: 0, news: 0, spam: -0.2, other: 0 },
    signal: {
      'wants-person': 0.15,
      stop: 0.15,
      emergency: 0.6,
      threat: 0.5,
      'self-harm': 0.8,
      legal: 0.15,
      press: 0.2,
      safety: 0.35,
      'data-protection': 0.2,
      'broken-promise': 0.15,
    },
    reach: 0.1,
    velocity: 0.15,
    repeatAuthor: 0.1,
    staffNamed: 0.05,
    inReplyToUs: 0.1,
    waiting: 0.15,
    shouting: 0.05,
  },
  risk: {
    base: 0,
    negativeTone: 0.2,
    intent: { complaint: 0.15, question: 0, request: 0, praise: -0.05, news: 0.05, spam: -0.1, other: 0 },
    signal: {
      'wants-person': 0.05,
      stop: 0.1,
      emergency: 0.35,
      threat: 0.45,
      'self-harm': 0.5,
      legal: 0.3,
      press: 0.3,
      safety: 0.35,
      'data-protection': 0.3,
      'broken-promise': 0.1,
    },
    reach: 0.25,
    velocity: 0.25,
    repeatAuthor: 0.05,
    staffNamed: 0.1,
    inReplyToUs: 0,
    waiting: 0.05,
    shouting: 0.03,
  },
  mediumFrom: 0.3,
  highFrom: 0.6,
};
