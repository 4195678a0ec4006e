/** Puts a learned layer to work on a post that has been read. */
import type { Features } from '../model/features.js';
import { contributions, denseLogits, hashedLogits, softmax, type LinearModel } from '../model/linear-model.js';
import { unpackWeights } from '../model/packed-weights.js';
import { readPost, type Reading } from '../read-post.js';
import { SCORER_VERSION } from '../version.js';
import { familiarity, knownShare } from './familiarity.js';
import { KnownFeatures } from './known-features.js';
import { countOfWords, layerInputs, together, type LayerCounts } from './layer-inputs.js';
import type { HeadRecord, LearnedField, LearnedLayer } from './layer.js';

interface Unpacked {
  readonly model: LinearModel;
  readonly known: KnownFeatures;
}

/** Unpacked heads, kept as long as the record they came from. */
const unpacked = new WeakMap<HeadRecord, Unpacked>();

function unpack(record: HeadRecord): Unpacked {
  const found = unpacked.get(record);
  if (found) return found;
  const head = { model: { ...record, weights: unpackWeights(record.weights) }, known: KnownFeatures.unpack(record.known) };
  unpacked.set(record, head);
  return head;
}

function headOf(layer: LearnedLayer | undefined, field: LearnedField): HeadRecord | undefined {
  return layer?.base === SCORER_VERSION ? layer.heads[field] : undefined;
}

/** A layer is shy of texts that have little in common with the corrections it was made from. */
function countsOf({ strength, familiar }: HeadRecord, picked: Features): LayerCounts {
  return { strength, familiar: familiarity(familiar, knownShare(picked)) };
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
  const { model, known } = unpack(head);
  const features = known.pick(reading.features);
  const [words, rest] = [hashedLogits(model, features), denseLogits(model, layerInputs(reading, shipped))];
  return together(shipped, { words, rest, kept: head.kept }, countsOf(head, features));
}

/** Takes a reading and two classes of a field, returns how far each token moves the first above the second by what was learned. */
export function learnedMoves(
  reading: Reading,
  layer: LearnedLayer | undefined,
  field: LearnedField,
  first: number,
  second: number,
): number[] {
  const head = headOf(layer, field);
  if (!head) return [];
  const { model, known } = unpack(head);
  const features = known.pick(reading.features);
  const share = countOfWords(countsOf(head, features));
  return contributions(model, features, first, second).map((weight) => Math.fround(weight * share));
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
