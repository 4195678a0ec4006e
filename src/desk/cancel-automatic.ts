/** Takes back what a machine has handed over and the network surely has not taken. */
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';

/** Cases are locked before their replies, as every verb does. @returns how many were taken back */
export async function cancelAutomaticReplies(tx: Tx, by: Pick<Responder, 'id'> | null, now: Date): Promise<number> {
  await tx.query(
    `select id from desk_case where id in (select case_id from reply where automatic and state = 'waiting') order by id for no key update`,
  );
  const taken = await tx.query<{ id: string; caseId: string; teamId: string }>(
    `update reply r set state = 'cancelled', due_at = null, problem = 'stopped' from desk_case c
     where r.automatic and r.state = 'waiting' and c.id = r.case_id returning r.id, r.case_id as "caseId", c.team_id as "teamId"`,
  );
  if (taken.length === 0) return 0;
  await tx.query(
    `with t as (select * from jsonb_to_recordset($1::jsonb) as r(id text, "caseId" bigint)),
     grown as (update desk_case set version = version + 1 where id in (select "caseId" from t))
     insert into activity (case_id, at, kind, person_id, data) select "caseId", $2, 'reply-cancelled', $3, jsonb_build_object('reply', id) from t`,
    [JSON.stringify(taken), now, by?.id ?? null],
  );
  const events = taken.flatMap(({ id, caseId, teamId }) => [
    { kind: 'reply.changed' as const, teamIds: [teamId], payload: { replyId: id } },
    { kind: 'case.changed' as const, teamIds: [teamId], payload: { caseId, why: 'reply-cancelled' as const } },
  ]);
  await addEvents(tx, now, events);
  return taken.length;
}
