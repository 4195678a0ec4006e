/**
 * Whether promises were kept: a pure function of the facts of a case and of what was promised, so that history can be judged again and comes
 * out the same. Live clocks are this function's answer, stored.
 */
import type { ClockKind, ClockState } from '#libs/contracts/words.js';
import { calendarOf, clockTimes, measure, type ClockPromise } from './clock-promise.js';
import { asksOf, byTime, pausesOf, waitsOf, type CaseFact, type Pause } from './facts.js';
import { runsOf, type Run } from './runs.js';

/** One run of one clock, judged. Instants in ms. */
export interface Verdict {
  clock: ClockKind;
  promiseId: string;
  /** 1 for the first run of this clock on the case. */
  episode: number;
  startedBy: CaseFact;
  startedAt: number;
  warnAts: readonly number[];
  dueAt: number;
  unacceptableAt: number | null;
  /** How many of its warnings have come. */
  warned: number;
  /** The due time when the promise was broken, else null. */
  breachedAt: number | null;
  /** The limit when the wait became unacceptable, else null. */
  failedAt: number | null;
  pausedSince: number | null;
  stoppedBy: CaseFact | null;
  stoppedAt: number | null;
  cancelled: boolean;
  state: ClockState;
  /** Whose the wait was, in the clock's own time. */
  blindMs: number;
  queueMs: number;
  ownMs: number;
}

export interface CaseVerdict {
  clocks: Verdict[];
  /** Since when the customer waits for a person's answer; null: they do not. */
  waitingSince: number | null;
  /** Since when we wait for the customer; null: we do not. */
  pausedSince: number | null;
  /** What took the case out of the count; null: it counts. */
  excluded: CaseFact | null;
}

/**
 * What happens at the very due time is in time; a millisecond later is late.
 * @param facts of one case
 * @param promises what the case was promised when it opened; at most one for each clock
 * @param now what the desk had not learned by then is not known yet
 */
export function verdictsOf(facts: readonly CaseFact[], promises: readonly ClockPromise[], now: number): CaseVerdict {
  const known = facts.every((f) => f.knownAt <= now) ? facts : facts.filter((f) => f.knownAt <= now);
  const asks = asksOf(known);
  const waits = waitsOf(asks, known);
  const pauses = pausesOf(asks, known);
  const happened = [...known].sort(byTime);
  const excluded = exclusionOf(happened);
  const around = { pauses, excluded, now, happened };
  const clocks = promises.flatMap((promise) =>
    runsOf(promise.clock, happened, waits, promise.automaticCounts).flatMap((run, i) => judge(promise, run, i + 1, around) ?? []),
  );
  const open = waits.at(-1);
  const lastPause = pauses.at(-1);
  return {
    clocks,
    waitingSince: open && !open.end ? open.ask.at : null,
    pausedSince: lastPause && lastPause.to === null ? lastPause.from : null,
    excluded,
  };
}

interface Surroundings {
  pauses: readonly Pause[];
  excluded: CaseFact | null;
  happened: readonly CaseFact[];
  now: number;
}

function exclusionOf(happened: readonly CaseFact[]): CaseFact | null {
  const last = happened.findLast((f) => f.kind === 'excluded' || f.kind === 'included');
  return last?.kind === 'excluded' ? last : null;
}

/** @returns undefined when the clock would never be due, or would start on a case that is out of the count */
function judge(promise: ClockPromise, run: Run, episode: number, around: Surroundings): Verdict | undefined {
  const { excluded, now } = around;
  const startedAt = run.start.at;
  const out = excluded !== null && (run.stop === null || run.stop.at > excluded.at) ? excluded : null;
  if (out && run.start.knownAt > out.at) return undefined;
  const stoppedBy = out ?? run.stop;
  const stoppedAt = stoppedBy && Math.max(stoppedBy.at, startedAt);
  const calendar = promise.clock === 'promised-date' ? null : calendarOf(promise, run.start.emergency);
  const own = promise.clock === 'promised-date' ? promisedTo(promise, run.start) : promise;
  const times = clockTimes(own, calendar, startedAt, around.pauses, stoppedAt ?? now);
  if (times.dueAt === null) return undefined;
  const end = Math.min(times.pausedSince ?? Infinity, stoppedAt ?? now);
  const breachedAt = end > times.dueAt ? times.dueAt : null;
  const failedAt = times.unacceptableAt !== null && end > times.unacceptableAt ? times.unacceptableAt : null;
  const warned = times.warnAts.filter((at) => end > at).length;
  // What was late already when it was taken back stays late.
  const cancelled = out !== null || (run.cancelled && breachedAt === null);
  const pausedSince = stoppedAt === null ? times.pausedSince : null;
  const state = stateOf({ stopped: stoppedAt !== null, cancelled, breached: breachedAt !== null, paused: pausedSince !== null, warned: warned > 0 });
  return {
    clock: promise.clock, promiseId: promise.id, episode, startedBy: run.start, startedAt, ...times, dueAt: times.dueAt,
    warned, breachedAt, failedAt, pausedSince, stoppedBy, stoppedAt, cancelled, state,
    ...sharesOf(run.start, stoppedAt ?? now, around, (from, to) => measureOwn(own, calendar, around.pauses, from, to)),
  };
} // prettier-ignore

/** A promised date is due on that date, whatever the hours; what the standard allows beyond it is where it becomes unacceptable. */
function promisedTo(promise: ClockPromise, start: CaseFact): ClockPromise {
  const targetMs = Math.max(0, (start.until ?? start.at) - start.at);
  const unacceptableMs = promise.unacceptableMs === null ? null : targetMs + promise.unacceptableMs;
  return { ...promise, targetMs, unacceptableMs, pauses: false };
}

function stateOf(is: { stopped: boolean; cancelled: boolean; breached: boolean; paused: boolean; warned: boolean }): ClockState {
  if (is.stopped) return is.cancelled ? 'cancelled' : is.breached ? 'met-late' : 'met';
  if (is.breached) return 'breached';
  return is.paused ? 'paused' : is.warned ? 'warned' : 'running';
}

function measureOwn(promise: ClockPromise, calendar: ReturnType<typeof calendarOf>, pauses: readonly Pause[], from: number, to: number): number {
  if (to <= from) return 0;
  const paused = promise.pauses
    ? pauses.reduce((sum, p) => sum + measure(calendar, Math.max(p.from, from), Math.min(p.to ?? to, to)), 0)
    : 0;
  return measure(calendar, from, to) - paused;
} // prettier-ignore

/** Blind until we knew of it, queued until somebody had the case, then our own. */
function sharesOf(start: CaseFact, end: number, { happened }: Surroundings, measured: (from: number, to: number) => number) {
  const knownAt = Math.min(Math.max(start.knownAt, start.at), end);
  const takenAt = Math.min(takenAfter(happened, knownAt) ?? end, end);
  return { blindMs: measured(start.at, knownAt), queueMs: measured(knownAt, takenAt), ownMs: measured(takenAt, end) };
}

/** @returns when somebody first had the case, at or after that instant; null: nobody had it */
function takenAfter(happened: readonly CaseFact[], at: number): number | null {
  let held = false;
  for (const fact of happened) {
    if (fact.at > at && held) return at;
    if (fact.kind === 'claimed') held = true;
    else if (fact.kind === 'unclaimed' || fact.kind === 'resolved') held = false;
    if (fact.at > at && held) return fact.at;
  }
  return held ? at : null;
}
