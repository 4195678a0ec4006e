/** Who can read a reply: the ledger says of each whether it was public, and a draft whom its writer means it for. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went by mail, in a private chat or by a source that was set to answer in private was private. */
const WAS_PRIVATE = `
update reply r set visibility = 'private' from source s, mention m
where s.id = r.source_id and m.id = r.mention_id
  and (s.kind = 'email' or m.extra -> 'chat' ->> 'type' = 'private' or m.extra ->> 'private' = 'true'
    or (s.kind = 'meta' and s.settings ->> 'answers' = 'privately' and m.external_id not like 'igm:%')
    or (s.kind = 'mastodon' and m.extra ->> 'visibility' in ('private', 'direct')))`;

export class ReplyVisibility20261122230000 implements MigrationInterface {
  readonly name = 'ReplyVisibility20261122230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reply add column visibility text not null default 'public' check (visibility in ('public','private'));
      alter table draft add column visibility text check (visibility in ('public','private'))`);
    await runner.query(WAS_PRIVATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reply drop column visibility; alter table draft drop column visibility`);
  }
}
