/** A compact linear classifier: one whole-number weight for each hashed feature and class, plus dense inputs. */
import type { Features } from './features.js';

export interface LinearModel {
  readonly classes: number;
  /** Numbers of features are folded to this many bits. */
  readonly bits: number;
  /** `weights[feature * classes + class]`, in units of `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
  /** `dense[input * classes + class]`. */
  readonly dense: readonly number[];
  readonly bias: readonly number[];
}

/** Takes a model, features and dense inputs; returns one logit a class. `hashed` false leaves the features out. */
export function logits(model: LinearModel, features: Features, inputs: readonly number[], hashed = true): number[] {
  const sums = denseLogits(model, inputs);
  if (!hashed) return sums;
  hashedLogits(model, features).forEach((value, c) => (sums[c] = (sums[c] as number) + value));
  return sums;
}

/** What dense inputs and the bias alone say. */
export function denseLogits({ classes, dense, bias }: LinearModel, inputs: readonly number[]): number[] {
  const sums = [...bias];
  for (let at = 0; at < inputs.length; at += 1) {
    const input = inputs[at] as number;
    if (input === 0) continue;
    const from = at * classes;
    for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] as number) + input * (dense[from + c] as number);
  }
  return sums;
}

/** Whole numbers, of which sums are quick and exact; overwritten by every call. */
const totals = new Int32Array(16);

function sumOfAny({ classes, bits, weights }: LinearModel, ids: Uint32Array): void {
  const mask = (1 << bits) - 1;
  totals.fill(0);
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * classes;
    for (let c = 0; c < classes; c += 1) totals[c] = (totals[c] as number) + (weights[from + c] as number);
  }
}

/** Tone is asked for every post, and three sums fit into registers. */
function sumOfThree({ bits, weights }: LinearModel, ids: Uint32Array): void {
  const mask = (1 << bits) - 1;
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * 3;
    a += weights[from] as number;
    b += weights[from + 1] as number;
    c += weights[from + 2] as number;
  }
  [totals[0], totals[1], totals[2]] = [a, b, c];
}

/** What the features alone say. */
export function hashedLogits(model: LinearModel, { ids, count }: Features): number[] {
  const { classes, scale } = model;
  if (classes === 3) sumOfThree(model, ids);
  else sumOfAny(model, ids);
  const unit = scale * lengthNorm(count);
  return Array.from({ length: classes }, (_, c) => (totals[c] as number) * unit);
}

/** Long posts have more features: each then counts less. */
export function lengthNorm(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/** Takes logits, returns probabilities. */
export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Takes a model, features and two classes; returns, by token, how far it moves the first class above the second. */
export function contributions(model: LinearModel, features: Features, first: number, second: number): Float32Array {
  const { ids, owners } = features;
  const { weights, classes } = model;
  const mask = (1 << model.bits) - 1;
  const unit = model.scale * lengthNorm(features.count);
  const moved = new Float32Array(ids.length === 0 ? 0 : (owners[ids.length - 1] as number) + 1);
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * classes;
    const owner = owners[i] as number;
    moved[owner] = (moved[owner] as number) + ((weights[from + first] as number) - (weights[from + second] as number)) * unit;
  }
  return moved;
}
