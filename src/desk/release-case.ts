/** A responder puts a case back on the queue; a manager may do it for them. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';

@Injectable()
export class ReleaseCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError case-not-claimed, case-already-claimed, case-resolved, not-found */
  run(caseId: string, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('release', record, by, now);
      await tx.query(`update desk_case set status = 'open', owner_id = null, lease_until = null where id = $1`, [caseId]);
      await writeDown(tx, record, { kind: 'released', at: now, by });
    });
  }
}
