/** Which definition of each function stands in this database: src/database/functions/apply-functions.ts compares it with the program's. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FunctionDefinitions20261122001000 implements MigrationInterface {
  readonly name = 'FunctionDefinitions20261122001000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create table function_definition (name text primary key, digest text not null, applied_at timestamptz not null default now())`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table function_definition`);
  }
}
