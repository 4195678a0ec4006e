/** Reads corrections once: what the shipped scorer says of each, and what it should have said. */
import { logits } from '../model/linear-model.js';
import { INTENT_MODEL, SENTIMENT_MODEL } from '../model/shipped-models.js';
import { readPost, type Reading } from '../read-post.js';
import { scoreReading } from '../score-reading.js';
import { INTENTS, SENTIMENT_LABELS } from '../scores.js';
import { hash32 } from '../text/text-hash.js';
import { DEFAULT_WEIGHTS } from '../weights.js';
import { urgencyLogits } from './apply-layer.js';
import type { Correction, LearnedField } from './layer.js';

export interface Lesson {
  readonly reading: Reading;
  /** What the shipped scorer says, as logits; of fields that the correction says something of. */
  readonly offsets: Readonly<Record<LearnedField, readonly number[]>>;
  /** Wanted share of each class; absent when the correction says nothing of the field. */
  readonly targets: Readonly<Partial<Record<LearnedField, readonly number[]>>>;
  /** In [0, 1): which part of the corrections it falls into when some are kept aside. */
  readonly lot: number;
}

const oneHot = (size: number, at: number): number[] => Array.from({ length: size }, (_, i) => (i === at ? 1 : 0));
const share = (value: number): number[] => {
  const inside = Math.min(1, Math.max(0, value));
  return [1 - inside, inside];
};

function targetsOf(correction: Correction): Lesson['targets'] {
  return {
    ...(correction.sentiment && { sentiment: oneHot(3, SENTIMENT_LABELS.indexOf(correction.sentiment)) }),
    ...(correction.intent && { intent: oneHot(INTENTS.length, INTENTS.indexOf(correction.intent)) }),
    ...(correction.urgency !== undefined && { urgency: share(correction.urgency) }),
    ...(correction.relevance !== undefined && { relevance: share(correction.relevance) }),
  };
}

/** Takes corrections, returns their lessons in the same order. */
export function toLessons(corrections: readonly Correction[]): Lesson[] {
  return corrections.map((correction) => {
    const reading = readPost(correction.text, correction.langHint);
    const { features, dense, hashed } = reading;
    return {
      reading,
      targets: targetsOf(correction),
      lot: hash32(correction.text, 0x51ed270b) / 2 ** 32,
      offsets: {
        sentiment: correction.sentiment ? logits(SENTIMENT_MODEL, features, dense, hashed) : [],
        intent: correction.intent ? logits(INTENT_MODEL, features, dense, hashed) : [],
        urgency:
          correction.urgency === undefined
            ? [0, 0]
            : urgencyLogits(scoreReading(reading, correction, undefined, DEFAULT_WEIGHTS).urgency.score),
        relevance: [0, 0],
      },
    };
  });
}
