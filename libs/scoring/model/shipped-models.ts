/** The shipped classifiers, unpacked from their written weights. */
import type { LinearModel } from './linear-model.js';
import { unpackWeights } from './packed-weights.js';
import { INTENT_WEIGHTS, SENTIMENT_WEIGHTS } from './weights.js';

interface Written extends Omit<LinearModel, 'weights'> {
  readonly weights: string;
}

const unpack = (written: Written): LinearModel => ({ ...written, weights: unpackWeights(written.weights) });

export const SENTIMENT_MODEL: LinearModel = unpack(SENTIMENT_WEIGHTS);
export const INTENT_MODEL: LinearModel = unpack(INTENT_WEIGHTS);
