/** Replies as the API and the live stream show them. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import { iso, type Asks } from './case-cards.js';

type Row = Omit<ReplyView, 'createdAt' | 'sendAfter' | 'sentAt'> & { createdAt: Date; sendAfter: Date; sentAt: Date | null };

const REPLIES = `
  select r.id, r.case_id as "caseId", r.kind, r.text, r.state, r.created_at as "createdAt", r.send_after as "sendAfter", r.sent_at as "sentAt",
    r.url, r.problem, r.attempts, r.automatic, s.account_handle as as,
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from reply r join source s on s.id = r.source_id left join person p on p.id = r.person_id`;

const toView = (r: Row): ReplyView => ({ ...r, createdAt: iso(r.createdAt), sendAfter: iso(r.sendAfter), sentAt: iso(r.sentAt) });

/** @returns replies by id */
export async function replyViews(asks: Asks, ids: readonly string[]): Promise<Map<string, ReplyView>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<Row>(`${REPLIES} where r.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((r) => [r.id, toView(r)]));
}

/** @returns all replies of a case, oldest first */
export async function repliesOfCase(asks: Asks, caseId: string): Promise<ReplyView[]> {
  return (await asks.query<Row>(`${REPLIES} where r.case_id = $1 order by r.id`, [caseId])).map(toView);
}
