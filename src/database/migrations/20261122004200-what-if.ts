/** Replays of past cases under changed terms: jobs that can be left, cancelled and followed by another process. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatIf20261122004200 implements MigrationInterface {
  readonly name = 'WhatIf20261122004200';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table what_if (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id bigint references person,
  team_ids bigint[] not null,
  standard_id bigint references standard on delete cascade,
  terms jsonb not null,
  from_at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
  total int,
  done int not null default 0,
  last_id bigint not null default 0,
  result jsonb not null default '{}',
  lease_token uuid,
  lease_until timestamptz,
  ended_at timestamptz
);
create index what_if_running on what_if (id) where state = 'running';`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table what_if`);
  }
}
