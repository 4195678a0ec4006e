/** What was translated lately, by a digest of who was asked and what: asked again, nothing leaves the house. A cache: it may be lost. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Translations20261122232000 implements MigrationInterface {
  readonly name = 'Translations20261122232000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unlogged table translation (digest bytea primary key, text text not null, lang text, at timestamptz not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table translation`);
  }
}
