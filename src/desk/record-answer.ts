/** The customer has been acknowledged or answered: dated on the case, and the clocks that waited for it stop. */
import type { ClockKind, ReplyKind } from '#libs/contracts/words.js';
import { stopClocks } from '../clocks/stop-clocks.js';
import type { Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { writeDown, type CaseRecord } from './case-record.js';

export interface Answer {
  kind: ReplyKind;
  /** When the network took it, or when the responder says it was said. */
  at: Date;
  recordedAt: Date;
  by: Pick<Responder, 'id'> | null;
  replyId: string;
}

/** Which clocks an answer stops; libs/sla/verdict.ts judges by the same rule. */
const STOPS: Record<ReplyKind, readonly ClockKind[]> = {
  acknowledgement: ['acknowledge'],
  reply: ['acknowledge', 'human-response'],
};

export async function recordAnswer(tx: Tx, record: Pick<CaseRecord, 'id' | 'teamId'>, answer: Answer): Promise<void> {
  const acknowledged = answer.kind === 'acknowledgement';
  await tx.query(
    acknowledged
      ? `update desk_case set acknowledged_at = coalesce(acknowledged_at, $2) where id = $1`
      : `update desk_case set answered_at = coalesce(answered_at, $2), waiting_since = case when waiting_since > $2 then waiting_since end where id = $1`,
    [record.id, answer.at],
  );
  await stopClocks(tx, { caseId: record.id, teamId: record.teamId }, STOPS[answer.kind], answer.at, answer.recordedAt);
  await writeDown(tx, record, {
    kind: acknowledged ? 'acknowledged' : 'answered',
    at: answer.at,
    by: answer.by,
    data: { reply: answer.replyId },
  });
}
