/** A responder answers the customer. */
import { Injectable } from '@nestjs/common';
import type { Reply } from '#libs/contracts/http/cases.js';
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
export class ReplyToCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @throws DeskError case-already-claimed, case-resolved, reply-empty, reply-too-long, not-found */
  run(caseId: string, body: Reply, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      if (await queuedBefore(tx, caseId, body.key, by)) return;
      const now = this.clock.now();
      ensureAllowed('reply', record, by, now);
      const channel = await channelOfCase(tx, caseId, now);
      await holdCase(tx, record, by, now);
      await queueReply(tx, record, { ...body, kind: 'reply' }, channel, by, now);
      await this.clocks.run(tx, [caseId], now);
    });
  }
}
