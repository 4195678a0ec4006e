/**
 * The index that finds what a mention answers must not be usable by the network alone. While tables are too young to have statistics,
 * PostgreSQL took it for the lookup of a thread, and read every mention of the network for each post.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswersIndex20261122219000 implements MigrationInterface {
  readonly name = 'AnswersIndex20261122219000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mention_answers;
      create index mention_answers on mention (external_id, network) where case_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mention_answers;
      create index mention_answers on mention (network, external_id) where case_id is not null;`);
  }
}
