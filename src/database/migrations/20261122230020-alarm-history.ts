/** Past alarms are listed by when they began, of every source or of one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AlarmHistory20261122230020 implements MigrationInterface {
  readonly name = 'AlarmHistory20261122230020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index source_alarm_since on source_alarm (blind_since);
      create index source_health_degraded on source_health (from_at) where state = 'degraded';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index source_alarm_since, source_health_degraded');
  }
}
