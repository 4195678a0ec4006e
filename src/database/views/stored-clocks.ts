/** The clocks of a case as they are stored. */
import type { ClockKind } from '#libs/contracts/words.js';
import { rowsAsJson, withDates, type JsonRow } from './json-rows.js';

/** What of a row follows from the verdict. */
export interface ClockRow {
  kind: ClockKind;
  promiseId: string;
  episode: number;
  startedAt: Date;
  warnAt: Date;
  laterWarns: Date[] | null;
  dueAt: Date;
  unacceptableAt: Date | null;
  firesAt: Date | null;
  warned: number;
  warnedAt: Date | null;
  breachedAt: Date | null;
  failedAt: Date | null;
  pausedAt: Date | null;
  stoppedAt: Date | null;
  cancelled: boolean;
}

export interface StoredClock extends ClockRow {
  id: string;
  caseId: string;
}

/** @param which of which cases, as `= $1` */
export const storedClocks = (which: string) => `
  select id::text, case_id::text as "caseId", kind, promise_id::text as "promiseId", episode, started_at as "startedAt", warn_at as "warnAt",
    later_warns as "laterWarns", due_at as "dueAt", unacceptable_at as "unacceptableAt", fires_at as "firesAt", warned, warned_at as "warnedAt",
    breached_at as "breachedAt", failed_at as "failedAt", paused_at as "pausedAt", stopped_at as "stoppedAt", cancelled
  from clock where case_id ${which} order by started_at, clock.id`;
/** For a statement that reads more than the clocks: the clocks of a case as JSON. */
export const storedClocksJson = (caseId: string) => rowsAsJson(storedClocks(`= ${caseId}`));

const DATES = [
  'startedAt',
  'warnAt',
  'dueAt',
  'unacceptableAt',
  'firesAt',
  'warnedAt',
  'breachedAt',
  'failedAt',
  'pausedAt',
  'stoppedAt',
] as const;

/** @returns the clocks of what storedClocksJson read */
export const storedClocksOfJson = (rows: readonly JsonRow<StoredClock>[]): StoredClock[] =>
  rows.map((row) => {
    const later = row.laterWarns as unknown as string[] | null;
    return { ...withDates<StoredClock>(row, DATES), laterWarns: later && later.map((at) => new Date(at)) };
  });
