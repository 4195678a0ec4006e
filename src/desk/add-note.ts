/** A note on a case, for the team only. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';

@Injectable()
export class AddNote {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError not-allowed, not-found */
  run(caseId: string, text: string, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('note', record, by, now);
      await writeDown(tx, record, { kind: 'noted', at: now, by, data: { text } });
    });
  }
}
