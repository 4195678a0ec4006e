/** Fits what a layer adds to the shipped scorer's logits for one field. */
import { DENSE_NAMES } from '../model/dense-inputs.js';
import type { LinearModel } from '../model/linear-model.js';
import { packWeights } from '../model/packed-weights.js';
import { trainModel, type Example } from '../model/trainer.js';
import type { Familiar } from './familiarity.js';
import { KnownFeatures } from './known-features.js';
import { keptOfShipped, layerInputs } from './layer-inputs.js';
import type { HeadRecord, LearnedField } from './layer.js';
import type { Lesson } from './lessons.js';

const CLASSES: Readonly<Record<LearnedField, number>> = { sentiment: 3, intent: 7, urgency: 2, relevance: 2 };
/** Pull of weights towards zero, a step; those of the dense inputs, which speak of every text, are pulled the more the fewer corrections there are. */
const DECAY = 1e-4;
const DENSE_DECAY = 3;
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

/** What was fitted: the weights to add, the features they weigh, and the part of the shipped logits that stays. */
export interface FittedHead {
  readonly model: LinearModel;
  readonly known: KnownFeatures;
  readonly kept: number;
}

function examplesOf(field: LearnedField, lessons: readonly Lesson[], known: KnownFeatures, kept: number): Example[] {
  const weight = weightOf(field, lessons);
  return lessons.map(({ reading, offsets, targets }) => {
    const target = targets[field] ?? [];
    return {
      features: known.pick(reading.features),
      dense: layerInputs(reading, offsets[field]),
      target,
      offset: offsets[field].map((value) => kept * value),
      weight: weight(target),
      hashed: true,
    };
  });
}

/** Takes the lessons of a field and the share of the usual passes to make, returns the weights to add. */
export function fitHead(field: LearnedField, lessons: readonly Lesson[], share = 1): FittedHead {
  const known = KnownFeatures.of(lessons.map(({ reading }) => reading.features));
  const kept = keptOfShipped(lessons.length);
  const epochs = Math.ceil(share * Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, Math.floor(STEPS / lessons.length))));
  const model = trainModel(examplesOf(field, lessons, known, kept), {
    classes: CLASSES[field],
    bits: Math.ceil(Math.log2(Math.max(2, known.size))),
    inputs: DENSE_NAMES.length + CLASSES[field],
    epochs,
    rate: 0.1,
    decay: DECAY,
    denseDecay: DENSE_DECAY / lessons.length,
    random: evenly(),
  });
  return { model, known, kept };
}

/** Takes what was fitted, how much it counts and of which texts; returns it as plain JSON. */
export function packHead({ model, known, kept }: FittedHead, strength: number, familiar: Familiar): HeadRecord {
  const { classes, bits, scale, dense, bias } = model;
  const used = classes * known.size;
  const weights = packWeights(model.weights.subarray(0, used + (used % 2)));
  return { classes, bits, scale, dense, bias, weights, known: known.pack(), kept, familiar, strength };
}
