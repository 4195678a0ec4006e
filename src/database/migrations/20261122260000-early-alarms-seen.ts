/** Somebody is on it: an early alarm keeps who took it on and when, and its ladder is climbed no further. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EarlyAlarmsSeen20261122260000 implements MigrationInterface {
  readonly name = 'EarlyAlarmsSeen20261122260000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table early_alarm add column acknowledged_by bigint references person, add column acknowledged_at timestamptz,
        add check ((acknowledged_by is null) = (acknowledged_at is null));`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table early_alarm drop column acknowledged_by, drop column acknowledged_at');
  }
}
