/** After the matter was closed somebody asked the customer whether all is well, and writes down what they said. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class FollowUpCase {
  constructor(private readonly work: WorkOnCase) {}

  /** @throws DeskError case-not-resolved, not-found */
  run(caseId: string, note: string | undefined, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'facts', (hand) => {
      hand.ensure('follow-up');
      hand.writeDown('followed-up', note ? { note } : {});
    });
  }
}
