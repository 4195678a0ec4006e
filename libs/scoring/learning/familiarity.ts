/** How familiar a text is to a layer: wholly where it is as like the corrections as they are like each other, not at all where it shares little with them. */
import type { Features } from '../model/features.js';

/** Shares of a text's features that are known, between which it is the more familiar the more are known. */
export interface Familiar {
  readonly none: number;
  readonly full: number;
}

/** A text with less than this part of what kept-aside corrections usually share is a stranger. */
const STRANGE = 0.6;
/** Of few corrections a text must be like nearly half of those kept aside to be wholly familiar, of many like nearly any: 150 in n + 300. */
const [FEW, TWICE_FEW] = [150, 300];

/** Takes features picked from a text by what is known, returns the share that is. */
export function knownShare({ ids, count }: Features): number {
  return count === 0 ? 0 : ids.length / count;
}

/** Takes the shares known of corrections that were kept aside, and how many corrections there are in all. */
export function familiarFrom(shares: readonly number[], corrections: number): Familiar {
  const sorted = Float64Array.from(shares).sort();
  const quantile = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const full = quantile(FEW / (corrections + TWICE_FEW));
  return { full, none: Math.min(STRANGE * quantile(0.5), 0.99 * full) };
}

/** Takes the share that is known of a text, returns how familiar it is, 0..1. */
export function familiarity({ none, full }: Familiar, share: number): number {
  if (share >= full) return 1;
  return share <= none ? 0 : (share - none) / (full - none);
}
