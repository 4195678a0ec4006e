/** What a watch can set besides its query, weights of risk and urgency that a manager set, and rescoring of old mentions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Judgement20261122000450 implements MigrationInterface {
  readonly name = 'Judgement20261122000450';

  /** The latest row of score_weights is in force; without weights it means those that came with the program. */
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table watch add column options jsonb not null default '{}';
      create table score_weights (
        id bigint generated always as identity primary key,
        version text not null,
        weights jsonb,
        at timestamptz not null,
        person_id bigint references person
      );
      create table rescoring (
        id bigint generated always as identity primary key,
        state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
        person_id bigint references person,
        from_at timestamptz,
        to_at timestamptz,
        last_id bigint not null,
        total bigint,
        done bigint not null default 0,
        changed bigint not null default 0,
        started_at timestamptz not null,
        ended_at timestamptz,
        cursor_at timestamptz,
        cursor_id bigint,
        lease_token uuid,
        lease_until timestamptz,
        check ((state = 'running') = (ended_at is null))
      );
      create unique index rescoring_one on rescoring (state) where state = 'running';`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table rescoring; drop table score_weights; alter table watch drop column options;`);
  }
}
