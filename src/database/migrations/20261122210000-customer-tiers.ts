/** Customers in tiers: who is marked, by the account or by its name; and in which tier a case's customer was when it opened. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CustomerTiers20261122210000 implements MigrationInterface {
  readonly name = 'CustomerTiers20261122210000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table customer_mark (
  id bigint generated always as identity primary key,
  network text not null,
  named_by text not null check (named_by in ('account', 'handle')),
  name text not null,
  tier text not null,
  at timestamptz not null,
  person_id bigint references person,
  unique (network, named_by, name)
);
create index customer_mark_tier on customer_mark (tier);
alter table desk_case add tier text;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table desk_case drop tier; drop table customer_mark;`);
  }
}
