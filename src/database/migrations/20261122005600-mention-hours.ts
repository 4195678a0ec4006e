/** How many posts each watch heard in each hour: what foresight compares now with, and what charts are drawn from, without reading mentions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MentionHours20261122005600 implements MigrationInterface {
  readonly name = 'MentionHours20261122005600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table mention_hour (
        watch_id bigint not null references watch,
        hour timestamptz not null,
        n int not null,
        negative int not null,
        primary key (watch_id, hour)
      );
      insert into mention_hour (watch_id, hour, n, negative)
      select w, date_trunc('hour', posted_at, 'UTC'), count(*), count(*) filter (where sentiment = 'negative')
      from mention cross join unnest(watch_ids) as w where posted_at > now() - interval '60 days' and exists (select from watch where id = w) group by 1, 2;
      insert into outbox_reader (name, seq) values ('mention-hours', outbox_horizon()) on conflict do nothing`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table mention_hour; delete from outbox_reader where name = 'mention-hours'`);
  }
}
