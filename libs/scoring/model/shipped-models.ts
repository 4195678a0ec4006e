/** The shipped classifiers, unpacked from their written weights. */
import type { LinearModel } from './linear-model.js';
import { INTENT_WEIGHTS, SENTIMENT_WEIGHTS } from './weights.js';

interface Written extends Omit<LinearModel, 'weights'> {
  /** Base64 of one signed byte a weight. */
  readonly weights: string;
}

/** Takes base64, returns its bytes as signed numbers. */
export function signedBytes(base64: string): Int8Array {
  const text = atob(base64);
  const bytes = new Int8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = (text.charCodeAt(i) << 24) >> 24;
  return bytes;
}

const unpack = (written: Written): LinearModel => ({ ...written, weights: signedBytes(written.weights) });

export const SENTIMENT_MODEL: LinearModel = unpack(SENTIMENT_WEIGHTS);
export const INTENT_MODEL: LinearModel = unpack(INTENT_WEIGHTS);
