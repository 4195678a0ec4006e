/** What permission to answer depends on: what an administrator declares about an account, what authors wish, and what we posted ourselves. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Permission20261122006000 implements MigrationInterface {
  readonly name = 'Permission20261122006000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table account_terms (
        source_id bigint primary key references source on delete cascade,
        plan text not null default 'self-serve' check (plan in ('self-serve', 'enterprise')),
        marked_automated boolean not null default false,
        place_agrees boolean not null default false,
        person_id bigint references person,
        changed_at timestamptz not null
      );
      create table author_stop (
        author_id bigint primary key references author,
        mention_id bigint references mention on delete set null,
        at timestamptz not null,
        lifted_at timestamptz,
        lifted_by bigint references person
      );
      create table author_mark (
        author_id bigint not null references author,
        mark text not null check (mark in ('press', 'vip', 'bot')),
        person_id bigint references person,
        at timestamptz not null,
        primary key (author_id, mark)
      );
      create table own_post (
        network text not null,
        external_id text not null,
        source_id bigint not null references source on delete cascade,
        in_reply_to text,
        thread text,
        posted_at timestamptz not null,
        seen_at timestamptz not null,
        url text,
        text text not null,
        reply_id bigint references reply on delete set null,
        primary key (network, external_id)
      );
      alter table reply add column automatic boolean not null default false;
      create index reply_automatic on reply (created_at) where automatic;
      create index mention_answers on mention (network, external_id) where case_id is not null;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index mention_answers;
      drop index reply_automatic;
      alter table reply drop column automatic;
      drop table own_post, author_mark, author_stop, account_terms;`);
  }
}
