/**
 * What the desk warned of before anything broke: watches that were louder than usual, and own accounts that nobody tended. Judged once a minute
 * for everybody, so that no page computes it; kept, so that one can look back at what was expected, what was seen and which posts did it.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EarlyAlarms20261122250000 implements MigrationInterface {
  readonly name = 'EarlyAlarms20261122250000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table early_alarm (
        id bigint generated always as identity primary key,
        team_id bigint not null references team on delete cascade,
        watch_id bigint references watch on delete cascade,
        source_id bigint references source on delete cascade,
        began_at timestamptz not null,
        last_at timestamptz not null,
        latest jsonb not null,
        strongest jsonb not null,
        weight real not null,
        check ((watch_id is null) <> (source_id is null)),
        check (last_at >= began_at)
      );
      create index early_alarm_began on early_alarm (began_at, id);
      create index early_alarm_last on early_alarm (last_at);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table early_alarm');
  }
}
