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
  const said = hashedLogits(model, features);
  for (let c = 0; c < said.length; c += 1) sums[c] = (sums[c] as number) + (said[c] as number);
  return sums;
}

/** What dense inputs and the bias alone say. */
export function denseLogits({ classes, dense, bias }: LinearModel, inputs: readonly number[]): number[] {
  const sums = bias.slice();
  for (let at = 0; at < inputs.length; at += 1) {
    const input = inputs[at] as number;
    if (input === 0) continue;
    const from = at * classes;
    for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] as number) + input * (dense[from + c] as number);
  }
  return sums;
}

function sumsOfAny({ classes, bits, weights }: LinearModel, ids: readonly number[]): number[] {
  const mask = (1 << bits) - 1;
  const sums = new Array<number>(classes).fill(0);
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * classes;
    for (let c = 0; c < classes; c += 1) sums[c] = (sums[c] as number) + (weights[from + c] as number);
  }
  return sums;
}

/** Tone and intent are asked for every post, and so few sums fit into registers. */
function sumsOfThree({ bits, weights }: LinearModel, ids: readonly number[]): number[] {
  const mask = (1 << bits) - 1;
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * 3;
    a += weights[from] as number;
    b += weights[from + 1] as number;
    c += weights[from + 2] as number;
  }
  return [a, b, c];
}

function sumsOfSeven({ bits, weights }: LinearModel, ids: readonly number[]): number[] {
  const mask = (1 << bits) - 1;
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < ids.length; i += 1) {
    const from = ((ids[i] as number) & mask) * 7;
    a += weights[from] as number;
    b += weights[from + 1] as number;
    c += weights[from + 2] as number;
    d += weights[from + 3] as number;
    e += weights[from + 4] as number;
    f += weights[from + 5] as number;
    g += weights[from + 6] as number;
  }
  return [a, b, c, d, e, f, g];
}

/** Sums of whole numbers, which are quick and exact. */
function sumsOf(model: LinearModel, ids: readonly number[]): number[] {
  if (model.classes === 3) return sumsOfThree(model, ids);
  return model.classes === 7 ? sumsOfSeven(model, ids) : sumsOfAny(model, ids);
}

/** What the features alone say. */
export function hashedLogits(model: LinearModel, { ids, count }: Features): number[] {
  const sums = sumsOf(model, ids);
  const unit = model.scale * lengthNorm(count);
  for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] as number) * unit;
  return sums;
}

/** Long posts have more features: each then counts less. */
export function lengthNorm(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/** Takes logits, returns probabilities. */
export function softmax(values: readonly number[]): number[] {
  let top = -Infinity;
  for (const value of values) top = Math.max(top, value);
  const shares: number[] = [];
  let total = 0;
  for (const value of values) {
    const power = Math.exp(value - top);
    shares.push(power);
    total += power;
  }
  for (let c = 0; c < shares.length; c += 1) shares[c] = (shares[c] as number) / total;
  return shares;
}

/**
 * Takes a model, features and two classes; returns, by token, how far it moves the first class above the second.
 * Added up in single precision, token by token: the sums are stored and shown.
 */
export function contributions(model: LinearModel, features: Features, first: number, second: number): number[] {
  const { ids, owners } = features;
  const { weights, classes } = model;
  const mask = (1 << model.bits) - 1;
  const unit = model.scale * lengthNorm(features.count);
  const moved: number[] = [];
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) {
    for (const owner = owners[i] as number; moved.length < owner; sum = 0) moved.push(sum);
    const from = ((ids[i] as number) & mask) * classes;
    sum = Math.fround(sum + ((weights[from + first] as number) - (weights[from + second] as number)) * unit);
  }
  if (ids.length > 0) moved.push(sum);
  return moved;
}
