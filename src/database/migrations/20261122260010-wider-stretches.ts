/**
 * Which mentions lie where is told by two megabytes of the table, not by a quarter of one: to find a stretch all of the index is read, and at ten
 * million mentions that took longer than all else that a search for a rare word does.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const made = (pages: number) =>
  `create index mention_stretch on mention using brin ((id + 0), (posted_at - timestamptz '2000-01-01 00:00:00+00')) with (pages_per_range = ${pages}, autosummarize = on)`;

export class WiderStretches20261122260010 implements MigrationInterface {
  readonly name = 'WiderStretches20261122260010';

  async up(q: QueryRunner): Promise<void> {
    // Without statistics of its expressions it would not be asked.
    await q.query(`drop index mention_stretch; ${made(256)}; analyze mention`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index mention_stretch; ${made(32)}`);
  }
}
