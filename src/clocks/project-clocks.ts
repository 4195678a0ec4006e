/** Brings the stored clocks of cases in line with the verdicts over their facts, inside the verb that wrote a fact down. */
import { Injectable } from '@nestjs/common';
import type { CaseFact } from '#libs/sla/facts.js';
import { verdictsOf, type CaseVerdict } from '#libs/sla/verdicts.js';
import type { Tx } from '../database/database.js';
import { storedClocks, type ClockRow, type StoredClock } from '../database/views/stored-clocks.js';
import { addEvents } from '../outbox/append.js';
import { factsOfCases } from './case-facts.js';
import { clockEvents, type FiredClock } from './clock-events.js';
import { differs, firedNow, paired, toRow } from './clock-rows.js';
import { Promises, type MadePromise } from './promises.js';

export interface CaseRow {
  id: string;
  teamId: string;
  promiseIds: string[];
}

/** One clock as it is to be stored. */
export interface Change {
  caseId: string;
  teamId: string;
  standardId: string | null;
  /** null: a new row. */
  id: string | null;
  row: ClockRow;
  stored: StoredClock | undefined;
}

export interface Judged {
  verdict: CaseVerdict;
  changes: Change[];
}

const STORED = `${storedClocks('= any($1::bigint[])')} for update`;
const RECORD = `jsonb_to_recordset($1::jsonb) as r(n int, id bigint, "caseId" bigint, kind text, "promiseId" bigint, episode int, "startedAt" timestamptz,
  "warnAt" timestamptz, "laterWarns" timestamptz[], "dueAt" timestamptz, "unacceptableAt" timestamptz, "firesAt" timestamptz, warned int, "warnedAt" timestamptz,
  "breachedAt" timestamptz, "failedAt" timestamptz, "pausedAt" timestamptz, "stoppedAt" timestamptz, cancelled boolean)`;
const UPDATE = `
  update clock k set promise_id = r."promiseId", episode = r.episode, warn_at = r."warnAt", later_warns = r."laterWarns", due_at = r."dueAt",
    unacceptable_at = r."unacceptableAt", fires_at = r."firesAt", warned = r.warned, warned_at = r."warnedAt", breached_at = r."breachedAt",
    failed_at = r."failedAt", paused_at = r."pausedAt", stopped_at = r."stoppedAt", cancelled = r.cancelled
  from ${RECORD} where k.id = r.id`;
const INSERT = `
  insert into clock (case_id, kind, promise_id, episode, started_at, warn_at, later_warns, due_at, unacceptable_at, fires_at, warned, warned_at, breached_at,
    failed_at, paused_at, stopped_at, cancelled)
  select "caseId", kind, "promiseId", episode, "startedAt", "warnAt", "laterWarns", "dueAt", "unacceptableAt", "firesAt", warned, "warnedAt", "breachedAt",
    "failedAt", "pausedAt", "stoppedAt", cancelled from ${RECORD} order by n returning id`;
/** The queue is ordered by these copies on the case. */
const CASES = `
  update desk_case c set clocks_stale = false, waiting_since = r."waitingSince", paused_at = r."pausedAt", next_due_at = k.due, next_warn_at = k.warn,
    warned = coalesce(k.warn <= $2, false), breached_at = k.breached
  from jsonb_to_recordset($1::jsonb) as r(id bigint, "waitingSince" timestamptz, "pausedAt" timestamptz)
  cross join lateral (
    select min(due_at) filter (where stopped_at is null and paused_at is null) as due, min(warn_at) filter (where stopped_at is null and paused_at is null) as warn,
      min(breached_at) as breached from clock where case_id = r.id) k
  where c.id = r.id`;

@Injectable()
export class ProjectClocks {
  constructor(private readonly promises: Promises) {}

  /**
   * @param caseIds cases that the transaction holds locked
   * @param now the moment of the verb
   */
  async run(tx: Tx, caseIds: readonly string[], now: Date): Promise<void> {
    const cases = await tx.query<CaseRow>(
      `select id, team_id as "teamId", promise_ids as "promiseIds" from desk_case where id = any($1::bigint[])`,
      [caseIds],
    );
    const facts = await factsOfCases(tx, caseIds);
    const stored = byCase(await tx.query<StoredClock>(STORED, [caseIds]));
    const verdicts = new Map<string, CaseVerdict>();
    const changes: Change[] = [];
    for (const c of cases) {
      const judged = await this.judge(c, facts.get(c.id) ?? [], stored.get(c.id) ?? [], now);
      verdicts.set(c.id, judged.verdict);
      changes.push(...judged.changes);
    }
    await write(tx, changes);
    await tx.query(CASES, [JSON.stringify([...verdicts].map(([id, v]) => ({ id, waitingSince: iso(v.waitingSince), pausedAt: iso(v.pausedSince) }))), now]);
    await tell(tx, changes, now);
  } // prettier-ignore

  /**
   * Without the database: for who reads and stores a case in a way of their own.
   * @param facts of the case, those of the verb included
   * @param stored its clocks as they stand
   * @returns the verdict and the clocks that it changes
   */
  async judge(c: CaseRow, facts: readonly CaseFact[], stored: StoredClock[], now: Date): Promise<Judged> {
    const promises = await this.promises.byIds(c.promiseIds);
    const verdict = verdictsOf(facts, promises, notBefore(now, facts, stored));
    return { verdict, changes: changesOf(c, verdict, stored, promises, now) };
  }
}

function byCase(rows: StoredClock[]): Map<string, StoredClock[]> {
  const map = new Map<string, StoredClock[]>();
  for (const row of rows) map.set(row.caseId, [...(map.get(row.caseId) ?? []), row]);
  return map;
}

/**
 * What is committed has happened, though another process, whose clock is some milliseconds ahead, wrote it down: judged a moment too early,
 * a breach that was told would be taken back and told again.
 */
function notBefore(now: Date, facts: readonly CaseFact[], clocks: readonly StoredClock[]): number {
  const fired = clocks.flatMap((k) => [k.breachedAt, k.failedAt].flatMap((at) => (at ? at.getTime() + 1 : [])));
  return Math.max(now.getTime(), ...facts.map((f) => f.knownAt), ...fired);
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function changesOf(c: CaseRow, verdict: CaseVerdict, stored: StoredClock[], promises: MadePromise[], now: Date): Change[] {
  const { pairs, orphans } = paired(verdict.clocks, stored);
  const of = (kind: ClockRow['kind']) => ({ caseId: c.id, teamId: c.teamId, standardId: promises.find((p) => p.clock === kind)?.standardId ?? null });
  const judged = pairs.map(([v, before]) => ({ ...of(v.clock), id: before?.id ?? null, row: toRow(v, before), stored: before }));
  // What the facts do not know, a promise of a standard that was taken away by hand say, ends without a verdict.
  const gone = orphans.map((k) => ({ ...of(k.kind), id: k.id, row: { ...k, firesAt: null, pausedAt: null, stoppedAt: k.stoppedAt ?? now, cancelled: true }, stored: k }));
  return [...judged, ...gone].filter(({ row, stored: before }) => !before || differs(row, before));
} // prettier-ignore

/** What ends goes first: only one clock of a kind may be open. */
async function write(tx: Tx, changes: Change[]): Promise<void> {
  const known = changes.filter((c) => c.id !== null);
  const ended = known.filter((c) => c.row.stoppedAt !== null);
  const running = known.filter((c) => c.row.stoppedAt === null);
  for (const part of [ended, running]) if (part.length > 0) await tx.query(UPDATE, [asRecords(part)]);
  const fresh = changes.filter((c) => c.id === null);
  if (fresh.length === 0) return;
  const ids = await tx.query<{ id: string }>(INSERT, [asRecords(fresh)]);
  fresh.forEach((c, i) => (c.id = ids[i]?.id ?? null));
}

const asRecords = (changes: Change[]) => JSON.stringify(changes.map(({ id, caseId, row }, n) => ({ ...row, n, id, caseId })));

/** @returns the clocks that fired because they stopped or stand still; @param idOf the id of a clock that is not stored yet */
export function firedOf(changes: readonly Change[], idOf: (change: Change) => string | null = ({ id }) => id): FiredClock[] {
  return changes.flatMap((change) => {
    const { caseId, teamId, standardId, row, stored } = change;
    const f = firedNow(row, stored);
    const id = idOf(change);
    return f && id !== null ? [{ ...f, id, caseId, teamId, standardId, episode: row.episode, warned: false }] : [];
  });
}

async function tell(tx: Tx, changes: Change[], now: Date): Promise<void> {
  const fired = firedOf(changes);
  if (fired.length === 0) return;
  await tx.query(
    `insert into activity (case_id, at, kind, data)
     select "caseId", l.at, l.kind, jsonb_build_object('clock', r.kind, 'dueAt', "dueAt")
     from jsonb_to_recordset($1::jsonb) as r("caseId" bigint, "dueAt" timestamptz, kind text, breached boolean, failed boolean)
     cross join lateral (
       select "dueAt" as at, 'clock-breached' as kind where breached union all select $2, 'clock-unacceptable' where failed) as l order by 2, 3`,
    [JSON.stringify(fired), now],
  );
  await addEvents(tx, now, fired.flatMap(clockEvents));
}
