/** What is unusual, and accounts nobody tends, may climb a ladder as broken promises do: each alarm once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EarlyEscalations20261122250020 implements MigrationInterface {
  readonly name = 'EarlyEscalations20261122250020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table escalation add column early_alarm_id bigint references early_alarm on delete cascade,
        drop constraint escalation_check, add constraint escalation_check check (case_id is not null or alarm_id is not null or early_alarm_id is not null);
      create unique index escalation_once_an_early_alarm on escalation (early_alarm_id) where early_alarm_id is not null;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from escalation where early_alarm_id is not null;
      alter table escalation drop constraint escalation_check, drop column early_alarm_id,
        add constraint escalation_check check (case_id is not null or alarm_id is not null);`);
  }
}
