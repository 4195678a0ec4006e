/** What a network told by its id alone: kept from the delivery until a poll has asked for its words. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SourcePending20261122002200 implements MigrationInterface {
  readonly name = 'SourcePending20261122002200';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create table source_pending (
         id bigint generated always as identity primary key,
         source_id bigint not null references source (id) on delete cascade,
         key text not null check (length(key) <= 500),
         told jsonb not null,
         added_at timestamptz not null,
         unique (source_id, key)
       )`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table source_pending`);
  }
}
