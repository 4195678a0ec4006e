/** Fires what is due: a warning at its share of the target, a breach at the due time. The due row is the queue. */
import { Injectable } from '@nestjs/common';
import type { ClockKind } from '#libs/contracts/words.js';
import { Database, type Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';

const AT_ONCE = 500;
/** A due clock whose case somebody holds at this moment is looked at again after this. */
const HELD_PAUSE_MS = 10;

interface Fired {
  id: string;
  caseId: string;
  teamId: string;
  kind: ClockKind;
  dueAt: Date;
  breached: boolean;
}

@Injectable()
export class FireDueClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Fires one batch, each clock exactly once also when several processes do so at once.
   * @returns how many fired, and when the next one is due (null: none)
   */
  async run(): Promise<{ fired: number; next: Date | null }> {
    const now = this.clock.now();
    const fired = await this.db.transaction((tx) => this.fire(tx, now));
    if (fired > 0) crashPoint('clocks.after-fire');
    const next = await this.db.one<{ at: Date | null }>(`select min(fires_at) as at from clock where fires_at is not null`);
    const soonest = fired > 0 ? 0 : now.getTime() + HELD_PAUSE_MS;
    return { fired, next: next?.at ? new Date(Math.max(next.at.getTime(), soonest)) : null };
  }

  /**
   * Cases are locked before their clocks, as every verb does, so that no two wait for each other.
   * An answer at the very due time is in time (libs/sla/verdict.ts), so a clock is left alone in that millisecond.
   */
  private async fire(tx: Tx, now: Date): Promise<number> {
    const due = await tx.query<Fired>(
      `with due as (select id, case_id from clock where fires_at <= $1 and due_at <> $1 order by fires_at limit ${AT_ONCE}),
       held as (select id, team_id from desk_case where id in (select case_id from due) order by id for no key update skip locked),
       mine as (select k.id, held.team_id from clock k join held on held.id = k.case_id join due on due.id = k.id where k.fires_at <= $1 and k.due_at <> $1 for update of k)
       update clock k set
         warned_at = coalesce(k.warned_at, k.warn_at),
         breached_at = case when k.due_at <= $1 then k.due_at end,
         fires_at = case when k.due_at <= $1 then null else k.due_at end
       from mine where k.id = mine.id
       returning k.id, k.case_id as "caseId", mine.team_id as "teamId", k.kind, k.due_at as "dueAt", k.breached_at is not null as breached`,
      [now],
    );
    if (due.length === 0) return 0;
    await tx.query(
      `with f as (select * from jsonb_to_recordset($1::jsonb) as r("caseId" bigint, kind text, "dueAt" timestamptz, breached boolean)),
       noted as (
         insert into activity (case_id, at, kind, data)
         select "caseId", case when breached then "dueAt" else $2 end, case when breached then 'clock-breached' else 'clock-warned' end,
           jsonb_build_object('clock', kind, 'dueAt', "dueAt") from f order by "dueAt")
       update desk_case c set version = c.version + 1, breached_at = least(c.breached_at, x.due)
       from (select "caseId", min("dueAt") filter (where breached) as due from f group by "caseId") as x where c.id = x."caseId"`,
      [JSON.stringify(due), now],
    );
    await addEvents(tx, now, due.flatMap(eventsOf));
    crashPoint('clocks.before-fire');
    return due.length;
  }
}

function eventsOf({ id, caseId, teamId, kind, dueAt, breached }: Fired) {
  const teamIds = [teamId];
  const payload = { clockId: id, caseId, kind, dueAt: dueAt.toISOString() };
  return [
    { kind: breached ? ('clock.breached' as const) : ('clock.warned' as const), teamIds, payload },
    {
      kind: 'case.changed' as const,
      teamIds,
      payload: { caseId, why: breached ? ('clock-breached' as const) : ('clock-warned' as const) },
    },
  ];
}
