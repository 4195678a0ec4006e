/** How long what was heard is kept, what each day's run removed, and certificates of erasure. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Retention20261122003300 implements MigrationInterface {
  readonly name = 'Retention20261122003300';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table retention_rule (
        watch_kind text primary key check (watch_kind in ('company','brand','product','person','competitor','topic')),
        days int check (days between 1 and 3650)
      );
      insert into retention_rule values ('company', 730), ('brand', 730), ('product', 730), ('competitor', 365), ('topic', 365), ('person', 90);
      create table retention_run (
        day date primary key,
        started_at timestamptz not null,
        lease_until timestamptz not null,
        ended_at timestamptz,
        removed jsonb not null default '{}'
      );
      create table erasure (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        person_id bigint not null references person,
        subject text not null,
        removed jsonb not null,
        remaining jsonb not null
      );`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table erasure, retention_run, retention_rule');
  }
}
