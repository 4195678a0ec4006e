/** What a poll says is kept in codes, for words in the reader's language. The English message stays beside it: of polls before this it is all there is. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['source_poll', 'source_health', 'source_alarm'];

export class NotesOfPolls20261122251000 implements MigrationInterface {
  readonly name = 'NotesOfPolls20261122251000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table source add column last_notes jsonb not null default '[]'`);
    for (const table of TABLES) await q.query(`alter table ${table} add column notes jsonb not null default '[]'`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await q.query(`alter table ${table} drop column notes`);
    await q.query('alter table source drop column last_notes');
  }
}
