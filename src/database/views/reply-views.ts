/** Replies as the API and the live stream show them. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import { iso, type Asks } from './case-cards.js';
import { rowsAsJson, withDates, type JsonRow } from './json-rows.js';

export type ReplyRow = Omit<ReplyView, 'createdAt' | 'sendAfter' | 'sentAt'> & {
  /** The idempotency key; nobody is shown it. */
  key: string;
  createdAt: Date;
  sendAfter: Date;
  sentAt: Date | null;
};

/** Of a picture `i`, without its bytes. */
export const IMAGE_COLUMNS = 'i.id::text, i.type, i.width, i.height, i.size, i.alt';
const IMAGES = `coalesce((select jsonb_agg(i.*) from (select ${IMAGE_COLUMNS} from reply_image i where i.reply_id = r.id order by i.id) i), '[]')`;

const REPLIES = `
  select r.id::text, r.case_id::text as "caseId", r.kind, r.text, r.visibility, r.state, ${IMAGES} as images, r.created_at as "createdAt", r.send_after as "sendAfter", r.sent_at as "sentAt",
    r.url, r.problem, r.attempts, r.automatic, r.idempotency_key as key, s.account_handle as as,
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from reply r join source s on s.id = r.source_id left join person p on p.id = r.person_id`;

const toView = ({ key: _, ...r }: ReplyRow): ReplyView => ({
  ...r,
  createdAt: iso(r.createdAt),
  sendAfter: iso(r.sendAfter),
  sentAt: iso(r.sentAt),
});

/** @returns replies by id */
export async function replyViews(asks: Asks, ids: readonly string[]): Promise<Map<string, ReplyView>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<ReplyRow>(`${REPLIES} where r.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((r) => [r.id, toView(r)]));
}

/** A query for the replies with the ids that stand at this place. */
export const repliesOfIds = (ids: string) => `${REPLIES} where r.id = any(${ids})`;
/** For a statement that reads more than the replies: all replies of a case as JSON, oldest first. */
export const repliesJson = (caseId: string) => rowsAsJson(`${REPLIES} where r.case_id = ${caseId} order by r.id`);

/** @returns the replies of what repliesJson read */
export const repliesOfJson = (rows: readonly JsonRow<ReplyRow>[]): ReplyView[] =>
  rows.map((row) => toView(withDates<ReplyRow>(row, ['createdAt', 'sendAfter', 'sentAt'])));
