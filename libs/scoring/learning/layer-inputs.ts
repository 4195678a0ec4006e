/** What a layer reads beside hashed features: the dense inputs, and what the shipped scorer says. */
import { softmax } from '../model/linear-model.js';
import type { Reading } from '../read-post.js';

/**
 * A layer at full strength keeps this part of the shipped logits. With less than the whole it can outweigh a shipped
 * scorer that is wrong about a workspace's language or trade (measured: better than the whole and than nothing).
 */
export const SHIPPED_TRUST = 0.5;

/** Takes a reading and the shipped logits of a field, returns the layer's dense inputs. */
export function layerInputs(reading: Reading, shipped: readonly number[]): number[] {
  return [...reading.dense, ...softmax(shipped)];
}

/** Takes shipped logits, what a layer adds and its strength in [0, 1]; returns the logits of both together. */
export function together(shipped: readonly number[], added: readonly number[], strength: number): number[] {
  return shipped.map((value, c) => value + strength * ((added[c] ?? 0) - (1 - SHIPPED_TRUST) * value));
}
