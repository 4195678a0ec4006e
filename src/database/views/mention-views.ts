/** Mentions as the API, a case's timeline and the live stream show them: to each team its own matches and case only. */
import type { AuthorView, MentionMatch, MentionView } from '#libs/contracts/views/mention.js';
import { iso, type Asks } from './case-cards.js';
import { objectsAsJson, selected, withDates, type JsonRow } from './json-rows.js';

type Instants = 'postedAt' | 'fetchedAt' | 'storedAt';

/** A mention with whose its matches and its case are. */
export interface MentionRow extends Omit<MentionView, Instants | 'matches' | 'author'>, Record<Instants, Date> {
  author: AuthorView;
  teamIds: string[];
  caseTeamId: string | null;
  stored: (Omit<MentionMatch, 'watchName' | 'reasons'> & { reasons?: MentionMatch['reasons'] })[];
  /** By watch id; a removed watch keeps its name. */
  watches: Record<string, { name: string; teamId: string }> | null;
}

/** What stands in the mention itself, `m`; ids are text, so that a row may also come as JSON. */
const OWN = {
  id: 'm.id::text', network: 'm.network', externalId: 'm.external_id', text: 'm.text', url: 'm.url', inReplyTo: 'm.in_reply_to', postedAt: 'm.posted_at',
  fetchedAt: 'm.fetched_at', storedAt: 'm.stored_at', scores: 'm.scores', state: 'm.state', caseId: 'm.case_id::text', teamIds: 'm.team_ids::text[]', stored: 'm.matches',
}; // prettier-ignore
const NOTES = `
    json_build_object('waitedSeconds', extract(epoch from m.stored_at - m.posted_at), 'late', m.fetched_at - m.posted_at > interval '5 minutes' and not coalesce(m.posted_at < s.cases_from, false),
      'blindSeconds', case when m.fetched_at - m.posted_at > interval '5 minutes' then coalesce((
        select sum(extract(epoch from least(coalesce(h.to_at, m.fetched_at), m.fetched_at) - greatest(h.from_at, m.posted_at)))
        from source_health h where h.source_id = m.source_id and h.state = 'blind' and h.from_at < m.fetched_at
          and coalesce(h.to_at, m.fetched_at) > m.posted_at), 0) else 0 end,
      'history', coalesce(m.posted_at < s.cases_from, false), 'edits', m.edits, 'editedAt', to_char(m.edited_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reposts', m.reposts, 'repostReach', m.repost_reach, 'deletedWhy', m.deleted_why)`;
const SOURCE = `json_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind)`;
const AUTHOR = `json_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'followers', a.followers, 'url', a.url)`;
const WATCHES = `(select json_object_agg(w.id, json_build_object('name', w.name, 'teamId', w.team_id::text)) from watch w where w.id = any(m.watch_ids))`;

/** `m` is the mention. */
const MENTIONS = `
  select ${selected(OWN)}, c.team_id::text as "caseTeamId", ${NOTES} as notes, ${SOURCE} as source, ${AUTHOR} as author, ${WATCHES} as watches
  from mention m join source s on s.id = m.source_id join author a on a.id = m.author_id left join desk_case c on c.id = m.case_id`;
/** The same of posts of one case, each part by itself: few rows, and begun sooner. */
const IN_CASE = {
  ...OWN,
  notes: `(select ${NOTES} from source s where s.id = m.source_id)`,
  source: `(select ${SOURCE} from source s where s.id = m.source_id)`,
  author: `(select ${AUTHOR} from author a where a.id = m.author_id)`,
  watches: WATCHES,
};

/** Posts of one case that are shown; older ones of a bigger case are in the list of mentions. */
const SHOWN_IN_CASE = 200;

/**
 * @param teamIds of whoever looks
 * @returns the view without matches, and without a case, of other teams
 */
export function toMentionView(row: MentionRow, teamIds: readonly string[]): MentionView {
  const { postedAt, fetchedAt, storedAt, stored, watches, teamIds: _, caseTeamId, caseId, ...rest } = row;
  const matches = stored.flatMap((match) => {
    const watch = watches?.[match.watchId];
    return watch && teamIds.includes(watch.teamId) ? [{ ...match, reasons: match.reasons ?? [], watchName: watch.name }] : [];
  });
  const ownCase = caseTeamId !== null && teamIds.includes(caseTeamId) ? caseId : null;
  return { ...rest, postedAt: iso(postedAt), fetchedAt: iso(fetchedAt), storedAt: iso(storedAt), matches, caseId: ownCase };
}

/** @returns rows by mention id, for every team; ids that do not exist are left out */
export async function mentionRows(asks: Asks, ids: readonly string[]): Promise<Map<string, MentionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<MentionRow>(`${MENTIONS} where m.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * @param teamIds of whoever looks
 * @returns views by mention id; mentions of other teams only are left out like those that do not exist
 */
export async function mentionViews(
  asks: Asks,
  ids: readonly string[],
  teamIds: readonly string[],
): Promise<Map<string, MentionView>> {
  const rows = [...(await mentionRows(asks, ids)).values()].filter((row) => row.teamIds.some((id) => teamIds.includes(id)));
  return new Map(rows.map((row) => [row.id, toMentionView(row, teamIds)]));
}

/** For a statement that reads more than the posts: the latest posts of a case as JSON, the latest first. */
export const mentionsJson = (caseId: string, teamId: string) =>
  objectsAsJson(
    { ...IN_CASE, caseTeamId: `${teamId}::text` },
    `(select * from mention where case_id = ${caseId} order by posted_at desc, id desc limit ${SHOWN_IN_CASE}) m`,
    'm.posted_at desc, m.id desc',
  );

/** @returns the posts of what mentionsJson read, oldest first, as the case's own team sees them */
export function mentionsOfJson(rows: readonly JsonRow<MentionRow>[]): MentionView[] {
  const dated = rows.map((row) => withDates<MentionRow>(row, ['postedAt', 'fetchedAt', 'storedAt']));
  return dated.reverse().map((row) => toMentionView(row, row.caseTeamId === null ? [] : [row.caseTeamId]));
}
