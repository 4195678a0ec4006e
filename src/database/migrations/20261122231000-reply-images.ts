/** Pictures of replies: the writer's until the reply takes them along. `uploaded_as` is the network's own id of it, so that a retry uploads nothing twice. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const IMAGES = `
create table reply_image (
  id bigint generated always as identity primary key,
  case_id bigint not null references desk_case,
  person_id bigint not null references person,
  reply_id bigint references reply,
  type text not null check (type in ('image/jpeg','image/png')),
  width int not null,
  height int not null,
  size int not null,
  alt text not null default '',
  uploaded_as text,
  created_at timestamptz not null,
  bytes bytea not null
);
alter table reply_image alter column bytes set storage external;
create index reply_image_reply on reply_image (reply_id) where reply_id is not null;
create index reply_image_unsent on reply_image (case_id, person_id) where reply_id is null;
create index reply_image_person on reply_image (person_id);`;

export class ReplyImages20261122231000 implements MigrationInterface {
  readonly name = 'ReplyImages20261122231000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table reply_image`);
  }
}
