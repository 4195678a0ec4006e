/** Puts a learned layer to work on a post that has been read. */
import { contributions, logits, softmax, type LinearModel } from '../model/linear-model.js';
import { unpackWeights } from '../model/packed-weights.js';
import { readPost, type Reading } from '../read-post.js';
import { SCORER_VERSION } from '../version.js';
import { layerInputs, together } from './layer-inputs.js';
import type { HeadRecord, LearnedField, LearnedLayer } from './layer.js';

/** Unpacked weights, kept as long as the record they came from. */
const unpacked = new WeakMap<HeadRecord, LinearModel>();

function modelOf(record: HeadRecord): LinearModel {
  const known = unpacked.get(record);
  if (known) return known;
  const model: LinearModel = { ...record, weights: unpackWeights(record.weights) };
  unpacked.set(record, model);
  return model;
}

function headOf(layer: LearnedLayer | undefined, field: LearnedField): HeadRecord | undefined {
  return layer?.base === SCORER_VERSION ? layer.heads[field] : undefined;
}

/** Takes a layer, returns whether it takes part at all with this version of the scorer. */
export function takesPart(layer: LearnedLayer | undefined): layer is LearnedLayer {
  return layer?.base === SCORER_VERSION && Object.keys(layer.heads).length > 0;
}

/** Takes the shipped logits of a field, returns them with what the layer adds; unchanged without a layer. */
export function withLayer(
  shipped: readonly number[],
  reading: Reading,
  layer: LearnedLayer | undefined,
  field: LearnedField,
): number[] {
  const head = headOf(layer, field);
  if (!head) return [...shipped];
  return together(shipped, logits(modelOf(head), reading.features, layerInputs(reading, shipped)), head.strength);
}

/** Takes a reading and two classes of a field, returns how far each token moves the first above the second by what was learned. */
export function learnedMoves(
  reading: Reading,
  layer: LearnedLayer | undefined,
  field: LearnedField,
  first: number,
  second: number,
): Float32Array {
  const head = headOf(layer, field);
  if (!head) return new Float32Array(0);
  return contributions(modelOf(head), reading.features, first, second).map((weight) => weight * head.strength);
}

/** An urgency in [0, 1] as logits, away from the ends so that learning can move it. */
export function urgencyLogits(urgency: number): number[] {
  const inside = Math.min(0.98, Math.max(0.02, urgency));
  return [0, Math.log(inside / (1 - inside))];
}

/** Takes a shipped urgency in [0, 1], returns it moved by what was learned, still in [0, 1]. */
export function learnedUrgency(urgency: number, reading: Reading, layer: LearnedLayer | undefined): number {
  if (!headOf(layer, 'urgency')) return urgency;
  return softmax(withLayer(urgencyLogits(urgency), reading, layer, 'urgency'))[1] ?? urgency;
}

/** Takes a layer and a text, returns how much the post concerns the workspace, 0..1; `undefined` when nothing was learned of it. */
export function learnedRelevance(layer: LearnedLayer | undefined, text: string, langHint?: string): number | undefined {
  if (!headOf(layer, 'relevance')) return undefined;
  const [, share] = softmax(withLayer([0, 0], readPost(text, langHint), layer, 'relevance'));
  return share;
}
