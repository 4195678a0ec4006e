/**
 * What was ever heard from a source, matched or not: each external id once. The function that fills it, store_batch, was born here too
 * and has moved to src/database/functions, because it changes often.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StoreBatch20261122000100 implements MigrationInterface {
  readonly name = 'StoreBatch20261122000100';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create table seen_post (source_id bigint not null references source, external_id text not null, primary key (source_id, external_id))`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table seen_post`);
  }
}
