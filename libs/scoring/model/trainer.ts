/** Fits a linear classifier by AdaGrad on softmax loss; the same examples in the same order give the same weights. */
import type { Features } from './features.js';
import { lengthNorm, type LinearModel } from './linear-model.js';
import { nearestLevel } from './packed-weights.js';

/** The bias moves slowly: it must not learn how often each class occurs among the examples. */
const BIAS_RATE = 0.01;

export interface Example {
  readonly features: Features;
  readonly dense: readonly number[];
  /** Wanted share of each class, adding up to 1. */
  readonly target: readonly number[];
  readonly weight: number;
  /** Logits that are added before the softmax and never change: what another model says. */
  readonly offset?: readonly number[];
  /** False keeps the hashed weights out, as they will be for this example's language. */
  readonly hashed: boolean;
}

export interface TrainOptions {
  readonly classes: number;
  readonly bits: number;
  readonly inputs: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull of hashed weights towards zero, a step. */
  readonly decay: number;
  readonly denseDecay: number;
  readonly random: () => number;
}

/** The weights while they are being fitted. */
class Fit {
  readonly hashed: Float32Array;
  readonly hashedSquares: Float32Array;
  readonly dense: Float32Array;
  readonly denseSquares: Float32Array;
  readonly bias: Float32Array;
  private readonly errors: Float64Array;
  private readonly hashedSum: Float32Array;
  private readonly denseSum: Float32Array;
  private rounds = 0;

  constructor(readonly options: TrainOptions) {
    const size = options.classes << options.bits;
    this.hashed = new Float32Array(size);
    this.hashedSquares = new Float32Array(size).fill(0.01);
    this.dense = new Float32Array(options.inputs * options.classes);
    this.denseSquares = new Float32Array(options.inputs * options.classes).fill(1);
    this.bias = new Float32Array(options.classes);
    this.errors = new Float64Array(options.classes);
    this.hashedSum = new Float32Array(size);
    this.denseSum = new Float32Array(this.dense.length);
  }

  /** Fills `errors` with what the weights say of an example less what they should say. */
  private compare(example: Example): void {
    const { classes } = this.options;
    const { errors } = this;
    let top = -Infinity;
    this.sumHashed(example);
    for (let c = 0; c < classes; c += 1) {
      const logit = (this.bias[c] as number) + (example.offset?.[c] ?? 0) + this.withDense(errors[c] as number, example.dense, c);
      errors[c] = logit;
      if (logit > top) top = logit;
    }
    let total = 0;
    for (let c = 0; c < classes; c += 1) total += errors[c] = Math.exp((errors[c] as number) - top);
    for (let c = 0; c < classes; c += 1) errors[c] = ((errors[c] as number) / total - (example.target[c] ?? 0)) * example.weight;
  }

  /** Puts into `errors` what the hashed weights say of each class: all classes of a feature at once, as they lie side by side. */
  private sumHashed(example: Example): void {
    const { classes, bits } = this.options;
    const { hashed, errors } = this;
    errors.fill(0);
    if (!example.hashed) return;
    const { ids } = example.features;
    const mask = (1 << bits) - 1;
    for (let i = 0; i < ids.length; i += 1) {
      const from = ((ids[i] as number) & mask) * classes;
      for (let c = 0; c < classes; c += 1) errors[c] = (errors[c] as number) + (hashed[from + c] as number);
    }
    const norm = lengthNorm(example.features.count);
    for (let c = 0; c < classes; c += 1) errors[c] = (errors[c] as number) * norm;
  }

  /** Adds to a sum what the dense weights say of a class. */
  private withDense(hashedSum: number, inputs: readonly number[], c: number): number {
    const { classes } = this.options;
    const { dense } = this;
    let sum = hashedSum;
    for (let at = 0; at < inputs.length; at += 1) sum += (inputs[at] as number) * (dense[at * classes + c] as number);
    return sum;
  }

  step(example: Example): void {
    const { classes, rate } = this.options;
    const { errors } = this;
    this.compare(example);
    if (example.hashed) this.stepHashed(example.features);
    this.stepDense(example.dense);
    for (let c = 0; c < classes; c += 1) this.bias[c] = (this.bias[c] as number) - BIAS_RATE * rate * (errors[c] as number);
  }

  private stepDense(inputs: readonly number[]): void {
    const { classes, rate, denseDecay } = this.options;
    const { dense, denseSquares, errors } = this;
    for (let at = 0; at < inputs.length; at += 1) {
      const input = inputs[at] as number;
      if (input === 0) continue;
      for (let c = 0; c < classes; c += 1) {
        const k = at * classes + c;
        const slope = (errors[c] as number) * input + denseDecay * (dense[k] as number);
        denseSquares[k] = (denseSquares[k] as number) + slope * slope;
        dense[k] = (dense[k] as number) - (rate * slope) / Math.sqrt(denseSquares[k] as number);
      }
    }
  }

  /** Adds the weights as they are now to the average. */
  remember(): void {
    const { hashed, hashedSum, dense, denseSum } = this;
    this.rounds += 1;
    for (let k = 0; k < hashed.length; k += 1) hashedSum[k] = (hashedSum[k] as number) + (hashed[k] as number);
    for (let k = 0; k < dense.length; k += 1) denseSum[k] = (denseSum[k] as number) + (dense[k] as number);
  }

  /** Puts the average of the remembered weights in place of the last ones: steadier on posts not seen. */
  average(): void {
    if (this.rounds === 0) return;
    this.hashedSum.forEach((sum, k) => (this.hashed[k] = sum / this.rounds));
    this.denseSum.forEach((sum, k) => (this.dense[k] = sum / this.rounds));
  }

  private stepHashed(features: Features): void {
    const { classes, bits, rate, decay } = this.options;
    const { hashed, hashedSquares, errors } = this;
    const mask = (1 << bits) - 1;
    const { ids } = features;
    const norm = lengthNorm(features.count);
    for (let i = 0; i < ids.length; i += 1) {
      const from = ((ids[i] as number) & mask) * classes;
      for (let c = 0; c < classes; c += 1) {
        const slope = (errors[c] as number) * norm + decay * (hashed[from + c] as number);
        const squares = (hashedSquares[from + c] as number) + slope * slope;
        hashedSquares[from + c] = squares;
        hashed[from + c] = (hashed[from + c] as number) - (rate * slope) / Math.sqrt(squares);
      }
    }
  }
}

function shuffledOrder(length: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** Rounds hashed weights to what can be packed; the largest thousandth is cut off to keep the rest fine. */
function toModel(fit: Fit): LinearModel {
  const { hashed, options } = fit;
  const { classes, bits } = options;
  const sizes = hashed.filter((weight) => weight !== 0);
  for (let i = 0; i < sizes.length; i += 1) sizes[i] = Math.abs(sizes[i] as number);
  sizes.sort();
  const top = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  const scale = top > 0 ? top / 127 : 1;
  const weights = new Int8Array(hashed.length);
  for (let i = 0; i < hashed.length; i += 1) weights[i] = nearestLevel((hashed[i] as number) / scale);
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { classes, bits, weights, scale, dense: Array.from(fit.dense, round), bias: Array.from(fit.bias, round) };
}

/** Takes examples and options, returns the fitted model. */
export function trainModel(examples: readonly Example[], options: TrainOptions): LinearModel {
  const fit = new Fit(options);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffledOrder(examples.length, options.random)) fit.step(examples[at] as Example);
    if (epoch >= options.epochs / 2) fit.remember();
  }
  fit.average();
  return toModel(fit);
}
