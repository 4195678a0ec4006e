/** A responder closes a matter with its outcome; every wait of the customer ends here. */
import { Injectable } from '@nestjs/common';
import type { Resolve } from '#libs/contracts/http/cases.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';
import { holdCase } from './hold-case.js';

@Injectable()
export class ResolveCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** An unclaimed case is claimed by it. @throws DeskError case-already-claimed, case-resolved, not-found */
  run(caseId: string, { outcome, note }: Resolve, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('resolve', record, by, now);
      await holdCase(tx, record, by, now);
      if (note) await writeDown(tx, record, { kind: 'noted', at: now, by, data: { text: note } });
      await tx.query(
        `update desk_case set status = 'resolved', owner_id = null, lease_until = null, resolved_at = $2, outcome = $3 where id = $1`,
        [caseId, now, outcome],
      );
      await writeDown(tx, record, { kind: 'resolved', at: now, by, data: { outcome } });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
