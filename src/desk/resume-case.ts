/** It is our turn again: the clocks that stood still run on. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { holdCase } from './hold-case.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class ResumeCase {
  constructor(private readonly work: WorkOnCase) {}

  /** @throws DeskError case-does-not-wait, case-already-claimed, case-resolved, not-found */
  run(caseId: string, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'facts', (hand) => {
      hand.ensure('resume');
      holdCase(hand);
      hand.writeDown('resumed');
    });
  }
}
