/** Never blind: the ledger of how each source fared, its alarms, signs of life of the desk itself, and what each source usually brings. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEDGER = `
alter table source add column heard_at timestamptz, add column listening_since timestamptz not null default now(),
  add column quiet_seconds int check (quiet_seconds >= 0), add column silent_since timestamptz, add column silent_blind boolean not null default false;
update source set listening_since = created_at, heard_at = case when health = 'listening' then coalesce(last_polled_at, last_post_at) end;
create table source_health (
  id bigint generated always as identity primary key,
  source_id bigint not null references source on delete cascade,
  state text not null check (state in ('listening','degraded','blind','off')),
  from_at timestamptz not null,
  to_at timestamptz,
  reason text,
  message text,
  unheard_from timestamptz,
  unheard_to timestamptz,
  late_mentions int,
  check (to_at is null or to_at > from_at),
  check ((unheard_from is null) = (unheard_to is null))
);
create unique index source_health_now on source_health (source_id) where to_at is null;
create index source_health_times on source_health (source_id, from_at);
create index source_health_blind on source_health (from_at) where state = 'blind';
insert into source_health (source_id, state, from_at, reason, message)
select id, case when enabled then health else 'off' end, coalesce(last_polled_at, now()),
  case when enabled and health <> 'listening' then coalesce(last_outcome, 'unreachable') end, case when enabled and health <> 'listening' then last_message end
from source where not enabled or health in ('listening', 'degraded', 'blind');`;

const ALARMS = `
create table source_alarm (
  id bigint generated always as identity primary key,
  source_id bigint not null references source on delete cascade,
  at timestamptz not null,
  blind_since timestamptz not null,
  reason text not null,
  message text,
  episodes int not null default 1,
  told text check (told in ('blind', 'sighted')),
  told_at timestamptz,
  ended_at timestamptz,
  acknowledged_by bigint references person,
  acknowledged_at timestamptz,
  check ((acknowledged_by is null) = (acknowledged_at is null))
);
create unique index source_alarm_open on source_alarm (source_id) where ended_at is null;
create index source_alarm_latest on source_alarm (source_id, id desc);
create table desk_pulse (
  role text primary key,
  at timestamptz not null
);
create table desk_outage (
  id bigint generated always as identity primary key,
  role text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  check (to_at > from_at)
);
create index desk_outage_times on desk_outage (role, to_at);
create table source_arrival (
  source_id bigint not null references source on delete cascade,
  hour timestamptz not null,
  arrivals int not null,
  posts int not null,
  primary key (source_id, hour)
);`;

export class NeverBlind20261122003000 implements MigrationInterface {
  readonly name = 'NeverBlind20261122003000';

  async up(q: QueryRunner): Promise<void> {
    for (const part of [LEDGER, ALARMS]) await q.query(part);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table source_arrival, desk_outage, desk_pulse, source_alarm, source_health;
      alter table source drop column heard_at, drop column listening_since, drop column quiet_seconds,
        drop column silent_since, drop column silent_blind;`);
  }
}
