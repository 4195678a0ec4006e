/** Calendars in versions: what was promised by an old version is still judged by it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Calendars20261122004000 implements MigrationInterface {
  readonly name = 'Calendars20261122004000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table calendar (
  id bigint generated always as identity primary key,
  name text not null,
  removed_at timestamptz
);
create unique index calendar_name on calendar (lower(name)) where removed_at is null;
create table calendar_version (
  id bigint generated always as identity primary key,
  calendar_id bigint not null references calendar,
  n int not null,
  rules jsonb not null,
  at timestamptz not null,
  person_id bigint references person,
  reason text,
  unique (calendar_id, n)
);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table calendar_version; drop table calendar`);
  }
}
