/** The clocks of a case as they are stored. */
import type { CaseStatus, ClockKind } from '#libs/contracts/words.js';
import { byId, objectsAsJson, selected, withDates, type JsonRow } from './json-rows.js';

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

const COLUMNS = {
  id: 'id::text', caseId: 'case_id::text', kind: 'kind', promiseId: 'promise_id::text', episode: 'episode', startedAt: 'started_at', warnAt: 'warn_at',
  laterWarns: 'later_warns', dueAt: 'due_at', unacceptableAt: 'unacceptable_at', firesAt: 'fires_at', warned: 'warned', warnedAt: 'warned_at',
  breachedAt: 'breached_at', failedAt: 'failed_at', pausedAt: 'paused_at', stoppedAt: 'stopped_at', cancelled: 'cancelled',
} satisfies Record<keyof StoredClock, string>; // prettier-ignore

/** @param which of which cases, as `= $1` */
export const storedClocks = (which: string) =>
  `select ${selected(COLUMNS)} from clock where case_id ${which} order by started_at, clock.id`;
/** For a statement that reads more than the clocks: the clocks of a case as JSON, in no order. */
export const storedClocksJson = (caseId: string) => objectsAsJson(COLUMNS, `clock where case_id = ${caseId}`);

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

/** For sort: in the order of `storedClocks`. */
export const byStart = (a: JsonRow<StoredClock>, b: JsonRow<StoredClock>) =>
  Date.parse(a.startedAt) - Date.parse(b.startedAt) || byId(a, b);

/** @param clocks of a case in this state @returns what its card shows of them: of those that are open the one that is due next, running ones first */
export function clockOfCard(status: CaseStatus, clocks: readonly (StoredClock | JsonRow<StoredClock>)[]) {
  const open = status === 'resolved' ? [] : clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const [first] = open.sort(
    (a, b) =>
      Number(a.pausedAt !== null) - Number(b.pausedAt !== null) ||
      new Date(a.dueAt).getTime() - new Date(b.dueAt).getTime() ||
      byId(a, b),
  );
  return {
    clockId: first?.id ?? null,
    clockKind: first?.kind ?? null,
    clockStartedAt: first?.startedAt ?? null,
    clockWarnAt: first?.warnAt ?? null,
    clockDueAt: first?.dueAt ?? null,
    clockWarnedAt: first?.warnedAt ?? null,
    clockBreachedAt: first?.breachedAt ?? null,
    clockPausedAt: first?.pausedAt ?? null,
    clockUnacceptableAt: first?.unacceptableAt ?? null,
  };
}
