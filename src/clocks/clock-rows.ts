/** A verdict as a row: what the table of clocks holds so that the due row is the queue, and how it differs from what is stored. */
import type { ClockKind } from '#libs/contracts/words.js';
import type { ClockRow, StoredClock } from '../database/views/stored-clocks.js';
import type { Verdict } from '#libs/sla/verdicts.js';

/** A clock that fired here, because it stopped or stands still before any sweep had looked. */
export interface Fired {
  kind: ClockKind;
  dueAt: Date;
  breached: boolean;
  failed: boolean;
}

const date = (at: number | null) => (at === null ? null : new Date(at));

/**
 * A clock that runs is fired by the sweep, which tells of it; one that has stopped or stands still will not be looked at again, so what it
 * missed is taken from the verdict at once: a breach is never lost between two sweeps.
 * @param stored the row that there is; its firings stand unless the verdict denies them
 */
export function toRow(v: Verdict, stored: ClockRow | undefined): ClockRow {
  const settled = v.stoppedAt !== null || v.pausedSince !== null;
  const breached = v.breachedAt !== null && (settled || stored?.breachedAt != null);
  const failed = breached && v.failedAt !== null && (settled || stored?.failedAt != null);
  const warned = settled ? v.warned : Math.min(stored?.warned ?? 0, v.warned);
  const warnAt = new Date(v.warnAts[0] ?? v.dueAt);
  const next = breached ? (failed ? null : v.unacceptableAt) : (v.warnAts[warned] ?? v.dueAt);
  return {
    kind: v.clock,
    promiseId: v.promiseId,
    episode: v.episode,
    startedAt: new Date(v.startedAt),
    warnAt,
    laterWarns: v.warnAts.length > 1 ? v.warnAts.slice(1).map((at) => new Date(at)) : null,
    dueAt: new Date(v.dueAt),
    unacceptableAt: date(v.unacceptableAt),
    firesAt: settled ? null : date(next),
    warned,
    warnedAt: warned > 0 ? (stored?.warnedAt ?? warnAt) : null,
    breachedAt: breached ? new Date(v.dueAt) : null,
    failedAt: failed ? date(v.failedAt) : null,
    pausedAt: date(v.pausedSince),
    stoppedAt: date(v.stoppedAt),
    cancelled: v.cancelled,
  };
}

/** @returns each verdict with the stored row of the same run: the same kind and start; and the rows that no verdict knows any more */
export function paired(verdicts: readonly Verdict[], stored: readonly StoredClock[]): { pairs: [Verdict, StoredClock | undefined][]; orphans: StoredClock[] } {
  const left = [...stored];
  const pairs = verdicts.map((v): [Verdict, StoredClock | undefined] => {
    const i = left.findIndex((row) => row.kind === v.clock && row.startedAt.getTime() === v.startedAt);
    return [v, i < 0 ? undefined : left.splice(i, 1)[0]];
  });
  return { pairs, orphans: left };
} // prettier-ignore

/** @returns whether storing the row would change anything */
export function differs(row: ClockRow, stored: ClockRow): boolean {
  return (Object.keys(row) as (keyof ClockRow)[]).some((key) => !isSame(row[key], stored[key]));
}

function isSame(a: ClockRow[keyof ClockRow], b: ClockRow[keyof ClockRow]): boolean {
  if (a === b) return true;
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : JSON.stringify(a) === JSON.stringify(b);
}

/** @returns what of a row's firings is told now, if anything */
export function firedNow(row: ClockRow, stored: ClockRow | undefined): Fired | null {
  const breached = row.breachedAt !== null && !stored?.breachedAt;
  const failed = row.failedAt !== null && !stored?.failedAt;
  return breached || failed ? { kind: row.kind, dueAt: row.dueAt, breached, failed } : null;
}
