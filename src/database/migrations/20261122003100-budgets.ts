/** Budgets and fairness: what each source used a day, its prices and caps, its pace, and which servers do not answer. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Budgets20261122003100 implements MigrationInterface {
  readonly name = 'Budgets20261122003100';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table source add column longest_interval_seconds int check (longest_interval_seconds between 1 and 86400),
        add column pace_seconds real, add column host text, add column leased_at timestamptz,
        add column budget jsonb, add column capped_until timestamptz;
      create index source_busy on source (host, leased_at) where lease_until is not null;
      create table source_use (
        source_id bigint not null references source on delete cascade,
        day date not null,
        polls int not null default 0,
        calls bigint not null default 0,
        posts bigint not null default 0,
        units bigint not null default 0,
        primary key (source_id, day)
      );
      create table charged_post (
        source_id bigint not null references source on delete cascade,
        day date not null,
        external_id text not null,
        primary key (source_id, day, external_id)
      );
      create index charged_post_day on charged_post (day);
      create table host_circuit (
        host text primary key,
        failures int not null,
        times int not null default 0,
        open_until timestamptz,
        message text
      );`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table host_circuit, charged_post, source_use;
      drop index source_busy;
      alter table source drop column longest_interval_seconds, drop column pace_seconds, drop column host, drop column leased_at,
        drop column budget, drop column capped_until;`);
  }
}
