/**
 * Which mentions lie where: for every few hundred kilobytes of the table the lowest and highest id and time of posting. Together with the index of
 * words, or of watches, it finds what is rare within a stretch of the list, without reading what lies outside of it. It is a thousandth of the
 * size of other indexes and costs nothing to keep. It is made of expressions so that it is asked only by who means it: the planner would
 * rather walk along the key.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MentionStretches20261122250010 implements MigrationInterface {
  readonly name = 'MentionStretches20261122250010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index mention_stretch on mention using brin ((id + 0), (posted_at - timestamptz '2000-01-01 00:00:00+00')) with (pages_per_range = 32, autosummarize = on);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index mention_stretch');
  }
}
