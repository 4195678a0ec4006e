/**
 * Takes the content of mentions away and leaves a tombstone: that something was heard, when, and how it was judged, but no word of it.
 * Used when the author deleted the post, when its time of keeping is over, and when a person asks to be forgotten.
 */
import type { Tx } from '../database/database.js';
import { addEvents, type NewEvent } from '../outbox/append.js';

export type WhyForgotten = 'author' | 'retention' | 'erasure';

/** Rows touched, by table: what a certificate counts. */
export type Counts = Record<string, number>;

const GONE = `
  update mention m set state = 'deleted', deleted_at = $2, deleted_why = $3, text = '', words = '', url = null, extra = null, fingerprint = null,
    matches = (select coalesce(jsonb_agg(x || '{"ranges": []}'), '[]') from jsonb_array_elements(m.matches) as x),
    scores = m.scores || jsonb_build_object('signals', '[]'::jsonb, 'sentiment', (m.scores -> 'sentiment') || '{"reasons": []}',
      'intent', (m.scores -> 'intent') || '{"reasons": []}', 'urgency', (m.scores -> 'urgency') || '{"reasons": []}',
      'risk', (m.scores -> 'risk') || '{"reasons": []}')
  where id = any($1::bigint[]) and (state <> 'deleted' or text <> '')
  returning id, case_id as "caseId", team_ids as "teamIds"`;

/** A case shows the latest post that is left, or nothing. */
const PREVIEWS = `
  update desk_case c set version = version + 1, preview = coalesce((
    select jsonb_build_object('text', left(m.text, 400), 'lang', m.lang, 'ranges', coalesce((
      select jsonb_agg(r) from jsonb_array_elements(m.matches) as x, jsonb_array_elements(x -> 'ranges') as r
      where x ->> 'watchId' = c.watch_id::text and (r ->> 'end')::int <= 400), '[]'))
    from mention m where m.case_id = c.id and m.state <> 'deleted' order by m.author_id = c.author_id desc, m.posted_at desc, m.id desc limit 1),
    '{"text": "", "lang": "und", "ranges": []}')
  where id = any($1::bigint[]) returning id, team_id as "teamId"`;

/**
 * Cases whose last ask was taken back with these posts: nothing that waits for an answer is left in them. Their clocks end without a verdict
 * (libs/sla/runs.ts). What only grew too old to be kept was not taken back.
 */
const TAKEN_BACK = `
  with gone as (select distinct case_id from mention where id = any($1::bigint[]) and case_id is not null),
  asked as (
    select x.case_id, (p ->> 'id')::bigint as id from gone join activity x using (case_id)
    cross join lateral jsonb_array_elements(case when x.data ? 'posts' then x.data -> 'posts' else '[]' end) as p
    where x.kind in ('opened', 'mention-joined') and (p ->> 'needs')::boolean and (p ->> 'closing')::boolean is not true
    union all
    -- Opened by hand from a post that asked for nothing by itself.
    select x.case_id, m::bigint from gone join activity x using (case_id) cross join lateral jsonb_array_elements_text(x.data -> 'mentions') as m
    where x.kind = 'opened' and x.person_id is not null and x.data ? 'mentions'),
  over as (
    select asked.case_id from asked join mention m using (id) group by asked.case_id
    having bool_or(m.id = any($1::bigint[])) and bool_and(m.state = 'deleted' and m.deleted_why is distinct from 'retention')),
  noted as (insert into activity (case_id, at, kind, data) select case_id, $2, 'withdrawn', '{}' from over returning case_id)
  update desk_case c set clocks_stale = true from noted where c.id = noted.case_id`;

interface Gone {
  id: string;
  caseId: string | null;
  teamIds: string[];
}

/**
 * @param ids of mentions; those that are forgotten already are left alone
 * @returns how many rows of each table were emptied or removed
 */
export async function forgetMentions(tx: Tx, ids: readonly string[], now: Date, why: WhyForgotten): Promise<Counts> {
  if (ids.length === 0) return {};
  const gone = await tx.query<Gone>(GONE, [ids, now, why]);
  if (gone.length === 0) return {};
  const goneIds = gone.map((m) => m.id);
  const versions = await tx.query('delete from mention_version where mention_id = any($1::bigint[]) returning 1', [goneIds]);
  const lessons = await tx.query(
    `update correction set text = '', undone_at = coalesce(undone_at, $2) where mention_id = any($1::bigint[]) and text <> '' returning 1`,
    [goneIds, now],
  );
  const caseIds = [...new Set(gone.flatMap((m) => m.caseId ?? []))];
  const cases = await refreshPreviews(tx, caseIds);
  const events: NewEvent[] = gone.map(({ id, teamIds }) => ({ kind: 'mention.changed', teamIds, payload: { mentionId: id } }));
  if (why !== 'retention') {
    await noteInCases(tx, gone, now, why);
    if (caseIds.length > 0) await tx.query(TAKEN_BACK, [goneIds, now]);
  }
  for (const { id, teamId } of cases) events.push({ kind: 'case.changed', teamIds: [teamId], payload: { caseId: id, why: 'mention-deleted' } }); // prettier-ignore
  const cancelled = await cancelReplies(tx, goneIds, now, events);
  await addEvents(tx, now, events);
  return { mention: gone.length, mention_version: versions.length, correction: lessons.length, desk_case: cases.length, reply_cancelled: cancelled }; // prettier-ignore
}

/** The cards of cases show what is left, or changed, of their latest posts. @returns the cases with their teams */
export function refreshPreviews(tx: Tx, caseIds: readonly string[]): Promise<{ id: string; teamId: string }[]> {
  return tx.query(PREVIEWS, [caseIds]);
}

async function noteInCases(tx: Tx, gone: readonly Gone[], now: Date, why: WhyForgotten): Promise<void> {
  const rows = gone.flatMap(({ id, caseId }) => (caseId === null ? [] : [{ id, caseId }]));
  await tx.query(
    `insert into activity (case_id, at, kind, data)
     select "caseId", $2, 'mention-deleted', jsonb_build_object('mention', id::text, 'why', $3::text)
     from jsonb_to_recordset($1::jsonb) as r(id bigint, "caseId" bigint)`,
    [JSON.stringify(rows), now, why],
  );
}

/** What waits to be said under a post that is gone is not said. */
async function cancelReplies(tx: Tx, ids: readonly string[], now: Date, events: NewEvent[]): Promise<number> {
  const rows = await tx.query<{ id: string; caseId: string; teamId: string }>(
    `update reply r set state = 'cancelled', due_at = null, problem = 'the post it answers was deleted' from desk_case c
     where r.mention_id = any($1::bigint[]) and r.state in ('waiting', 'awaiting') and r.attempts = 0 and c.id = r.case_id
     returning r.id, c.id as "caseId", c.team_id as "teamId"`,
    [ids],
  );
  for (const { id, caseId, teamId } of rows) {
    await tx.query(`insert into activity (case_id, at, kind, data) values ($1, $2, 'reply-cancelled', $3)`, [caseId, now, JSON.stringify({ reply: id })]); // prettier-ignore
    events.push({ kind: 'reply.changed', teamIds: [teamId], payload: { replyId: id } });
  }
  return rows.length;
}
