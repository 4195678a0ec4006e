/** The customer has been acknowledged or answered: dated on the case and written down; the verb then lets ProjectClocks judge the case. */
import type { ReplyKind } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import type { CaseRecord } from '../database/views/case-record.js';
import { writeDown } from './case-record.js';

export interface Answer {
  kind: ReplyKind;
  /** When the network took it, or when the responder says it was said. */
  at: Date;
  recordedAt: Date;
  /** When its words were written: it answers what was known by then. */
  writtenAt: Date;
  by: Pick<Responder, 'id'> | null;
  replyId: string;
  /** A person wrote it on the network itself, also when nobody knows who. */
  byHand?: boolean;
}

export async function recordAnswer(tx: Tx, record: Pick<CaseRecord, 'id' | 'teamId'>, answer: Answer): Promise<void> {
  const acknowledged = answer.kind === 'acknowledgement';
  await tx.query(
    acknowledged
      ? `update desk_case set acknowledged_at = least(acknowledged_at, $2) where id = $1`
      : `update desk_case set answered_at = least(answered_at, $2) where id = $1`,
    [record.id, answer.at],
  );
  await writeDown(tx, record, {
    kind: acknowledged ? 'acknowledged' : 'answered',
    at: answer.at,
    by: answer.by,
    data: {
      reply: answer.replyId,
      writtenAt: answer.writtenAt,
      recordedAt: answer.recordedAt,
      ...(answer.byHand && { byHand: true }),
    },
  });
  await keepPromise(tx, record, answer);
}

/** What its writer confirmed as a promise runs from the moment the customer was told; of several the first date counts. */
async function keepPromise(tx: Tx, record: Pick<CaseRecord, 'id' | 'teamId'>, answer: Answer): Promise<void> {
  const promised = await tx.one<{ until: string; words: string }>(
    `select p ->> 'dueAt' as until, p ->> 'words' as words from reply cross join jsonb_array_elements(promises) as p
     where reply.id = $1 and (p ->> 'dueAt')::timestamptz > $2 order by (p ->> 'dueAt')::timestamptz limit 1`,
    [answer.replyId, answer.at],
  );
  if (!promised) return;
  const data = { ...promised, reply: answer.replyId, recordedAt: answer.recordedAt };
  await writeDown(tx, record, { kind: 'promised', at: answer.at, by: answer.by, data });
}
