/** Indexes behind the list of mentions: each filter finds its rows by itself, so that a rare one need not read the whole table. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MentionLists20261122000200 implements MigrationInterface {
  readonly name = 'MentionLists20261122000200';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index mention_watch;
      create index mention_reach on mention using gin (team_ids, watch_ids);
      create index mention_source on mention (source_id, id);
      create index mention_language on mention (lang, id);
      create index mention_intent on mention (intent, id);
      create index mention_set_aside on mention (state, id) where state <> 'heard';
      create index mention_posted on mention (posted_at, id);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index mention_reach, mention_source, mention_language, mention_intent, mention_set_aside, mention_posted;
      create index mention_watch on mention using gin (watch_ids);`);
  }
}
