/**
 * Counters by the hour, so that figures over weeks do not read weeks of rows: how promises were kept, and how much each team heard.
 * A clock remembers what was counted of it, so that a change of mind (a case left out of the count, say) moves it.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECIDED = `
create table decided_hour (
  team_id bigint not null references team,
  promise_id bigint not null references promise,
  hour timestamptz not null,
  met int not null,
  late int not null,
  unacceptable int not null,
  excluded int not null,
  withdrawn int not null,
  primary key (team_id, hour, promise_id)
);
alter table clock add counted smallint, add counted_hour timestamptz;
update clock k set counted_hour = date_trunc('hour', coalesce(k.breached_at, k.stopped_at), 'UTC'),
  counted = case when c.excluded_at is not null then 4 when k.cancelled then case when exists (select from activity x where x.case_id = k.case_id and x.kind = 'withdrawn' and x.at = k.stopped_at) then 5 else 0 end
    when k.failed_at is not null then 3 when k.breached_at is not null then 2 else 1 end
from desk_case c where c.id = k.case_id and coalesce(k.breached_at, k.stopped_at) is not null and k.promise_id is not null;
insert into decided_hour (team_id, promise_id, hour, met, late, unacceptable, excluded, withdrawn)
select c.team_id, k.promise_id, k.counted_hour, count(*) filter (where counted = 1), count(*) filter (where counted in (2, 3)), count(*) filter (where counted = 3),
  count(*) filter (where counted = 4), count(*) filter (where counted = 5)
from clock k join desk_case c on c.id = k.case_id where k.counted > 0 group by 1, 2, 3;
create index clock_uncounted on clock (case_id) where counted is null and coalesce(breached_at, stopped_at) is not null;
insert into outbox_reader (name, seq) values ('decided-hours', outbox_horizon()) on conflict do nothing;`;

const HEARD = `
create table heard_hour (
  team_id bigint not null references team,
  hour timestamptz not null,
  n int not null,
  primary key (team_id, hour)
);
insert into heard_hour (team_id, hour, n)
select t, date_trunc('hour', stored_at, 'UTC'), count(*) from mention cross join unnest(team_ids) as t
where stored_at > now() - interval '3 days' and exists (select from team where id = t) group by 1, 2;
create index desk_case_opened on desk_case using brin (opened_at) with (pages_per_range = 32);`;

export class DecidedHours20261122213100 implements MigrationInterface {
  readonly name = 'DecidedHours20261122213100';

  async up(q: QueryRunner): Promise<void> {
    for (const part of [DECIDED, HEARD]) await q.query(part);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index desk_case_opened, clock_uncounted;
      drop table heard_hour, decided_hour;
      alter table clock drop counted, drop counted_hour;
      delete from outbox_reader where name = 'decided-hours'`);
  }
}
