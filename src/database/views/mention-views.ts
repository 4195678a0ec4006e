/** Mentions as the API and the live stream show them. */
import type { MentionView } from '#libs/contracts/views/mention.js';
import { iso, type Asks } from './case-cards.js';

export type MentionRow = Omit<MentionView, 'postedAt' | 'fetchedAt' | 'storedAt'> &
  Record<'postedAt' | 'fetchedAt' | 'storedAt', Date>;

/** The columns of a mention; `m` is the mention, `s` its source, `a` its author. */
export const MENTION_COLUMNS = `
  m.id, m.network, m.external_id as "externalId", m.text, m.url, m.in_reply_to as "inReplyTo", m.posted_at as "postedAt",
  m.fetched_at as "fetchedAt", m.stored_at as "storedAt", m.scores, m.state, m.case_id as "caseId",
  jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind) as source,
  jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'followers', a.followers, 'url', a.url) as author,
  (select coalesce(jsonb_agg(x || jsonb_build_object('watchName', w.name) order by place), '[]')
   from jsonb_array_elements(m.matches) with ordinality as t(x, place) join watch w on w.id = (x ->> 'watchId')::bigint) as matches`;

export const MENTION_TABLES = `mention m join source s on s.id = m.source_id join author a on a.id = m.author_id`;

/** @returns the view of one row */
export function toMentionView(r: MentionRow): MentionView {
  return { ...r, postedAt: iso(r.postedAt), fetchedAt: iso(r.fetchedAt), storedAt: iso(r.storedAt) };
}

/** @returns mentions by id */
export async function mentionViews(asks: Asks, ids: readonly string[]): Promise<Map<string, MentionView>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<MentionRow>(`select ${MENTION_COLUMNS} from ${MENTION_TABLES} where m.id = any($1::bigint[])`, [
    ids,
  ]);
  return new Map(rows.map((r) => [r.id, toMentionView(r)]));
}

/** A case shows this many of its posts, the latest; a storm of thousands stays readable. */
const SHOWN_IN_CASE = 200;

/** @returns the latest mentions of a case, oldest first */
export async function mentionsOfCase(asks: Asks, caseId: string): Promise<MentionView[]> {
  const rows = await asks.query<MentionRow>(
    `select ${MENTION_COLUMNS} from ${MENTION_TABLES} where m.case_id = $1 order by m.posted_at desc, m.id desc limit ${SHOWN_IN_CASE}`,
    [caseId],
  );
  return rows.toReversed().map(toMentionView);
}
