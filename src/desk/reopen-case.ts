/** A closed matter that was not closed after all: it is open again, and the customer's wait for a person starts anew. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';

@Injectable()
export class ReopenCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @throws DeskError case-not-resolved, case-has-open-twin (the customer has a newer open case about the same), not-found */
  run(caseId: string, reason: string | undefined, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('reopen', record, by, now);
      await tx.query(`select pg_advisory_xact_lock(7301003)`); // the lock of store_batch: no twin may open meanwhile
      const twin = await tx.one<{ id: string }>(
        `select id from desk_case where team_id = $1 and watch_id = $2 and author_id = $3 and status <> 'resolved'`,
        [record.teamId, record.watchId, record.authorId],
      );
      if (twin)
        throw new DeskError('case-has-open-twin', `Case ${twin.id} of this customer is open`, { data: { caseId: twin.id } });
      await tx.query(`update desk_case set status = 'open', resolved_at = null, outcome = null where id = $1`, [caseId]);
      await writeDown(tx, record, { kind: 'reopened', at: now, by, data: reason ? { reason } : {} });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
