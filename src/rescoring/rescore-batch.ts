/** Writes fresh scores onto mentions and the open cases they are in, and moves the job's cursor: one transaction. */
import type { Scores } from '#libs/scoring/score-post.js';
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { keepCorrected } from './keep-corrected.js';

/** The order in which others lock mentions too. */
const LOCK = `
  select id, scores, sentiment, intent from mention where id = any($1::bigint[]) and state <> 'deleted' order by id for no key update`;

const CHANGE_MENTIONS = `
  update mention m set scores = f.scores, lang = f.scores -> 'language' ->> 'code', sentiment = f.scores -> 'sentiment' ->> 'label',
    sentiment_score = (f.scores -> 'sentiment' ->> 'score')::real, intent = f.scores -> 'intent' ->> 'label',
    urgency = (f.scores -> 'urgency' ->> 'score')::real, risk = (f.scores -> 'risk' ->> 'score')::real
  from jsonb_to_recordset($1::jsonb) as f(id bigint, scores jsonb) where m.id = f.id returning m.case_id`;

/** A case is as risky and urgent as its worst post, and labelled as the post that opened it: as ingest does it. Its promises stay as they were made. */
const CHANGE_CASES = `
  with f as (
    select c.id, max(m.risk) as risk, max(m.urgency) as urgency, (array_agg(m.sentiment order by m.id))[1] as sentiment,
      (array_agg(m.sentiment_score order by m.id))[1] as score, (array_agg(m.intent order by m.id))[1] as intent,
      coalesce((array['low', 'medium', 'high'])[max(array_position(array['low', 'medium', 'high'], m.scores -> 'risk' ->> 'level'))], 'low') as level,
      bool_or(m.scores -> 'urgency' -> 'reasons' @> '[{"code": "corrected"}]') as by_hand
    from desk_case c join mention m on m.case_id = c.id where c.id = any($1::bigint[]) and c.status <> 'resolved' group by c.id),
  b as (select id, risk_level, urgency from desk_case where id = any($1::bigint[]) order by id for no key update)
  update desk_case c set risk = f.risk, urgency = case when f.by_hand then c.urgency else f.urgency end, risk_level = f.level,
    sentiment = f.sentiment, sentiment_score = f.score, intent = f.intent, version = c.version + 1
  from f join b using (id)
  where c.id = f.id and (c.risk, c.urgency, c.risk_level, c.sentiment, c.sentiment_score, c.intent) is distinct from
    (f.risk, case when f.by_hand then c.urgency else f.urgency end, f.level, f.sentiment, f.score, f.intent)
  returning c.id, c.team_id as "teamId", b.risk_level as "before", c.risk_level as "after"`;

type Levels = { id: string; teamId: string; before: string; after: string };

/** @param fresh scores by mention id @returns how many mentions have another sentiment, intent or level of risk now */
export async function rescoreBatch(tx: Tx, at: Date, fresh: ReadonlyMap<string, Scores>): Promise<number> {
  const stored = await tx.query<{ id: string; scores: Partial<Scores> }>(LOCK, [[...fresh.keys()]]);
  let changed = 0;
  const rows = stored.flatMap(({ id, scores: before }) => {
    const scores = keepCorrected(before, fresh.get(id) as Scores);
    if (labelsOf(before) !== labelsOf(scores)) changed++;
    return [{ id, scores }];
  });
  const touched = await tx.query<{ case_id: string | null }>(CHANGE_MENTIONS, [JSON.stringify(rows)]);
  await changeCases(tx, at, [...new Set(touched.flatMap((row) => row.case_id ?? []))]);
  return changed;
}

const labelsOf = ({ sentiment, intent, risk }: Partial<Scores>) => `${sentiment?.label} ${intent?.label} ${risk?.level}`;

/** A case's history tells of another level of risk; whoever has the list open sees every change. */
async function changeCases(tx: Tx, at: Date, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const cases = await tx.query<Levels>(CHANGE_CASES, [ids]);
  const levels = cases.filter(({ before, after }) => before !== after);
  await tx.query(
    `insert into activity (case_id, at, kind, data) select id, $2, 'rescored', jsonb_build_object('from', "before", 'to', "after")
     from jsonb_to_recordset($1::jsonb) as r(id bigint, "before" text, "after" text)`,
    [JSON.stringify(levels), at],
  );
  const events = cases.map(({ id, teamId }) => ({
    kind: 'case.changed' as const,
    teamIds: [teamId],
    payload: { caseId: id, why: 'rescored' as const },
  }));
  await addEvents(tx, at, events);
}
