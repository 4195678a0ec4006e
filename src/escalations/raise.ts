/** Raises things once each: finds their ladders, writes them down, and tells the desk; many at once cost what one does. */
import { isUrgent, ladderFor, rungsOf } from '#libs/escalation/ladder.js';
import type { EscalationTrigger, LadderView, Rung } from '#libs/contracts/http/ladders.js';
import type { StandardTerms } from '#libs/contracts/http/standards.js';
import type { Priority, RiskLevel } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { ladders } from './ladders.query.js';

export interface ToRaise {
  trigger: EscalationTrigger;
  reason: string;
  caseId?: string;
  clockId?: string;
  alarmId?: string;
  earlyAlarmId?: string;
  /** Of what is no case; absent: a matter of the whole house. */
  teamId?: string;
  by?: string;
  /** Written into the case's history. */
  data?: Record<string, unknown>;
}

/** A breach and a hand always reach the managers at the desk; a ladder adds to that. */
const ALWAYS: readonly EscalationTrigger[] = ['clock-breached', 'by-hand'];

interface Of {
  n: number;
  teamId: string;
  priority: Priority;
  risk: RiskLevel;
  /** Who is told by the standard whose clock it is; null: no clock. */
  tell: StandardTerms['tell'] | null;
}

/** One thing with what is known of it, as it is stored. */
interface Found {
  what: ToRaise;
  of: Of | undefined;
  teamId: string | null;
  ladderId: string | null;
  rungs: Rung[];
  urgent: boolean;
  nextAt: Date | null;
}

/** Cases are locked in the order of their ids, as everybody does. */
const OF = `
  select r.n, c.team_id as "teamId", c.priority, c.risk_level as risk,
    (select v.terms -> 'tell' from clock k join promise p on p.id = k.promise_id join standard_version v on v.id = p.standard_version_id
     where k.id = r."clockId") as tell
  from jsonb_to_recordset($1::jsonb) as r(n int, "caseId" bigint, "clockId" bigint) join desk_case c on c.id = r."caseId"
  order by c.id for no key update of c`;

const STORE = `
  insert into escalation (case_id, clock_id, alarm_id, early_alarm_id, team_id, at, reason, trigger, raised_by, ladder_id, rungs, next_at, urgent)
  select "caseId", "clockId", "alarmId", "earlyAlarmId", "teamId", $2, reason, trigger, by, "ladderId", rungs, "nextAt", urgent
  from jsonb_to_recordset($1::jsonb) as r(n int, "caseId" bigint, "clockId" bigint, "alarmId" bigint, "earlyAlarmId" bigint, "teamId" bigint, reason text,
    trigger text, by bigint, "ladderId" bigint, rungs jsonb, "nextAt" timestamptz, urgent boolean)
  order by n on conflict do nothing
  returning id, case_id as "caseId", clock_id as "clockId", alarm_id as "alarmId", early_alarm_id as "earlyAlarmId", trigger`;

/** Of all clocks only that of a manager's part is judged by an escalation (libs/sla/runs.ts). */
const TELL_CASES = `
  with r as (select * from jsonb_to_recordset($1::jsonb) as r(n int, "caseId" bigint, by bigint, data jsonb)),
  marked as (
    update desk_case c set escalated_at = coalesce(escalated_at, $2), version = version + 1, clocks_stale = clocks_stale or exists (
      select from promise p join standard_version v on v.id = p.standard_version_id where p.id = any(c.promise_ids) and v.terms ->> 'clock' = 'manager-involved')
    where id in (select "caseId" from r))
  insert into activity (case_id, at, kind, person_id, data) select "caseId", $2, 'escalated', by, data from r order by n`;

/** @see raiseAll @returns its id; undefined when it was raised before, or nobody wants to know */
export async function raise(tx: Tx, what: ToRaise, now: Date): Promise<string | undefined> {
  return (await raiseAll(tx, [what], now))[0];
}

/** Safe twice: a clock, a case's risk and an alarm are each raised once. @returns the ids in order; undefined for what was raised before, or nobody wants to know */
export async function raiseAll(tx: Tx, all: readonly ToRaise[], now: Date): Promise<(string | undefined)[]> {
  const climbed = await ladders(tx);
  const wanted = all.filter(({ trigger }) => ALWAYS.includes(trigger) || climbed.some((ladder) => ladder.on.includes(trigger)));
  if (wanted.length === 0) return all.map(() => undefined);
  const ofs = new Map((await tx.query<Of>(OF, [numbered(wanted)])).map((of) => [of.n, of]));
  const found = wanted.flatMap((what, n) => find(what, ofs.get(n), climbed, now));
  const ids = await store(tx, found, now);
  const told = found.flatMap(({ what, of }) => {
    const escalationId = ids.get(what);
    return what.caseId && of && escalationId ? [{ what, caseId: what.caseId, teamId: of.teamId, escalationId }] : [];
  });
  if (told.length > 0) await tellCases(tx, told, now);
  return all.map((what) => ids.get(what));
}

/** @returns nothing where no ladder fits and none is needed */
function find(what: ToRaise, of: Of | undefined, climbed: readonly LadderView[], now: Date): Found[] {
  const raised = { trigger: what.trigger, priority: of?.priority, risk: of?.risk };
  const ladder = ladderFor(climbed, raised);
  if (!ladder && !ALWAYS.includes(what.trigger)) return [];
  const rungs = rungsOf(ladder?.rungs ?? [], what.trigger === 'clock-breached' ? (of?.tell ?? []) : []);
  const nextAt = rungs[0] ? new Date(now.getTime() + rungs[0].afterSeconds * 1000) : null;
  return [{ what, of, teamId: of?.teamId ?? what.teamId ?? null, ladderId: ladder?.id ?? null, rungs, urgent: isUrgent(raised), nextAt }];
} // prettier-ignore

/** @returns the ids of those that were not there */
async function store(tx: Tx, found: readonly Found[], now: Date): Promise<Map<ToRaise, string>> {
  const ids = new Map<ToRaise, string>();
  if (found.length === 0) return ids;
  const records = numbered(found.map(({ what, of: _, ...rest }) => ({ ...what, ...rest })));
  const stored = await tx.query<ToRaise & { id: string }>(STORE, [records, now]);
  const waiting = new Map(stored.map((row) => [keyOf(row), row.id]));
  for (const { what } of found) {
    const key = keyOf(what);
    const id = waiting.get(key);
    if (id !== undefined) ids.set(what, id);
    waiting.delete(key);
  }
  return ids;
}

/** What the unique keys of the table tell apart. */
function keyOf({ caseId, clockId, alarmId, earlyAlarmId, trigger }: ToRaise): string {
  return [caseId, clockId, alarmId, earlyAlarmId, trigger].map((part) => part ?? '').join();
}

interface Told {
  what: ToRaise;
  caseId: string;
  teamId: string;
  escalationId: string;
}

async function tellCases(tx: Tx, told: readonly Told[], now: Date): Promise<void> {
  const lines = told.map(({ what, caseId, escalationId }) => ({ caseId, by: what.by, data: { ...what.data, trigger: what.trigger, escalation: escalationId } })); // prettier-ignore
  await tx.query(TELL_CASES, [numbered(lines), now]);
  const events = told.flatMap(({ caseId, teamId, escalationId }) => [
    { kind: 'escalation.raised' as const, payload: { escalationId }, teamIds: [teamId] },
    { kind: 'case.changed' as const, payload: { caseId, why: 'escalated' as const }, teamIds: [teamId] },
  ]);
  await addEvents(tx, now, events);
}

const numbered = (rows: readonly object[]) => JSON.stringify(rows.map((row, n) => ({ ...row, n })));
