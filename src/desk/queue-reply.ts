/** What acknowledging and replying share: the words are frozen with their own key and handed to the outbox, or written down as said by hand. */
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
import { checkWords } from './composing/check-words.js';
import { needsApproval, replyRulesOf } from './composing/reply-rules.js';
import { freshKey } from './reply-key.js';
import type { CaseChannel } from './reply-channel.js';

/** A reply about to be stored. */
export interface Words extends Reply {
  kind: ReplyKind;
}

/**
 * @param channel from channelOfCase
 * @param now the moment of the verb
 * @throws DeskError reply-empty, reply-too-long, reply-blocked, already-acknowledged, answered-meanwhile
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
  if (!byHand) refuseUnfit(words.kind, text, channel);
  if (!byHand) await refuseBlocked(tx, record.id, { text, kind: words.kind }, now);
  await refuseSurprise(tx, record.id, words.after, by);
  if (words.kind === 'acknowledgement') await refuseSecond(tx, record.id);
  const awaits = !byHand && (await needsApproval(tx, record.id, await replyRulesOf(tx)));
  const sendAfter = new Date(now.getTime() + (byHand ? 0 : words.undoSeconds * 1000));
  const stored = await tx.one<{ id: string }>(
    `insert into reply (case_id, mention_id, source_id, person_id, kind, text, idempotency_key, state, created_at, send_after, due_at, sent_at, promises)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      record.id, channel.mentionId, channel.sourceId, by.id, words.kind, text, await freshKey(tx, record.id, words.key, by), byHand ? 'by-hand' : awaits ? 'awaiting' : 'waiting',
      now, sendAfter, byHand || awaits ? null : sendAfter, byHand ? now : null, JSON.stringify(words.promises),
    ], // prettier-ignore
  );
  if (!stored) throw new Error('the reply was not stored');
  await addEvent(tx, now, 'reply.changed', { replyId: stored.id }, [record.teamId]);
  const said = { kind: words.kind, at: now, recordedAt: now, writtenAt: now, by, replyId: stored.id };
  if (byHand) await recordAnswer(tx, record, said);
  else await writeDown(tx, record, { kind: 'reply-queued', at: now, by, data: { reply: stored.id, kind: words.kind } });
}

function refuseUnfit(kind: ReplyKind, text: string, channel: CaseChannel): void {
  refuseForbidden(kind, channel);
  checkLength(text, channel);
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
export function refuseForbidden(kind: ReplyKind, { facts }: CaseChannel): void {
  const { verdict, rule, reason } = permissionOf(kind, facts);
  if (verdict === 'never')
    throw new DeskError('reply-not-permitted', `Nothing is sent here: ${rule}`, { data: { rule, reason } });
}

/** Only what a manager chose to block stops a reply; everything else is a hint in the box. */
async function refuseBlocked(tx: Tx, caseId: string, words: { text: string; kind: ReplyKind }, now: Date): Promise<void> {
  const { hints } = await checkWords(tx, caseId, { ...words, zone: 'UTC' }, now);
  const blocked = hints.filter((hint) => hint.blocks);
  if (blocked.length > 0) throw new DeskError('reply-blocked', `Not sent: ${blocked.map(({ rule, words: found }) => `${rule} (${found})`).join(', ')}`, { data: { hints: blocked } }); // prettier-ignore
}

/** Nobody answers a customer whom somebody else has just answered without knowing it: in the desk or, as far as we have seen, on the network. */
async function refuseSurprise(tx: Tx, caseId: string, after: string | null | undefined, by: Responder): Promise<void> {
  if (after === undefined) return;
  const other = await tx.one<{ id: string; by: string | null }>(
    `select r.id, p.name as by from reply r left join person p on p.id = r.person_id
     where r.case_id = $1 and r.id > $2 and r.state not in ('cancelled', 'refused') and r.person_id is distinct from $3 order by r.id desc limit 1`,
    [caseId, after ?? 0, by.id],
  );
  if (other)
    throw new DeskError('answered-meanwhile', `${other.by ?? 'Somebody'} answered meanwhile`, { data: { reply: other.id } });
}

/** The database promises it too (reply_one_acknowledgement); this says it kindly. */
async function refuseSecond(tx: Tx, caseId: string): Promise<void> {
  const other = await tx.one(
    `select 1 from reply where case_id = $1 and kind = 'acknowledgement' and state not in ('refused', 'cancelled')`,
    [caseId],
  );
  if (other) throw new DeskError('already-acknowledged', 'An acknowledgement is on its way already');
}
