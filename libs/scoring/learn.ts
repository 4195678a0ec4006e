/** Learns from what people correct: one layer for a workspace, weighed against the shipped scorer before it counts. */
import { checkHeldOut } from './learning/held-out.js';
import { toLessons, type Lesson } from './learning/lessons.js';
import {
  FIELDS,
  type Correction,
  type HeadRecord,
  type HeldOutCheck,
  type LearnedField,
  type LearnedLayer,
} from './learning/layer.js';
import { fitHead, packHead } from './learning/fit-head.js';
import { textHash } from './text/text-hash.js';
import { SCORER_VERSION } from './version.js';

export type { Correction, HeldOutCheck, LearnedField, LearnedLayer } from './learning/layer.js';
export { learnedRelevance } from './learning/apply-layer.js';

function versionOf(corrections: readonly Correction[]): string {
  const parts = corrections.map(({ text, sentiment, intent, urgency, relevance }) =>
    [text, sentiment, intent, urgency, relevance].join('\u001f'),
  );
  return textHash(parts.join('\u001e'));
}

function learnField(field: LearnedField, lessons: readonly Lesson[]): { check: HeldOutCheck; head?: HeadRecord } | null {
  const mine = lessons.filter((lesson) => lesson.targets[field] !== undefined);
  if (mine.length === 0) return null;
  const { check, familiar } = checkHeldOut(field, mine);
  return check.taken ? { check, head: packHead(fitHead(field, mine), check.strength, familiar) } : { check };
}

/**
 * Takes every correction of a workspace in the order they were made; a later one of the same text replaces an earlier.
 * Returns its layer: what was learned of each field that did better on corrections kept aside than the shipped scorer.
 * Same corrections, same layer; taking corrections back means training again without them.
 */
export function trainLayer(corrections: readonly Correction[], base: string = SCORER_VERSION): LearnedLayer {
  const latest = [...new Map(corrections.map((correction) => [correction.text, correction])).values()];
  const lessons = toLessons(latest);
  const checks: HeldOutCheck[] = [];
  const heads: Partial<Record<LearnedField, HeadRecord>> = {};
  for (const field of FIELDS) {
    const learned = learnField(field, lessons);
    if (!learned) continue;
    checks.push(learned.check);
    if (learned.head) heads[field] = learned.head;
  }
  return { format: 2, version: versionOf(latest), base, corrections: latest.length, checks, heads };
}
