/** How soon a source is asked again: more often while it finds something, within a person's limits, and slower when its budget asks for it. */

export interface Paced {
  /** The pace of now, in seconds between polls. */
  pace: number;
  /** As often as it may be asked, and at the longest; equal: always the same. */
  shortest: number;
  longest: number;
}

/** A poll that found something shortens the pace to this share; one that found nothing lengthens it by the other. */
const SOONER = 0.6;
const LATER = 1.15;
/** A budget that runs short is spent where it finds more: an hour's pace differs from the mean by this factor at most. */
const MOST_SKEW = 2;

/** @returns the pace after a poll that brought `accepted` new posts */
export function nextPace({ pace, shortest, longest }: Paced, accepted: number): number {
  const next = accepted > 0 ? pace * SOONER : pace * LATER;
  return Math.min(Math.max(next, shortest), Math.max(shortest, longest));
}

/**
 * @param pace as the yield wants it
 * @param sustainable seconds at which the budget lasts; 0: there is none
 * @param yieldNow arrivals expected in this hour against the mean hour; 1 where nothing is known
 * @returns the pace that also the budget allows
 */
export function withinBudget(pace: number, sustainable: number, yieldNow: number): number {
  if (sustainable <= pace) return pace;
  const skew = Math.min(Math.max(yieldNow, 1 / MOST_SKEW), MOST_SKEW);
  return Math.max(pace, sustainable / skew);
}
