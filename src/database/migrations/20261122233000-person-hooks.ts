/** A person's own address that notices call, with its sealed secret. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonHooks20261122233000 implements MigrationInterface {
  readonly name = 'PersonHooks20261122233000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table person_hook (person_id bigint primary key references person, url text not null, secret bytea not null, set_at timestamptz not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table person_hook`);
  }
}
