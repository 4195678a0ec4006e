/** Counts by the hour how promises were kept, as cases change; a clock of which something else is true now is moved. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { DurableReaders, type DurableReader } from '../outbox/durable-readers.js';
import type { StoredEvent } from '../outbox/events.js';

const AT_ONCE = 2000;
/** Until then figures read what is not counted yet from the clocks themselves. */
const PAUSE_MS = 5000;

/** Cases before their clocks, as every verb locks them. */
const LOCK = `select id from desk_case where id = any($1::bigint[]) order by id for no key update`;
/**
 * Case by case (`offset 0`): joined freely, a few hundred cases are compared with all that there are, as their number is known when it is planned.
 * What a clock counts as: 0 nothing, 1 in time, 2 late, 3 unacceptable, 4 left out, 5 taken back by the customer. Null: not decided.
 */
const COUNT = `
  with here as (
    select k.id, c.team_id, k.promise_id, k.counted as was, k.counted_hour as was_hour,
      date_trunc('hour', coalesce(k.breached_at, k.stopped_at), 'UTC') as hour,
      case when coalesce(k.breached_at, k.stopped_at) is null then null when c.excluded_at is not null then 4 when k.cancelled then case when exists (select from activity x where x.case_id = k.case_id and x.kind = 'withdrawn' and x.at = k.stopped_at offset 0) then 5 else 0 end
        when k.failed_at is not null then 3 when k.breached_at is not null then 2 else 1 end as counts
    from (select id, team_id, excluded_at from desk_case where id = any($1::bigint[]) offset 0) c
    cross join lateral (select * from clock where case_id = c.id and promise_id is not null offset 0) k),
  moved as (select * from here where (was, was_hour) is distinct from (counts, hour)),
  marked as (update clock k set counted = moved.counts, counted_hour = moved.hour from moved where k.id = moved.id),
  steps as (
    select team_id, promise_id, was_hour as hour, was as what, -1 as n from moved where was > 0
    union all select team_id, promise_id, hour, counts, 1 from moved where counts > 0)
  insert into decided_hour as h (team_id, promise_id, hour, met, late, unacceptable, excluded, withdrawn)
  select team_id, promise_id, hour, coalesce(sum(n) filter (where what = 1), 0), coalesce(sum(n) filter (where what in (2, 3)), 0),
    coalesce(sum(n) filter (where what = 3), 0), coalesce(sum(n) filter (where what = 4), 0), coalesce(sum(n) filter (where what = 5), 0)
  from steps group by 1, 2, 3 order by 1, 3, 2
  on conflict (team_id, hour, promise_id) do update set met = h.met + excluded.met, late = h.late + excluded.late,
    unacceptable = h.unacceptable + excluded.unacceptable, excluded = h.excluded + excluded.excluded, withdrawn = h.withdrawn + excluded.withdrawn`;

@Injectable()
export class CountDecided {
  private readonly reader: DurableReader;

  constructor(readers: DurableReaders) {
    const handle = (tx: Tx, events: StoredEvent[]) => this.count(tx, events);
    this.reader = readers.open({
      name: 'decided-hours',
      kinds: ['case.changed', 'clock.breached'],
      most: AT_ONCE,
      pauseMs: PAUSE_MS,
      handle,
    });
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return this.reader.run();
  }

  private async count(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
    const ids = new Set(events.flatMap(({ payload }) => ('caseId' in payload ? [payload.caseId] : [])));
    if (ids.size === 0) return;
    await tx.query(LOCK, [[...ids]]);
    await tx.query(COUNT, [[...ids]]);
  }
}
