/** Somebody says of what is louder than usual, or of an account nobody tends: I am on it. */
import { Injectable } from '@nestjs/common';
import type { EarlyAlarmView } from '#libs/contracts/views/foresight.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { EarlyAlarmsQuery } from './early-alarms.query.js';

@Injectable()
export class AcknowledgeEarlyAlarm {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly alarms: EarlyAlarmsQuery,
  ) {}

  /** Who said it first stays; its ladder is climbed no further (src/escalations/still-open.ts). @throws DeskError `not-found` */
  async run(id: string, by: Responder): Promise<EarlyAlarmView> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      // Nothing is written, and nobody told, where somebody has it already.
      const alarm = await tx.one<{ teamId: string; open: boolean }>(
        `select team_id as "teamId", acknowledged_at is null as open from early_alarm where id = $1 and team_id = any($2::bigint[]) for update`,
        [id, by.teamIds],
      );
      if (!alarm) throw new DeskError('not-found');
      if (!alarm.open) return;
      await tx.query('update early_alarm set acknowledged_by = $2, acknowledged_at = $3 where id = $1', [id, by.id, now]);
      await addEvent(tx, now, 'alarm.changed', { earlyAlarmId: id }, [alarm.teamId]);
    });
    return this.alarms.one(id, by);
  }
}
