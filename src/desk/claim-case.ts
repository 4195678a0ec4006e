/** A responder takes a case off the queue; a manager may take it over from a colleague. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { ensureAllowed, lockOwnCase } from './case-record.js';
import { holdCase } from './hold-case.js';

@Injectable()
export class ClaimCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Claiming what one has renews the lease. @throws DeskError case-already-claimed, case-resolved, not-found */
  run(caseId: string, takeOver: boolean, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed(takeOver ? 'take-over' : 'claim', record, by, now);
      await holdCase(tx, record, by, now, takeOver ? record.ownerName : null);
    });
  }
}
