/** A person decides about a reply whose fate the network could not tell: it stands there, or it does not and is sent again. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { ensureAllowed, lockOwnCase } from './case-record.js';
import { recordAnswer } from './record-answer.js';

/** @returns the case a reply belongs to. @throws DeskError not-found */
export async function caseOfReply(tx: Tx, replyId: string): Promise<string> {
  const row = await tx.one<{ caseId: string }>(`select case_id as "caseId" from reply where id = $1`, [replyId]);
  if (!row) throw new DeskError('not-found');
  return row.caseId;
}

@Injectable()
export class SettleReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /**
   * @param sent whether the person saw it on the network
   * @returns the case's id. @throws DeskError reply-not-waiting when it is not parked, not-found
   */
  run(replyId: string, sent: boolean, by: Responder): Promise<string> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, await caseOfReply(tx, replyId), by);
      const now = this.clock.now();
      ensureAllowed('note', record, by, now);
      const reply = await tx.one<{ kind: 'acknowledgement' | 'reply'; at: Date; writtenAt: Date }>(
        `update reply set state = case when $2 then 'by-hand' else 'waiting' end, problem = null, first_attempt_at = case when $2 then first_attempt_at end,
           sent_at = case when $2 then coalesce(first_attempt_at, $3) end, due_at = case when $2 then null else $3::timestamptz end
         where id = $1 and state = 'parked' returning kind, coalesce(sent_at, $3) as at, created_at as "writtenAt"`,
        [replyId, sent, now],
      );
      if (!reply) throw new DeskError('reply-not-waiting', 'This reply is not waiting for a decision');
      await addEvent(tx, now, 'reply.changed', { replyId }, [record.teamId]);
      if (sent) await recordAnswer(tx, record, { ...reply, recordedAt: now, by, replyId });
      if (sent) await this.clocks.run(tx, [record.id], now);
      return record.id;
    });
  }
}
