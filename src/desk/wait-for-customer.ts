/** It is the customer's turn: we asked something, and until they write the clocks that may stand still do. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';
import { holdCase } from './hold-case.js';

@Injectable()
export class WaitForCustomer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** Ends by itself when the customer writes. @throws DeskError case-waits-already, case-already-claimed, case-resolved, not-found */
  run(caseId: string, note: string | undefined, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('wait', record, by, now);
      await holdCase(tx, record, by, now);
      await writeDown(tx, record, { kind: 'waiting', at: now, by, data: note ? { note } : {} });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
