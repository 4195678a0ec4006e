/** After the matter was closed somebody asked the customer whether all is well, and writes down what they said. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';

@Injectable()
export class FollowUpCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @throws DeskError case-not-resolved, not-found */
  run(caseId: string, note: string | undefined, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('follow-up', record, by, now);
      await writeDown(tx, record, { kind: 'followed-up', at: now, by, data: note ? { note } : {} });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
