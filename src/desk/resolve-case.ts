/** A responder closes a matter with its outcome; every wait of the customer ends here. */
import { Injectable } from '@nestjs/common';
import type { Resolve } from '#libs/contracts/http/cases.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { holdCase } from './hold-case.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class ResolveCase {
  constructor(private readonly work: WorkOnCase) {}

  /** An unclaimed case is claimed by it. @throws DeskError case-already-claimed, case-resolved, not-found */
  run(caseId: string, { outcome, note }: Resolve, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'facts', (hand) => {
      hand.ensure('resolve');
      holdCase(hand);
      if (note) hand.writeDown('noted', { text: note });
      Object.assign(hand.set, { status: 'resolved', ownerId: null, leaseUntil: null, resolvedAt: hand.now, outcome });
      hand.writeDown('resolved', { outcome });
    });
  }
}
