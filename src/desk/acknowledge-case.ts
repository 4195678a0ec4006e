/** A responder tells the customer that we know of it. */
import { Injectable } from '@nestjs/common';
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import type { Acknowledge } from '#libs/contracts/http/cases.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { ensureAllowed, lockOwnCase } from './case-record.js';
import { holdCase } from './hold-case.js';
import { queuedBefore } from './reply-key.js';
import { queueReply } from './queue-reply.js';
import { channelOfCase } from './reply-channel.js';

@Injectable()
export class AcknowledgeCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** Without a text the prepared one is sent. @throws DeskError already-acknowledged, case-already-claimed, case-resolved, reply-too-long, not-found */
  run(caseId: string, body: Acknowledge, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      if (await queuedBefore(tx, caseId, body.key, by)) return;
      const now = this.clock.now();
      ensureAllowed('acknowledge', record, by, now);
      const channel = await channelOfCase(tx, caseId, now);
      await holdCase(tx, record, by, now);
      const text = body.text?.trim() || preparedAcknowledgement(channel.language, channel.authorName, Number(caseId));
      await queueReply(tx, record, { ...body, text, kind: 'acknowledgement' }, channel, by, now);
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
