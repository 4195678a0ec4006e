/** Stops, cancels and starts the clocks of a case inside the verb that changes it. */
import type { ClockKind } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import type { PlannedClock } from './clock-targets.js';

interface Stopped {
  id: string;
  kind: ClockKind;
  dueAt: Date;
  breachedNow: boolean;
  /** Its breach had fired, and now we learn that the answer was given in time: the promise was kept. */
  keptAfterAll: boolean;
}

/**
 * Stops clocks at `at`. One that was due before and whose breach had not fired yet breaches here, at its due time: a breach is never
 * lost between two sweeps. A clock that started after `at` runs on: what was said before cannot have answered it; one that
 * a later answer stopped is set back, for this one was the first.
 * @param kinds which clocks of the case
 * @param recordedAt when this is written down; `at` may be earlier, when a network says so
 */
export async function stopClocks(
  tx: Tx,
  of: { caseId: string; teamId: string },
  kinds: readonly ClockKind[],
  at: Date,
  recordedAt: Date,
): Promise<void> {
  const stopped = await tx.query<Stopped>(
    `with open as (select id, breached_at from clock where case_id = $1 and kind = any($2) and coalesce(stopped_at > $3, true) and started_at <= $3 for update)
     update clock k set stopped_at = $3, fires_at = null, breached_at = case when $3 > k.due_at then k.due_at end
     from open where k.id = open.id
     returning k.id, k.kind, k.due_at as "dueAt", (open.breached_at is null and k.breached_at is not null) as "breachedNow",
       (open.breached_at is not null and k.breached_at is null) as "keptAfterAll"`,
    [of.caseId, kinds, at],
  );
  if (stopped.length === 0) return;
  await refreshNextDue(tx, of.caseId);
  const late = stopped.filter((s) => s.breachedNow);
  if (late.length > 0 || stopped.some((s) => s.keptAfterAll)) await refreshBreach(tx, of.caseId);
  if (late.length === 0) return;
  for (const k of late) await tx.query(`insert into activity (case_id, at, kind, data) values ($1, $2, 'clock-breached', $3)`, [of.caseId, k.dueAt, { clock: k.kind, dueAt: k.dueAt }]); // prettier-ignore
  const tell = late.map((k) => ({
    kind: 'clock.breached' as const,
    teamIds: [of.teamId],
    payload: { clockId: k.id, caseId: of.caseId, kind: k.kind, dueAt: k.dueAt.toISOString() },
  }));
  await addEvents(tx, recordedAt, tell);
}

/** Starts clocks on a case that has none of their kind open. */
export async function startClocks(tx: Tx, caseId: string, planned: readonly PlannedClock[]): Promise<void> {
  await tx.query(
    `insert into clock (case_id, kind, started_at, warn_at, due_at, fires_at)
     select $1, kind, "startedAt", "warnAt", "dueAt", "warnAt"
     from jsonb_to_recordset($2::jsonb) as p(kind text, "startedAt" timestamptz, "warnAt" timestamptz, "dueAt" timestamptz)
     on conflict (case_id, kind) where stopped_at is null do nothing`,
    [caseId, JSON.stringify(planned)],
  );
  await refreshNextDue(tx, caseId);
}

/** The queue is ordered by this copy on the case. */
async function refreshNextDue(tx: Tx, caseId: string): Promise<void> {
  await tx.query(
    `update desk_case c set (next_due_at, next_warn_at) =
       (select min(due_at), min(warn_at) from clock where case_id = c.id and stopped_at is null)
     where id = $1`,
    [caseId],
  );
}

/** The first broken promise of the case, as its clocks have it. */
async function refreshBreach(tx: Tx, caseId: string): Promise<void> {
  await tx.query(`update desk_case set breached_at = (select min(breached_at) from clock where case_id = $1) where id = $1`, [
    caseId,
  ]);
}
