/** Writing an answer: drafts that outlive the laptop, who is at a case, replies that wait for a second pair of eyes, and the promises they hold. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COMPOSING = `
create table draft (
  case_id bigint not null references desk_case,
  person_id bigint not null references person,
  mode text not null check (mode in ('reply','acknowledgement','note')),
  text text not null,
  updated_at timestamptz not null,
  primary key (case_id, person_id, mode)
);
create index draft_person on draft (person_id);
create unlogged table presence (
  case_id bigint not null references desk_case,
  person_id bigint not null references person,
  seen_at timestamptz not null,
  writing boolean not null,
  primary key (case_id, person_id)
);
alter table reply drop constraint reply_state_check;
alter table reply add constraint reply_state_check
  check (state in ('awaiting','waiting','sending','unknown','sent','by-hand','refused','parked','cancelled'));
alter table reply add column promises jsonb not null default '[]', add column approved_by bigint references person;`;

export class Composing20261122005000 implements MigrationInterface {
  readonly name = 'Composing20261122005000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(COMPOSING);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table reply drop column promises, drop column approved_by; drop table presence; drop table draft`);
  }
}
