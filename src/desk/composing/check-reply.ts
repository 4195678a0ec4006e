/** A responder asks how a reply reads before it goes out. */
import { Injectable } from '@nestjs/common';
import type { CheckedReply, CheckReply as Body } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { checkWords, wordsContext } from './check-words.js';

@Injectable()
export class CheckReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError not-found */
  async run(caseId: string, body: Body, by: Responder): Promise<CheckedReply> {
    return checkWords(await wordsContext(this.db, caseId, by), body, this.clock.now());
  }
}
