/** A responder puts a case back on the queue; a manager may do it for them. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class ReleaseCase {
  constructor(private readonly work: WorkOnCase) {}

  /** @throws DeskError case-not-claimed, case-already-claimed, case-resolved, not-found */
  run(caseId: string, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'record', (hand) => {
      hand.ensure('release');
      Object.assign(hand.set, { status: 'open', ownerId: null, leaseUntil: null });
      hand.writeDown('released');
    });
  }
}
