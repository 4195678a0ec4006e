/** Cases by the million, as ingest leaves them behind: author, mention, clocks and history; nine in ten are resolved. Invented, by SQL alone. */
import type pg from 'pg';
import type { BenchDesk } from './bench-desk.ts';

const OPEN_SHARE = 10;

/** Foreign keys hold by construction: checking each of them would take an hour. */
const SEED = (cases: number) => `
  set session_replication_role = replica;
  set synchronous_commit = off;
  insert into author (id, network, key, handle, name, followers, first_heard_at)
  select i, 'webhook', 'seed' || i, 'seed' || i, 'Customer ' || i, i % 5000, now() - interval '1 day' from generate_series(1, ${cases}) as i;
  insert into desk_case (id, team_id, watch_id, author_id, source_id, network, status, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level,
    preview, posted_at, opened_at, last_mention_at, next_due_at, next_warn_at, waiting_since, resolved_at, outcome, answered_at, promise_ids)
  select i, t.id, w.id, i, s.id, 'webhook', case when open then 'open' else 'resolved' end, 'high', -0.8, 'negative', 'complaint', 0.5, 0.4, 'medium',
    jsonb_build_object('lang', 'en', 'text', 'Lumen Air lost my bag on flight ' || i, 'ranges', jsonb_build_array()), at, at, at,
    case when open then at + interval '30 days' end, case when open then at + interval '20 days' end, case when open then at end,
    case when not open then at + interval '20 minutes' end, case when not open then 'solved' end, case when not open then at + interval '15 minutes' end,
    array(select p.id from promise p join standard_version v on v.id = p.standard_version_id join standard s on s.id = v.standard_id where s.retired_at is null)
  from generate_series(1, ${cases}) as i
  cross join lateral (select i % ${OPEN_SHARE} = 0 as open, date_trunc('milliseconds', now() - interval '1 day' + i * interval '10 milliseconds') as at) as x
  cross join (select min(id) as id from team) t cross join (select min(id) as id from watch) w cross join (select min(id) as id from source) s;
  insert into mention (id, source_id, external_id, network, author_id, text, lang, thread, posted_at, fetched_at, stored_at, sentiment_score, sentiment, intent,
    urgency, risk, scores, matches, team_ids, watch_ids, words, case_id)
  select c.id, c.source_id, 'seed' || c.id, 'webhook', c.author_id, c.preview ->> 'text', 'en', 'seed' || c.id, c.posted_at, c.posted_at, c.posted_at, -0.8,
    'negative', 'complaint', 0.5, 0.4, $scores$${JSON.stringify(scores())}$scores$, '[]', array[c.team_id], array[c.watch_id], to_tsvector('simple', 'lumen air'), c.id
  from desk_case c where c.author_id <= ${cases};
  insert into clock (case_id, kind, promise_id, started_at, warn_at, due_at, fires_at, stopped_at)
  select c.id, v.terms ->> 'clock', p.id, c.posted_at, c.posted_at + interval '20 days', c.posted_at + interval '30 days',
    case when c.status = 'open' then c.posted_at + interval '20 days' end, c.answered_at
  from desk_case c join promise p on p.id = any (c.promise_ids) join standard_version v on v.id = p.standard_version_id;
  insert into activity (case_id, at, kind, data)
  select c.id, c.opened_at, 'opened', jsonb_build_object('mentions', jsonb_build_array(c.id::text), 'posts', jsonb_build_array(
    jsonb_build_object('id', c.id::text, 'at', c.posted_at, 'known', c.posted_at, 'needs', true))) from desk_case c;
  select setval('author_id_seq', ${cases}), setval('desk_case_id_seq', ${cases}), setval('mention_id_seq', ${cases});
  reset session_replication_role;
  reset synchronous_commit;`;

function scores() {
  const scored = { score: 0.5, reasons: [] };
  return {
    version: '4',
    language: { code: 'en', confidence: 0.99 },
    sentiment: { score: -0.8, label: 'negative', reasons: [] },
    intent: { label: 'complaint', confidence: 0.9, reasons: [] },
    urgency: scored,
    risk: { ...scored, level: 'medium' },
    signals: [],
  };
}

/** @param db a superuser's connection to a desk's database with a team, a watch and a source; every standard in force must promise 30 days and warn at two thirds (promiseDays) */
export async function seedCases(db: pg.Client, cases: number): Promise<void> {
  for (const statement of SEED(cases).split(/;\n/)) if (statement.trim()) await db.query(statement);
  // What a desk of that size has told in a day: a table that was empty a moment ago is read by plans for an empty one, until the server has counted it.
  await db.query(
    `insert into outbox_event (seq, kind, at, payload) select i, 'case.seen', now(), '{}' from generate_series(1, 100000) as i`,
  );
  await db.query('vacuum analyze');
}

/** @returns the ids of the open cases, in no order */
export async function openCases(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(`select id from desk_case where status = 'open' order by md5(id::text)`);
  return rows.map((r) => r.id);
}

/** Replaces what a new desk promises by an acknowledgement and an answer within 30 days: a million cases seeded at once must not all be late at once. */
export async function promiseDays(desk: BenchDesk): Promise<void> {
  const { items } = await desk.call('GET', '/standards');
  for (const clock of ['acknowledge', 'human-response']) {
    const terms = { clock, scope: {}, percent: 90, targetSeconds: 30 * 86_400, warnShares: [2 / 3] };
    const { id } = await desk.call('POST', '/standards', { terms });
    await desk.call('POST', `/standards/${id}/publish`, { reason: 'for a benchmark' });
  }
  for (const { id } of items) await desk.call('POST', `/standards/${id}/retire`, { reason: 'for a benchmark' });
}
