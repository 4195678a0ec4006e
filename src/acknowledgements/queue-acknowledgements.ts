/** Hands acknowledgements to the sender: frozen words with their own key, in the transaction that decides. From here on they go out exactly once. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { readersOf, type CaseContext } from './case-contexts.js';

/** An acknowledgement about to be handed over: the ledger line, the words, and the case it goes to. */
export interface ReadyWords {
  id: string;
  text?: string;
  of?: CaseContext;
}

interface Stored {
  replyId: string;
  caseId: string;
  key: string;
}

/** @returns the reply's id by the ledger line's; a case that has an acknowledgement already gets no second one */
export async function queueAcknowledgements(tx: Tx, lines: readonly ReadyWords[], now: Date): Promise<Map<string, string>> {
  const rows = lines.flatMap(({ id, text, of }) =>
    of
      ? [
          {
            id,
            text,
            caseId: of.caseId,
            mentionId: of.mentionId,
            sourceId: of.sourceId,
            visibility: readersOf(of),
            teamId: of.teamId,
            key: String(randomUUID()),
          },
        ]
      : [],
  );
  if (rows.length === 0) return new Map();
  const stored = await tx.query<Stored>(
    `insert into reply (case_id, mention_id, source_id, person_id, kind, automatic, text, idempotency_key, state, created_at, send_after, due_at, visibility)
     select "caseId", "mentionId", "sourceId", null, 'acknowledgement', true, text, key, 'waiting', $2, $2, $2, visibility
     from jsonb_to_recordset($1::jsonb) as r("caseId" bigint, "mentionId" bigint, "sourceId" bigint, text text, key uuid, visibility text)
     on conflict (case_id) where kind = 'acknowledgement' and state not in ('refused', 'cancelled') do nothing
     returning id as "replyId", case_id as "caseId", idempotency_key as key`,
    [JSON.stringify(rows), now],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  await tellQueued(tx, stored, (key) => byKey.get(key)?.teamId ?? '', now);
  return new Map(stored.map(({ replyId, key }) => [byKey.get(key)?.id ?? '', replyId]));
}

/** On the cases' histories, and to everybody who looks. */
async function tellQueued(tx: Tx, stored: readonly Stored[], teamOf: (key: string) => string, now: Date): Promise<void> {
  await tx.query(
    `with t as (select * from jsonb_to_recordset($1::jsonb) as r("replyId" text, "caseId" bigint)),
     grown as (update desk_case set version = version + 1 where id in (select "caseId" from t))
     insert into activity (case_id, at, kind, person_id, data)
     select "caseId", $2, 'reply-queued', null, jsonb_build_object('reply', "replyId", 'kind', 'acknowledgement', 'automatic', true) from t`,
    [JSON.stringify(stored), now],
  );
  const events = stored.flatMap(({ replyId, caseId, key }) => [
    { kind: 'reply.changed' as const, teamIds: [teamOf(key)], payload: { replyId } },
    { kind: 'case.changed' as const, teamIds: [teamOf(key)], payload: { caseId, why: 'reply-queued' as const } },
  ]);
  await addEvents(tx, now, events);
}
