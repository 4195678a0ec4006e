/** The second pair of eyes: a colleague lets a reply go, or sends it back to its writer with a reason. */
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { addEvent } from '../../outbox/append.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { DeskError } from '../../platform/errors.js';
import type { ReplyKind, Visibility } from '#libs/contracts/words.js';
import type { CaseRecord } from '../../database/views/case-record.js';
import { lockOwnCase, writeDown } from '../case-record.js';
import { giveImagesBack } from './give-images-back.js';
import { refuseForbidden } from '../queue-reply.js';
import { channelOfCase } from '../reply-channel.js';
import { caseOfReply } from '../settle-reply.js';

interface Awaiting {
  personId: string | null;
  kind: ReplyKind;
  text: string;
  visibility: Visibility;
}

@Injectable()
export class ApproveReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** It goes out at once. @returns the case's id. @throws DeskError own-reply, reply-not-awaiting, case-resolved, reply-not-permitted, not-found */
  approve(replyId: string, by: Responder): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { record, reply, now } = await this.awaiting(tx, replyId, by);
      if (reply.personId === by.id) throw new DeskError('own-reply');
      if (record.status === 'resolved') throw new DeskError('case-resolved');
      refuseForbidden(reply, await channelOfCase(tx, record.id, now));
      await tx.query(`update reply set state = 'waiting', send_after = $2, due_at = $2, approved_by = $3 where id = $1`, [
        replyId,
        now,
        by.id,
      ]);
      await addEvent(tx, now, 'reply.changed', { replyId }, [record.teamId]);
      await writeDown(tx, record, { kind: 'reply-approved', at: now, by, data: { reply: replyId } });
      return record.id;
    });
  }

  /** Its words return to the writer's drafts. @returns the case's id. @throws DeskError reply-not-awaiting, not-found */
  sendBack(replyId: string, reason: string, by: Responder): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { record, reply, now } = await this.awaiting(tx, replyId, by);
      await tx.query(`update reply set state = 'cancelled', problem = $2 where id = $1`, [replyId, reason]);
      await tx.query(
        `insert into draft (case_id, person_id, mode, text, updated_at, visibility) select $1, $2, $3, $4, $5, $6 where $2::bigint is not null
         on conflict (case_id, person_id, mode) do nothing`,
        [record.id, reply.personId, reply.kind, reply.text, now, reply.visibility],
      );
      await giveImagesBack(tx, replyId);
      await addEvent(tx, now, 'reply.changed', { replyId }, [record.teamId]);
      await writeDown(tx, record, { kind: 'reply-sent-back', at: now, by, data: { reply: replyId, reason } });
      return record.id;
    });
  }

  private async awaiting(tx: Tx, replyId: string, by: Responder): Promise<{ record: CaseRecord; reply: Awaiting; now: Date }> {
    const record = await lockOwnCase(tx, await caseOfReply(tx, replyId), by);
    const reply = await tx.one<Awaiting>(
      `select person_id as "personId", kind, text, visibility from reply where id = $1 and state = 'awaiting' for update`,
      [replyId],
    );
    if (!reply) throw new DeskError('reply-not-awaiting');
    return { record, reply, now: this.clock.now() };
  }
}
