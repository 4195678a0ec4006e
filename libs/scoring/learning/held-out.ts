/** Tries a layer on corrections it has not seen, and finds how much it may count beside the shipped scorer. */
import { denseLogits, hashedLogits, softmax } from '../model/linear-model.js';
import { familiarFrom, familiarity, knownShare, type Familiar } from './familiarity.js';
import { fitHead } from './fit-head.js';
import { layerInputs, together, type LayerSays } from './layer-inputs.js';
import type { HeldOutCheck, LearnedField } from './layer.js';
import type { Lesson } from './lessons.js';

/** Up to this many corrections each is kept aside once (five parts in turn); above, one part of five is enough. */
const ALL_PARTS_UP_TO = 1_000;
const PARTS = 5;
const MIN_LESSONS = 5;
/** A trial makes fewer passes than the layer will: it costs less and promises less. */
const TRIAL_SHARE = 0.6;
/** More than this many lessons, the newest, a trial does not need to tell whether the layer helps. */
const TRIAL_LESSONS = 2_500;
const NEARLY = 0.015;
/** Weakest first. */
const STRENGTHS = [0.25, 0.5, 0.75, 1];

interface Trial {
  readonly base: readonly number[];
  readonly says: LayerSays;
  /** Share of the features that the layer knew. */
  readonly share: number;
  readonly target: readonly number[];
}

/** What trials showed, and of which texts a layer may speak. */
interface Tried {
  readonly trials: readonly Trial[];
  readonly familiar: Familiar;
}

/** The check to show, and where the layer's range of texts begins and ends. */
export interface Checked {
  readonly check: HeldOutCheck;
  readonly familiar: Familiar;
}

interface Outcome {
  readonly strength: number;
  readonly loss: number;
  readonly right: readonly boolean[];
}

const partOf = (lesson: Lesson): number => Math.floor(lesson.lot * PARTS);

function tryPart(field: LearnedField, lessons: readonly Lesson[], part: number): Trial[] {
  const aside = lessons.filter((lesson) => partOf(lesson) === part);
  const rest = lessons.filter((lesson) => partOf(lesson) !== part).slice(-TRIAL_LESSONS);
  if (aside.length === 0 || rest.length === 0) return [];
  const { model, known, kept } = fitHead(field, rest, TRIAL_SHARE);
  return aside.map(({ reading, offsets, targets }) => {
    const features = known.pick(reading.features);
    const [words, rest] = [hashedLogits(model, features), denseLogits(model, layerInputs(reading, offsets[field]))];
    return { base: offsets[field], says: { words, rest, kept }, share: knownShare(features), target: targets[field] ?? [] };
  });
}

const largest = (values: readonly number[]): number =>
  values.reduce((best, value, at) => (value > (values[best] as number) ? at : best), 0);

function outcome({ trials, familiar }: Tried, strength: number): Outcome {
  let loss = 0;
  const right = trials.map(({ base, says, share, target }) => {
    const shares = softmax(together(base, says, { strength, familiar: familiarity(familiar, share) }));
    loss -= target.reduce((sum, part, c) => sum + part * Math.log(Math.max(1e-9, shares[c] as number)), 0);
    return largest(shares) === largest(target);
  });
  return { strength, loss, right };
}

const shareRight = ({ right }: Outcome): number => right.filter(Boolean).length / Math.max(1, right.length);

/** The layer must not get fewer right, and must be surer of the right answers. */
function better(candidate: Outcome, shipped: Outcome): boolean {
  return candidate.loss < shipped.loss && shareRight(candidate) >= shareRight(shipped);
}

/** The strongest of those that get nearly as many right as the best: a trial knows less than the layer will. */
function strongestOf(candidates: readonly Outcome[]): Outcome | undefined {
  const top = Math.max(...candidates.map(shareRight));
  return candidates.filter((candidate) => shareRight(candidate) >= top - NEARLY).at(-1);
}

/** Takes the lessons of a field, returns how the layer does on kept-aside ones and whether it may take part. */
export function checkHeldOut(field: LearnedField, lessons: readonly Lesson[]): Checked {
  const parts = lessons.length <= ALL_PARTS_UP_TO ? Array.from({ length: PARTS }, (_, part) => part) : [0];
  const trials = lessons.length < MIN_LESSONS ? [] : parts.flatMap((part) => tryPart(field, lessons, part));
  const tried = { trials, familiar: familiarFrom(trials.map(({ share }) => share), lessons.length) }; // prettier-ignore
  const shipped = outcome(tried, 0);
  const candidates = STRENGTHS.map((strength) => outcome(tried, strength)).filter((candidate) => better(candidate, shipped));
  const best = strongestOf(candidates) ?? shipped;
  return { check: checkOf(field, shipped, best), familiar: tried.familiar };
}

function checkOf(field: LearnedField, shipped: Outcome, best: Outcome): HeldOutCheck {
  return {
    field,
    examples: shipped.right.length,
    shipped: shareRight(shipped),
    layered: shareRight(best),
    improved: best.right.filter((right, at) => right && !shipped.right[at]).length,
    worsened: best.right.filter((right, at) => !right && shipped.right[at]).length,
    strength: best.strength,
    taken: best.strength > 0,
  };
}
