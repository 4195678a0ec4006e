/** What was learned from corrections: every layer with the corrections it was made from, one of them in force, each to be gone back to. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Learning20261122000300 implements MigrationInterface {
  readonly name = 'Learning20261122000300';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table correction add column lang text, add column undone_at timestamptz;
      create index correction_mention on correction (mention_id) where mention_id is not null;
      create table learned_layer (
        id bigint generated always as identity primary key,
        version text not null,
        base text not null,
        at timestamptz not null,
        person_id bigint references person,
        corrections int not null,
        made_from int8multirange not null,
        checks jsonb not null,
        layer jsonb not null,
        in_force boolean not null default false,
        unique (version, base)
      );
      create unique index learned_layer_in_force on learned_layer (in_force) where in_force;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table learned_layer;
      drop index correction_mention;
      alter table correction drop column lang, drop column undone_at;`);
  }
}
