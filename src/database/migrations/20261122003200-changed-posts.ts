/** Posts that change after they were heard: their versions, their reposts, what was deleted, and from when on a source opens cases. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangedPosts20261122003200 implements MigrationInterface {
  readonly name = 'ChangedPosts20261122003200';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mention add column edited_at timestamptz, add column edits int not null default 0, add column reposts int not null default 0,
        add column repost_reach bigint not null default 0, add column deleted_at timestamptz, add column deleted_why text
        check (deleted_why in ('author', 'retention', 'erasure'));
      create table mention_version (
        id bigint generated always as identity primary key,
        mention_id bigint not null references mention on delete cascade,
        made_at timestamptz not null,
        replaced_at timestamptz not null,
        text text not null,
        unique (mention_id, made_at)
      );
      create table repost (
        network text not null,
        external_id text not null,
        original_id text not null,
        author_key text not null,
        followers int,
        at timestamptz not null,
        primary key (network, external_id)
      );
      create index repost_original on repost (network, original_id);
      create table post_tombstone (
        network text not null,
        external_id text not null,
        at timestamptz not null,
        known boolean not null,
        primary key (network, external_id)
      );
      create index post_tombstone_unknown on post_tombstone (at) where not known;
      create index reply_sent_external on reply (external_id) where external_id is not null;
      alter table source add column cases_from timestamptz;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table source drop column cases_from;
      drop index reply_sent_external;
      drop table post_tombstone, repost, mention_version;
      alter table mention drop column edited_at, drop column edits, drop column reposts, drop column repost_reach, drop column deleted_at,
        drop column deleted_why;`);
  }
}
