/** Raises something once: finds its ladder, writes it down, and tells the desk. */
import { isUrgent, ladderFor, rungsOf } from '#libs/escalation/ladder.js';
import type { EscalationTrigger, Rung } from '#libs/contracts/http/ladders.js';
import type { StandardTerms } from '#libs/contracts/http/standards.js';
import type { Priority, RiskLevel } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
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
  teamId: string;
  priority: Priority;
  risk: RiskLevel;
  /** Who is told by the standard whose clock it is; null: no clock. */
  tell: StandardTerms['tell'] | null;
}

const OF = `
  select c.team_id as "teamId", c.priority, c.risk_level as risk,
    (select v.terms -> 'tell' from clock k join promise p on p.id = k.promise_id join standard_version v on v.id = p.standard_version_id where k.id = $2) as tell
  from desk_case c where c.id = $1`;

/** Safe twice: a clock, a case's risk and an alarm are each raised once. @returns its id; undefined when it was raised before, or nobody wants to know */
export async function raise(tx: Tx, what: ToRaise, now: Date): Promise<string | undefined> {
  const of = what.caseId ? await tx.one<Of>(OF, [what.caseId, what.clockId ?? null]) : undefined;
  const raised = { trigger: what.trigger, priority: of?.priority, risk: of?.risk };
  const ladder = ladderFor(await ladders(tx), raised);
  if (!ladder && !ALWAYS.includes(what.trigger)) return undefined;
  const told = what.trigger === 'clock-breached' ? (of?.tell ?? []) : [];
  const found = {
    teamId: of?.teamId ?? what.teamId ?? null,
    ladderId: ladder?.id,
    rungs: rungsOf(ladder?.rungs ?? [], told),
    urgent: isUrgent(raised),
  };
  const stored = await store(tx, what, found, now);
  if (!stored) return undefined;
  if (what.caseId && of) await tellCase(tx, what.caseId, of.teamId, { ...what, escalationId: stored.id }, now);
  return stored.id;
}

async function store(
  tx: Tx,
  what: ToRaise,
  {
    teamId,
    ladderId,
    rungs,
    urgent,
  }: { teamId: string | null; ladderId: string | undefined; rungs: readonly Rung[]; urgent: boolean },
  now: Date,
): Promise<{ id: string } | undefined> {
  const first = rungs[0] ? new Date(now.getTime() + rungs[0].afterSeconds * 1000) : null;
  return tx.one<{ id: string }>(
    `insert into escalation (case_id, clock_id, alarm_id, team_id, at, reason, trigger, raised_by, ladder_id, rungs, next_at, urgent, early_alarm_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      what.caseId ?? null, what.clockId ?? null, what.alarmId ?? null, teamId, now, what.reason, what.trigger, what.by ?? null,
      ladderId ?? null, JSON.stringify(rungs), first, urgent, what.earlyAlarmId ?? null,
    ], // prettier-ignore
  );
}

async function tellCase(
  tx: Tx,
  caseId: string,
  teamId: string,
  what: ToRaise & { escalationId: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `with marked as (update desk_case set escalated_at = coalesce(escalated_at, $2), version = version + 1, clocks_stale = true where id = $1)
     insert into activity (case_id, at, kind, person_id, data) values ($1, $2, 'escalated', $3, $4)`,
    [caseId, now, what.by ?? null, { ...what.data, trigger: what.trigger, escalation: what.escalationId }],
  );
  await addEvent(tx, now, 'escalation.raised', { escalationId: what.escalationId }, [teamId]);
  await addEvent(tx, now, 'case.changed', { caseId, why: 'escalated' }, [teamId]);
}
