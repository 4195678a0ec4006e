/** The hourly counts of what was heard also say how it was meant, so that a chart of weeks is drawn without reading mentions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VolumeByTone20261122239000 implements MigrationInterface {
  readonly name = 'VolumeByTone20261122239000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mention_hour add positive int not null default 0;
      alter table heard_hour add negative int not null default 0, add positive int not null default 0;
      update mention_hour h set positive = c.positive from (
        select w, date_trunc('hour', posted_at, 'UTC') as hour, count(*) as positive
        from mention cross join unnest(watch_ids) as w where posted_at > now() - interval '60 days' and sentiment = 'positive' group by 1, 2) as c
      where h.watch_id = c.w and h.hour = c.hour;
      insert into heard_hour as h (team_id, hour, n, negative, positive)
      select t, date_trunc('hour', stored_at, 'UTC'), count(*), count(*) filter (where sentiment = 'negative'), count(*) filter (where sentiment = 'positive')
      from mention cross join unnest(team_ids) as t
      where stored_at > date_trunc('hour', now() - interval '60 days', 'UTC') and exists (select from team where id = t) group by 1, 2
      on conflict (team_id, hour) do update set negative = excluded.negative, positive = excluded.positive`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table heard_hour drop negative, drop positive;
      alter table mention_hour drop positive`);
  }
}
