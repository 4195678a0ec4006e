/** A note on a case, for the team only. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import type { Responder } from '../platform/access/responder.js';
import { WorkOnCase } from './work-on-case.js';

@Injectable()
export class AddNote {
  constructor(private readonly work: WorkOnCase) {}

  /** @throws DeskError not-allowed, not-found */
  run(caseId: string, text: string, by: Responder): Promise<CaseView> {
    return this.work.run(caseId, by, 'record', (hand) => {
      hand.ensure('note');
      hand.writeDown('noted', { text });
    });
  }
}
