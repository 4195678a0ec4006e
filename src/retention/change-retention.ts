/** A manager or an administrator says how long what was heard is kept. */
import { Injectable } from '@nestjs/common';
import type { ChangeRetention as ChangeRetentionBody } from '#libs/contracts/http/retention.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';

@Injectable()
export class ChangeRetention {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Holds from the next daily run on. */
  run({ items }: ChangeRetentionBody): Promise<void> {
    return this.db.transaction(async (tx) => {
      for (const { watchKind, days } of items)
        await tx.query('update retention_rule set days = $2 where watch_kind = $1', [watchKind, days]);
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: 'retention' });
    });
  }
}
