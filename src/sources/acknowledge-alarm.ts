/** Somebody who looks after sources says of an alarm: I have seen it. */
import { Injectable } from '@nestjs/common';
import type { SourceAlarmView } from '#libs/contracts/views/coverage.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { alarmView } from './alarms.query.js';

@Injectable()
export class AcknowledgeAlarm {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Saying it twice changes nothing. @throws DeskError `not-found` */
  run(id: string, by: Responder): Promise<SourceAlarmView> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const row = await tx.one<{ sourceId: string }>(
        `update source_alarm set acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3)
         where id = $1 returning source_id as "sourceId"`,
        [id, by.id, now],
      );
      const view = row && (await alarmView(tx, id));
      if (!view) throw new DeskError('not-found');
      await addEvent(tx, now, 'source.changed', { sourceId: row.sourceId });
      return view;
    });
  }
}
