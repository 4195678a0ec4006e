/** From when on a machine leaves posts to people, account by account; who noted that an author wants nothing automatic. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PermissionLimits20261122214000 implements MigrationInterface {
  readonly name = 'PermissionLimits20261122214000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table account_limits (
        source_id bigint primary key references source on delete cascade,
        limits jsonb not null,
        person_id bigint references person,
        changed_at timestamptz not null
      );
      alter table author_stop add column person_id bigint references person;
      create index author_stop_now on author_stop (at desc) where lifted_at is null;
      create index acknowledgement_account on acknowledgement_decision (source_id, decided_at) where outcome = 'queued';`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index acknowledgement_account;
      drop index author_stop_now;
      alter table author_stop drop column person_id;
      drop table account_limits;`);
  }
}
