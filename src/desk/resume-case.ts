/** It is our turn again: the clocks that stood still run on. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';
import { holdCase } from './hold-case.js';

@Injectable()
export class ResumeCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @throws DeskError case-does-not-wait, case-already-claimed, case-resolved, not-found */
  run(caseId: string, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('resume', record, by, now);
      await holdCase(tx, record, by, now);
      await writeDown(tx, record, { kind: 'resumed', at: now, by });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
