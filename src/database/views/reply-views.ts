/** Replies as the API and the live stream show them. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import { iso, type Asks } from './case-cards.js';
import { objectsAsJson, selected, withDates, type JsonRow } from './json-rows.js';

export type ReplyRow = Omit<ReplyView, 'createdAt' | 'sendAfter' | 'sentAt'> & {
  /** The idempotency key; nobody is shown it. */
  key: string;
  createdAt: Date;
  sendAfter: Date;
  sentAt: Date | null;
};

/** Of a picture `i`, without its bytes. */
export const IMAGE_COLUMNS = 'i.id::text, i.type, i.width, i.height, i.size, i.alt';
const IMAGES = `coalesce((select json_agg(i.*) from (select ${IMAGE_COLUMNS} from reply_image i where i.reply_id = r.id order by i.id) i), '[]')`;

const OWN = {
  id: 'r.id::text', caseId: 'r.case_id::text', kind: 'r.kind', text: 'r.text', visibility: 'r.visibility', state: 'r.state', images: IMAGES, createdAt: 'r.created_at',
  sendAfter: 'r.send_after', sentAt: 'r.sent_at', url: 'r.url', problem: 'r.problem', attempts: 'r.attempts', automatic: 'r.automatic', key: 'r.idempotency_key',
}; // prettier-ignore
const BY = `json_build_object('id', p.id::text, 'name', p.name)`;
const REPLIES = `
  select ${selected(OWN)}, s.account_handle as as, case when p.id is not null then ${BY} end as by
  from reply r join source s on s.id = r.source_id left join person p on p.id = r.person_id`;
/** The same of one case, each part by itself: few rows, and begun sooner. */
const IN_CASE = {
  ...OWN,
  as: '(select account_handle from source where id = r.source_id)',
  by: `(select ${BY} from person p where p.id = r.person_id)`,
};

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

/** For a statement that reads more than the replies: all replies of a case as JSON, in no order. */
export const repliesJson = (caseId: string) => objectsAsJson(IN_CASE, `reply r where r.case_id = ${caseId}`);

/** @returns the replies of what repliesJson read */
export const repliesOfJson = (rows: readonly JsonRow<ReplyRow>[]): ReplyView[] =>
  rows.map((row) => toView(withDates<ReplyRow>(row, ['createdAt', 'sendAfter', 'sentAt'])));
