/** A responder writes down by when the customer was promised an answer; the newest date counts. */
import { Injectable } from '@nestjs/common';
import type { PromiseDate as PromiseDateBody } from '#libs/contracts/http/promises.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';
import { holdCase } from './hold-case.js';

@Injectable()
export class PromiseDate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @throws DeskError invalid-body for a date that has passed, case-already-claimed, case-resolved, not-found */
  run(caseId: string, { until, note }: PromiseDateBody, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('promise', record, by, now);
      if (new Date(until) <= now)
        throw new DeskError('invalid-body', 'until: lies in the past', {
          errors: [{ at: 'until', message: 'lies in the past' }],
        });
      await holdCase(tx, record, by, now);
      await writeDown(tx, record, { kind: 'promised', at: now, by, data: { until, ...(note && { note }) } });
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
