/** A responder writes down by when the customer was promised an answer; the newest date counts. */
import { Injectable } from '@nestjs/common';
import type { PromiseDate as PromiseDateBody } from '#libs/contracts/http/promises.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { holdCase } from './hold-case.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class PromiseDate {
  constructor(private readonly work: WorkOnCase) {}

  /** @throws DeskError invalid-body for a date that has passed, case-already-claimed, case-resolved, not-found */
  run(caseId: string, { until, note }: PromiseDateBody, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'facts', (hand) => {
      hand.ensure('promise');
      if (new Date(until) <= hand.now)
        throw new DeskError('invalid-body', 'until: lies in the past', {
          errors: [{ at: 'until', message: 'lies in the past' }],
        });
      holdCase(hand);
      hand.writeDown('promised', { until, ...(note && { note }) });
    });
  }
}
