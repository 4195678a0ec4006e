/** One promise of one standard as a case was given it, and when its clock warns, is due and becomes unacceptable. */
import type { ClockKind } from '#libs/contracts/words.js';
import type { BusinessCalendar } from '#libs/time/business-calendar.js';
import type { Pause } from './facts.js';

export interface ClockPromise {
  id: string;
  clock: ClockKind;
  targetMs: number;
  /** From the start to where the wait is no longer acceptable; null: there is no such limit. */
  unacceptableMs: number | null;
  /** Shares of the target in (0, 1), ascending, at which it warns. */
  warnShares: readonly number[];
  /** Whether the clock stands still while we wait for the customer. */
  pauses: boolean;
  /** Whether what a rule sent counts as an acknowledgement. Never as an answer. */
  automaticCounts: boolean;
  /** Words in the post that make the clock run around the clock. */
  emergencyWords: readonly string[];
  /** null: around the clock. */
  calendar: BusinessCalendar | null;
}

/** When a clock tells. All in ms. */
export interface ClockTimes {
  warnAts: number[];
  /** null: never, because the calendar does not open again. */
  dueAt: number | null;
  unacceptableAt: number | null;
  /** Since when it stands still; null: it runs. Its times are then as if it ran on. */
  pausedSince: number | null;
}

/** @returns the calendar in which the clock counts: none when the post tells of an emergency */
export function calendarOf(promise: ClockPromise, emergency: readonly string[] | undefined): BusinessCalendar | null {
  const urgent = emergency !== undefined && emergency.some((word) => promise.emergencyWords.includes(word));
  return urgent ? null : promise.calendar;
}

/**
 * @param startedAt when the wait began
 * @param pauses in order, of the whole case
 * @param until when the clock stopped, or now
 */
export function clockTimes(promise: ClockPromise, calendar: BusinessCalendar | null, startedAt: number, pauses: readonly Pause[], until: number): ClockTimes {
  const mine = promise.pauses ? pauses : [];
  const after = (openMs: number) => fallsOn(calendar, startedAt, openMs, mine);
  const dueAt = after(promise.targetMs);
  const warnAts = promise.warnShares.flatMap((share) => after(Math.round(promise.targetMs * share)) ?? []);
  const unacceptableAt = promise.unacceptableMs === null ? null : after(promise.unacceptableMs);
  const open = mine.find((p) => p.to === null && p.from <= until);
  return { warnAts, dueAt, unacceptableAt, pausedSince: open ? Math.max(open.from, startedAt) : null };
} // prettier-ignore

/** @returns when so much open time has passed since `startedAt`, pauses left out; an open pause is passed over; null: never */
export function fallsOn(
  calendar: BusinessCalendar | null,
  startedAt: number,
  openMs: number,
  pauses: readonly Pause[],
): number | null {
  let at = startedAt;
  let left = openMs;
  for (const { from, to } of pauses) {
    if (to === null || to <= at) continue;
    const begin = Math.max(from, at);
    const falls = dueAfter(calendar, at, left);
    // Due at the very moment it was paused: it is not late before the pause has ended.
    if (falls !== null && falls < begin) return falls;
    left -= measure(calendar, at, begin);
    at = to;
  }
  return dueAfter(calendar, at, left);
}

const dueAfter = (calendar: BusinessCalendar | null, at: number, openMs: number) =>
  calendar ? calendar.dueAfter(at, openMs) : at + openMs;

/** @returns milliseconds of the clock's own time in [from, to) */
export function measure(calendar: BusinessCalendar | null, from: number, to: number): number {
  return calendar ? calendar.openMs(from, to) : Math.max(0, to - from);
}
