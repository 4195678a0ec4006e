/** A responder takes a reply back while it waits. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';
import { giveImagesBack } from './composing/give-images-back.js';
import { caseOfReply } from './settle-reply.js';

@Injectable()
export class CancelReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the case's id. @throws DeskError reply-not-waiting once the first attempt has begun, not-found */
  async run(replyId: string, by: Responder): Promise<string> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, await caseOfReply(tx, replyId), by);
      const now = this.clock.now();
      ensureAllowed('note', record, by, now);
      const taken = await tx.one<{ text: string }>(
        `update reply set state = 'cancelled', due_at = null where id = $1 and state in ('waiting', 'awaiting') and attempts = 0 returning text`,
        [replyId],
      );
      if (!taken) throw new DeskError('reply-not-waiting');
      await giveImagesBack(tx, replyId);
      await addEvent(tx, now, 'reply.changed', { replyId }, [record.teamId]);
      await writeDown(tx, record, { kind: 'reply-cancelled', at: now, by, data: { reply: replyId } });
      return record.id;
    });
  }
}
