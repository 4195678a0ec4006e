/** It is the customer's turn: we asked something, and until they write the clocks that may stand still do. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { holdCase } from './hold-case.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class WaitForCustomer {
  constructor(private readonly work: WorkOnCase) {}

  /** Ends by itself when the customer writes. @throws DeskError case-waits-already, case-already-claimed, case-resolved, not-found */
  run(caseId: string, note: string | undefined, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'facts', (hand) => {
      hand.ensure('wait');
      holdCase(hand);
      hand.writeDown('waiting', note ? { note } : {});
    });
  }
}
