/** Fires what is due: warnings at shares of the target, late at the due time, unacceptable at the limit. The due row is the queue. */
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { CatchUpClocks } from './catch-up-clocks.js';
import { clockEvents, type FiredClock } from './clock-events.js';
import type { Look } from './firing-order.js';

const AT_ONCE = 500;
/** A due clock whose case somebody holds at this moment is looked at again after this. */
const HELD_PAUSE_MS = 10;

/**
 * Cases are locked before their clocks, as every verb does, so that no two wait for each other. What happens at the very due time is
 * in time (libs/sla/verdicts.ts), so a clock fires from the next millisecond on. One that was not looked at for long fires all that
 * came meanwhile at once. What it did is written into the history and onto the case by the same statement.
 */
const FIRE = `
  with due as (select id, case_id from clock where fires_at < $1 order by fires_at limit ${AT_ONCE}),
  held as (select id, team_id from desk_case where id in (select case_id from due) order by id for no key update skip locked),
  mine as (
    select k.*, held.team_id, v.standard_id from clock k join held on held.id = k.case_id join due on due.id = k.id
    left join promise p on p.id = k.promise_id left join standard_version v on v.id = p.standard_version_id
    where k.fires_at < $1 for update of k),
  fired as (
    update clock k set
      warned_at = coalesce(k.warned_at, case when k.warn_at < $1 then k.warn_at end),
      warned = case when k.warn_at < k.due_at then (select count(*) from unnest(k.warn_at || k.later_warns) as w where w < $1) else 0 end,
      breached_at = case when k.due_at < $1 then k.due_at end,
      failed_at = case when k.unacceptable_at < $1 then k.unacceptable_at end,
      fires_at = (select min(t) from unnest(array[k.due_at, k.unacceptable_at, k.warn_at] || k.later_warns) as t where t >= $1)
    from mine where k.id = mine.id
    returning k.id, k.case_id as "caseId", mine.team_id as "teamId", k.kind, k.episode, mine.standard_id as "standardId", k.due_at as "dueAt",
      k.warned > mine.warned as warned, k.breached_at is not null and mine.breached_at is null as breached,
      k.failed_at is not null and mine.failed_at is null as failed),
  noted as (
    insert into activity (case_id, at, kind, data)
    select "caseId", case when l.kind = 'clock-breached' then "dueAt" else $1 end, l.kind, jsonb_build_object('clock', f.kind, 'dueAt', "dueAt")
    from fired f cross join lateral (
      select 1 as o, 'clock-warned' as kind where warned and not breached union all
      select 2, 'clock-breached' where breached union all
      select 3, 'clock-unacceptable' where failed) as l order by "dueAt", l.o),
  marked as (
    update desk_case c set version = c.version + 1, breached_at = least(c.breached_at, x.due), warned = coalesce(c.next_warn_at <= $1, false)
    from (select "caseId", min("dueAt") filter (where breached) as due from fired group by "caseId") as x where c.id = x."caseId")
  select * from fired`;

/** Both by an index, in one question: a desk with nothing to fire asks nothing else. */
const LOOK = `
  select (select min(fires_at) from clock where fires_at is not null) as next, exists (select from desk_case where clocks_stale) as stale`;

@Injectable()
export class FireDueClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly catchUp: CatchUpClocks,
  ) {}

  /**
   * Fires one batch, each clock exactly once also when several processes do so at once.
   * @param expected from when on a clock is known to fire: when that has come, nobody asks first
   * @returns what was found, and when to come again (null: nothing waits)
   */
  async run(expected: Date | null = null): Promise<Look> {
    const { from, stale } = expected && expected <= this.clock.now() ? { from: expected, stale: false } : await this.look();
    const late = stale ? await this.catchUp.run() : 0;
    const now = this.clock.now();
    const held = new Date(now.getTime() + HELD_PAUSE_MS);
    const isDue = from !== null && from <= now;
    if (!isDue && late === 0) return { isDue, fired: 0, next: stale ? held : from };
    const fired = await this.db.transaction((tx) => this.fire(tx, now));
    if (fired > 0) crashPoint('clocks.after-fire');
    return { isDue, fired, next: fired + late > 0 ? now : held };
  }

  /** @returns from when on the next clock fires (null: none waits), and whether clocks wait for a verdict */
  private async look(): Promise<{ from: Date | null; stale: boolean }> {
    const found = await this.db.one<{ next: Date | null; stale: boolean }>(LOOK);
    return { from: found?.next ? new Date(found.next.getTime() + 1) : null, stale: found?.stale === true };
  }

  private async fire(tx: Tx, now: Date): Promise<number> {
    const due = await tx.query<FiredClock>(FIRE, [now]);
    if (due.length === 0) return 0;
    await addEvents(tx, now, due.flatMap(eventsOf));
    crashPoint('clocks.before-fire');
    return due.length;
  }
}

function eventsOf(fired: FiredClock) {
  const why = fired.breached
    ? ('clock-breached' as const)
    : fired.failed
      ? ('clock-unacceptable' as const)
      : ('clock-warned' as const);
  const changed = { kind: 'case.changed' as const, teamIds: [fired.teamId], payload: { caseId: fired.caseId, why } };
  return [...clockEvents(fired), changed];
}
