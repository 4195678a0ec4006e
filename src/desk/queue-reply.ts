/** What acknowledging and replying share: the words are frozen with their own key and handed to the outbox, or written down as said by hand. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '#libs/contracts/http/cases.js';
import { lengthBy } from '#libs/contracts/reply-length.js';
import type { ReplyKind } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { writeDown, type CaseRecord } from './case-record.js';
import { recordAnswer } from './record-answer.js';
import { permissionOf } from './case-permission.js';
import type { CaseChannel } from './reply-channel.js';

/** A reply about to be stored. */
export interface Words extends Reply {
  kind: ReplyKind;
}

/**
 * @param channel from channelOfCase
 * @param now the moment of the verb
 * @throws DeskError reply-empty, reply-too-long, already-acknowledged
 */
export async function queueReply(
  tx: Tx,
  record: CaseRecord,
  words: Words,
  channel: CaseChannel,
  by: Responder,
  now: Date,
): Promise<void> {
  const byHand = words.delivery === 'by-hand' || channel.delivery === 'by-hand';
  const text = words.text.trim();
  if (!byHand) refuseForbidden(words.kind, channel);
  if (!byHand) checkLength(text, channel);
  if (words.kind === 'acknowledgement') await refuseSecond(tx, record.id);
  const sendAfter = new Date(now.getTime() + (byHand ? 0 : words.undoSeconds * 1000));
  const stored = await tx.one<{ id: string }>(
    `insert into reply (case_id, mention_id, source_id, person_id, kind, text, idempotency_key, state, created_at, send_after, due_at, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      record.id, channel.mentionId, channel.sourceId, by.id, words.kind, text, randomUUID(), byHand ? 'by-hand' : 'waiting',
      now, sendAfter, byHand ? null : sendAfter, byHand ? now : null,
    ], // prettier-ignore
  );
  if (!stored) throw new Error('the reply was not stored');
  await addEvent(tx, now, 'reply.changed', { replyId: stored.id }, [record.teamId]);
  if (byHand) await recordAnswer(tx, record, { kind: words.kind, at: now, recordedAt: now, by, replyId: stored.id });
  else await writeDown(tx, record, { kind: 'reply-queued', at: now, by, data: { reply: stored.id, kind: words.kind } });
}

function checkLength(text: string, { maxLength, lengthRule }: CaseChannel): void {
  if (text === '') throw new DeskError('reply-empty');
  if (maxLength === null) return;
  const length = lengthBy(lengthRule, text);
  if (length > maxLength)
    throw new DeskError('reply-too-long', `The text has ${length} of at most ${maxLength} characters`, {
      data: { length, maxLength },
    });
}

/** What is written by hand outside the desk is only written down; what the desk would send must be permitted. */
function refuseForbidden(kind: ReplyKind, { facts }: CaseChannel): void {
  const { verdict, rule, reason } = permissionOf(kind, facts);
  if (verdict === 'never')
    throw new DeskError('reply-not-permitted', `Nothing is sent here: ${rule}`, { data: { rule, reason } });
}

/** The database promises it too (reply_one_acknowledgement); this says it kindly. */
async function refuseSecond(tx: Tx, caseId: string): Promise<void> {
  const other = await tx.one(
    `select 1 from reply where case_id = $1 and kind = 'acknowledgement' and state not in ('refused', 'cancelled')`,
    [caseId],
  );
  if (other) throw new DeskError('already-acknowledged', 'An acknowledgement is on its way already');
}
