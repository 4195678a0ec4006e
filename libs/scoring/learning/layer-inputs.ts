/** What a layer reads beside hashed features, and how it is put together with what the shipped scorer says. */
import { softmax } from '../model/linear-model.js';
import type { Reading } from '../read-post.js';

/**
 * A layer of many corrections keeps this part of the shipped logits. With less than the whole it can outweigh a shipped
 * scorer that is wrong about a workspace's language or trade (measured: better than the whole and than nothing).
 */
const LEAST_KEPT = 0.5;
/** A layer of so many corrections gives up half of what one of very many does. */
const HALF_WAY = 100;

/** Takes the number of corrections of a field, returns the part of the shipped logits that a layer of them keeps. */
export function keptOfShipped(corrections: number): number {
  return 1 - ((1 - LEAST_KEPT) * corrections) / (corrections + HALF_WAY);
}

/** Takes a reading and the shipped logits of a field, returns the layer's dense inputs. */
export function layerInputs(reading: Reading, shipped: readonly number[]): number[] {
  return [...reading.dense, ...softmax(shipped)];
}

/** What a layer says of a text. */
export interface LayerSays {
  /** By the features it knows, as logits. */
  readonly words: readonly number[];
  /** By everything else: tone, marks, shape, and what the shipped scorer says. */
  readonly rest: readonly number[];
  /** Part of the shipped logits that stays at full strength. */
  readonly kept: number;
}

/** How much a layer counts. */
export interface LayerCounts {
  /** In [0, 1], by what it was worth on corrections kept aside. */
  readonly strength: number;
  /** In [0, 1], by how like the corrections the text is. */
  readonly familiar: number;
}

/** What a word was taught to mean counts at least by so much, however strange the text around it. */
const TAUGHT = 0.5;

/** Takes how much a layer counts, returns how much the words it knows do. */
export function countOfWords({ strength, familiar }: LayerCounts): number {
  return strength * Math.max(TAUGHT, familiar);
}

/** Takes shipped logits, what a layer says and how much it counts; returns the logits of both together. */
export function together(shipped: readonly number[], { words, rest, kept }: LayerSays, counts: LayerCounts): number[] {
  const [ofWords, ofRest] = [countOfWords(counts), counts.strength * counts.familiar];
  return shipped.map((value, c) => value + ofWords * (words[c] ?? 0) + ofRest * ((rest[c] ?? 0) - (1 - kept) * value));
}
