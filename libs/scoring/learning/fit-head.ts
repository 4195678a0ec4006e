/** Fits what a layer adds to the shipped scorer's logits for one field. */
import { DENSE_NAMES } from '../model/dense-inputs.js';
import type { LinearModel } from '../model/linear-model.js';
import { packWeights } from '../model/packed-weights.js';
import { trainModel, type Example } from '../model/trainer.js';
import { layerInputs, SHIPPED_TRUST } from './layer-inputs.js';
import type { HeadRecord, LearnedField } from './layer.js';
import type { Lesson } from './lessons.js';

const CLASSES: Readonly<Record<LearnedField, number>> = { sentiment: 3, intent: 7, urgency: 2, relevance: 2 };
const BITS: Readonly<Record<LearnedField, number>> = { sentiment: 16, intent: 16, urgency: 12, relevance: 14 };
/** Passes over the corrections: many over few, few over many, so that learning stays within a second. */
const STEPS = 36_000;
const MAX_EPOCHS = 8;
const MIN_EPOCHS = 3;
/** 0 weighs all corrections alike, 1 makes every class weigh the same. A missed complaint costs more than a false one. */
const RARITY: Readonly<Record<LearnedField, number>> = { sentiment: 1, intent: 1, urgency: 0, relevance: 0.5 };

/** Numbers in [0, 1) that depend on nothing but the call: Weyl sequence on the golden ratio. */
function evenly(): () => number {
  let state = 0.5;
  return () => {
    state = (state + 0.618_033_988_749_895) % 1;
    return state;
  };
}

/** Rare classes weigh more, though not so much that each class weighs the same. */
function weightOf(field: LearnedField, lessons: readonly Lesson[]): (target: readonly number[]) => number {
  const totals = new Array<number>(CLASSES[field]).fill(0);
  for (const lesson of lessons) lesson.targets[field]?.forEach((part, c) => (totals[c] = (totals[c] as number) + part));
  const present = totals.filter((total) => total > 0).length;
  return (target) =>
    target.reduce(
      (sum, part, c) => sum + (part > 0 ? part * (lessons.length / (present * (totals[c] as number))) ** RARITY[field] : 0),
      0,
    );
}

/** Takes the lessons of a field and the share of the usual passes to make, returns the weights to add. */
export function fitHead(field: LearnedField, lessons: readonly Lesson[], share = 1): LinearModel {
  const weight = weightOf(field, lessons);
  const examples: Example[] = lessons.map(({ reading, offsets, targets }) => {
    const target = targets[field] ?? [];
    const offset = offsets[field].map((value) => SHIPPED_TRUST * value);
    return {
      features: reading.features,
      dense: layerInputs(reading, offsets[field]),
      target,
      offset,
      weight: weight(target),
      hashed: true,
    };
  });
  const epochs = Math.ceil(share * Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, Math.floor(STEPS / lessons.length))));
  return trainModel(examples, {
    classes: CLASSES[field],
    bits: BITS[field],
    inputs: DENSE_NAMES.length + CLASSES[field],
    epochs,
    rate: 0.1,
    decay: 1e-4,
    denseDecay: 1e-3,
    random: evenly(),
  });
}

/** Takes fitted weights and how much they count, returns them as plain JSON. */
export function packHead(model: LinearModel, strength: number): HeadRecord {
  const { classes, bits, scale, dense, bias } = model;
  return { classes, bits, scale, dense, bias, weights: packWeights(model.weights), strength };
}
