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
  const { classes } = model;
  const sums = new Array<number>(classes).fill(0);
  if (hashed) addHashed(model, features, sums);
  inputs.forEach((input, at) => {
    if (input !== 0)
      for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] as number) + input * (model.dense[at * classes + c] ?? 0);
  });
  return sums.map((sum, c) => sum + (model.bias[c] ?? 0));
}

function addHashed(model: LinearModel, features: Features, sums: number[]): void {
  const { classes, weights } = model;
  const mask = (1 << model.bits) - 1;
  const { ids } = features;
  const unit = model.scale * lengthNorm(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * classes;
    for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] as number) + (weights[from + c] as number) * unit;
  }
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
  const unit = model.scale * lengthNorm(ids.length);
  const moved = new Float32Array(ids.length === 0 ? 0 : (owners[ids.length - 1] as number) + 1);
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * classes;
    const owner = owners[i] as number;
    moved[owner] = (moved[owner] as number) + ((weights[from + first] as number) - (weights[from + second] as number)) * unit;
  }
  return moved;
}
