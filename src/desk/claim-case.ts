/** A responder takes a case off the queue; a manager may take it over from a colleague. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import { hasRole, type Responder } from '../platform/access/responder.js';
import { holdCase } from './hold-case.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class ClaimCase {
  constructor(private readonly work: WorkOnCase) {}

  /** Claiming what one has renews the lease. @throws DeskError case-already-claimed, case-resolved, not-found */
  run(caseId: string, takeOver: boolean, by: Responder): Promise<CaseView> {
    // That a manager joins an escalated case moves a clock; that a responder claims one moves none.
    return this.work.run(caseId, by, hasRole(by, 'manager') ? 'facts' : 'record', (hand) => {
      hand.ensure(takeOver ? 'take-over' : 'claim');
      holdCase(hand, takeOver ? hand.read.ownerName : null);
    });
  }
}
