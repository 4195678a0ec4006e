/**
 * Service standards: promises as data, in versions, instead of the first table of targets; clocks of every kind as the stored answer of
 * libs/sla. What the targets promised becomes the first standards, word for word: around the clock, the same targets, the same warning.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDARDS = `
create table standard (
  id bigint generated always as identity primary key,
  position int not null,
  retired_at timestamptz
);
create table standard_version (
  id bigint generated always as identity primary key,
  standard_id bigint not null references standard on delete cascade,
  n int,
  terms jsonb not null,
  saved_at timestamptz not null,
  saved_by bigint references person,
  published_at timestamptz,
  published_by bigint references person,
  reason text,
  check ((n is null) = (published_at is null)),
  unique (standard_id, n)
);
create unique index standard_version_draft on standard_version (standard_id) where published_at is null;
create table standard_change (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id bigint references person,
  standard_id bigint references standard on delete cascade,
  what text not null check (what in ('published', 'retired', 'moved')),
  version int,
  reason text
);
create table promise (
  id bigint generated always as identity primary key,
  standard_version_id bigint not null references standard_version,
  calendar_version_id bigint references calendar_version
);
create unique index promise_once on promise (standard_version_id, coalesce(calendar_version_id, 0));`;

/** The order is that of the priorities: no case fits two of them, so it decides nothing. */
const FIRST_STANDARDS = `
with t as (
  select *, row_number() over (order by kind, array_position(array['urgent', 'high', 'normal', 'low'], priority)) as place from clock_target),
made as (insert into standard (position) select place from t order by place returning id, position),
versions as (
  insert into standard_version (standard_id, n, saved_at, published_at, terms)
  select made.id, 1, now(), now(), jsonb_build_object(
    'clock', t.kind, 'targetSeconds', t.target_seconds, 'unacceptableSeconds', null, 'warnShares', jsonb_build_array(round(t.warn_share::numeric, 3)),
    'percent', 90, 'windowDays', 30, 'calendarId', null, 'emergencyWords', jsonb_build_array(), 'pausesWhileWaiting', false,
    'automaticCounts', true, 'exclusionCapPercent', 5, 'tell', jsonb_build_array('managers'),
    'scope', jsonb_build_object('watchIds', jsonb_build_array(), 'sourceIds', jsonb_build_array(), 'networks', jsonb_build_array(),
      'languages', jsonb_build_array(), 'intents', jsonb_build_array(), 'priorities', jsonb_build_array(t.priority), 'minFollowers', null))
  from made join t on t.place = made.position returning id)
insert into promise (standard_version_id) select id from versions order by id`;

const CASES_AND_CLOCKS = `
alter table desk_case add promise_ids bigint[] not null default '{}', add clocks_stale boolean not null default false, add paused_at timestamptz,
  add excluded_at timestamptz, add excluded_reason text;
create index desk_case_stale on desk_case (id) where clocks_stale;
alter table clock drop constraint clock_kind_check, drop constraint clock_check;
alter table clock add promise_id bigint references promise, add episode smallint not null default 1, add later_warns timestamptz[],
  add unacceptable_at timestamptz, add warned smallint not null default 0, add failed_at timestamptz, add paused_at timestamptz,
  add check (kind in ('acknowledge', 'human-response', 'next-update', 'promised-date', 'resolve', 'follow-up', 'manager-involved')),
  add check (breached_at is null or breached_at = due_at),
  add check (failed_at is null or (failed_at = unacceptable_at and breached_at is not null)),
  add check (paused_at is null or fires_at is null);
update clock set warned = 1 where warned_at is not null;
create index clock_decided on clock (promise_id, (coalesce(breached_at, stopped_at))) where coalesce(breached_at, stopped_at) is not null;`;

/** What the first targets promised to the cases that are there, and the facts of their posts as ingest writes them from now on. */
const BACKFILL = `
update desk_case c set promise_ids = array(
  select p.id from promise p join standard_version v on v.id = p.standard_version_id
  where v.terms -> 'scope' -> 'priorities' ->> 0 = c.priority order by p.id);
update clock k set promise_id = p.id
from desk_case c, promise p join standard_version v on v.id = p.standard_version_id
where c.id = k.case_id and v.terms -> 'scope' -> 'priorities' ->> 0 = c.priority and v.terms ->> 'clock' = k.kind;
update clock k set episode = n from (select id, row_number() over (partition by case_id, kind order by started_at, id) as n from clock) x where x.id = k.id and n > 1;
update activity a set data = data || jsonb_build_object('posts', (
  select coalesce(jsonb_agg(jsonb_build_object('id', m.id::text, 'at', m.posted_at, 'known', m.fetched_at,
    'needs', m.intent in ('complaint', 'question', 'request', 'praise') or m.sentiment = 'negative') order by m.id), '[]')
  from jsonb_array_elements_text(a.data -> 'mentions') as x join mention m on m.id = x::bigint))
where kind in ('opened', 'mention-joined') and person_id is null and data ? 'mentions';
update activity a set data = data || jsonb_build_object('writtenAt', r.created_at) from reply r
where a.kind in ('acknowledged', 'answered') and r.id = (a.data ->> 'reply')::bigint;`;

export class Standards20261122004100 implements MigrationInterface {
  readonly name = 'Standards20261122004100';

  async up(q: QueryRunner): Promise<void> {
    for (const part of [STANDARDS, FIRST_STANDARDS, CASES_AND_CLOCKS, BACKFILL]) await q.query(part);
    await q.query(`drop table clock_target`);
  }

  /** The first targets come back as the program brought them. */
  async down(q: QueryRunner): Promise<void> {
    await q.query(`
alter table desk_case drop promise_ids, drop clocks_stale, drop paused_at, drop excluded_at, drop excluded_reason;
delete from escalation e using clock k where k.id = e.clock_id and k.kind not in ('acknowledge', 'human-response');
delete from clock where kind not in ('acknowledge', 'human-response');
alter table clock drop promise_id, drop episode, drop later_warns, drop unacceptable_at, drop warned, drop failed_at, drop paused_at;
drop table promise; drop table standard_change; drop table standard_version; drop table standard;
create table clock_target (kind text not null, priority text not null, target_seconds int not null, warn_share real not null, primary key (kind, priority));
insert into clock_target values
  ('acknowledge','urgent',300,0.6), ('acknowledge','high',900,0.6), ('acknowledge','normal',3600,0.6), ('acknowledge','low',14400,0.6),
  ('human-response','urgent',1800,0.6), ('human-response','high',3600,0.6), ('human-response','normal',14400,0.6), ('human-response','low',86400,0.6);`);
  }
}
