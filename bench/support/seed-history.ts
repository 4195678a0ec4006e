/** Ninety days of a big desk: mentions by the million, one in ten of them a case with two clocks, nearly all resolved. Invented, by SQL alone. */
import pg from 'pg';

const CHUNK = 500_000;
const DAYS = 90;
/** One case of so many mentions; one open case of so many cases. */
const MENTIONS_PER_CASE = 10;
const CASES_PER_OPEN = 200;

const SCORES = JSON.stringify({
  version: '6',
  language: { code: 'en', confidence: 0.99 },
  sentiment: { score: -0.8, label: 'negative', reasons: [] },
  intent: { label: 'complaint', confidence: 0.9, reasons: [] },
  urgency: { score: 0.5, reasons: [] },
  risk: { score: 0.5, reasons: [], level: 'medium' },
  signals: [],
});

/** The time of mention `i` of `$3`: evenly spread up to now. */
const AT = `now() - interval '${DAYS} days' * (1 - i::float / $3)`;
/** Words: two that are common, one of a thousand, one of a million. */
const TEXT = `'Lumen Air flight ' || i % 900 || ' was late and nobody answers, rare' || i % 1000 || case when i % 1000000 < 10 then ' seldom' || i % 1000000 else '' end`;

/** The same words as PostgreSQL would find in the text; it takes five times as long to find them. */
const WORDS = `('lumen air flight ' || i % 900 || ' was late and nobody answers rare' || i % 1000 || case when i % 1000000 < 10 then ' seldom' || i % 1000000 else '' end)::tsvector`;

const MENTIONS = `
  insert into mention (id, source_id, external_id, network, author_id, text, lang, thread, posted_at, fetched_at, stored_at, sentiment_score, sentiment, intent,
    urgency, risk, scores, matches, team_ids, watch_ids, words, case_id, state)
  select i, s.ids[1 + i % 5], 'seed' || i, 'webhook', 1 + i % 100000, ${TEXT}, (array['en', 'tr', 'sk', 'de'])[1 + i % 4], null, at, at, at, -0.5,
    (array['negative', 'neutral', 'positive'])[1 + i % 3], (array['complaint', 'question', 'praise', 'other', 'news'])[1 + i % 5], 0.5, 0.4, $4::jsonb, '[]',
    array[t.id], array[w.ids[1 + least(i % 40, 19)]], ${WORDS}, case when i % ${MENTIONS_PER_CASE} = 0 then i / ${MENTIONS_PER_CASE} end,
    case when i % 500 = 1 then 'spam' else 'heard' end
  from generate_series($1::bigint, $2::bigint) as i cross join lateral (select ${AT} as at) x cross join (select min(id) as id from team) t
  cross join (select array_agg(id order by id) as ids from watch) w cross join (select array_agg(id order by id) as ids from source) s`;

const CASES = `
  insert into desk_case (id, team_id, watch_id, author_id, source_id, network, status, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level,
    preview, posted_at, opened_at, last_mention_at, next_due_at, next_warn_at, waiting_since, resolved_at, outcome, answered_at, claimed_at, acknowledged_at, breached_at, promise_ids, warned)
  select i / ${MENTIONS_PER_CASE}, t.id, w.ids[1 + least(i % 40, 19)], 100000 + i / ${MENTIONS_PER_CASE}, s.ids[1 + i % 5], 'webhook', case when open then 'open' else 'resolved' end,
    'high', -0.5, 'negative', 'complaint', 0.5, 0.4, case when i % 70 = 0 then 'high' else 'medium' end, '{"lang": "en", "text": "Lumen Air flight", "ranges": []}', at, at, at,
    case when open then due end, case when open then due - interval '20 minutes' end, case when open then at end,
    case when not open then at + interval '2 hours' end, case when not open then 'solved' end, case when not open then at + interval '50 minutes' * (0.1 + i % 11 / 9.0) end,
    case when not open then at + interval '5 minutes' end, case when not open then at + interval '6 minutes' end, null, p.ids, open and due - interval '20 minutes' <= now()
  from generate_series($1::bigint, $2::bigint) as i
  cross join lateral (select ${AT} as at, i / ${MENTIONS_PER_CASE} % ${CASES_PER_OPEN} = 0 as open) x cross join lateral (select now() + interval '10 hours' * ((i / 2000 % 100) / 100.0 - 0.02) as due) d
  cross join (select min(id) as id from team) t cross join (select array_agg(id order by id) as ids from watch) w cross join (select array_agg(id order by id) as ids from source) s
  cross join (select array_agg(p.id order by p.id) as ids from promise p join standard_version v on v.id = p.standard_version_id where v.terms -> 'scope' -> 'priorities' ->> 0 = 'high') p
  where i % ${MENTIONS_PER_CASE} = 0`;

const CLOCKS = `
  insert into clock (case_id, kind, promise_id, started_at, warn_at, due_at, fires_at, stopped_at, breached_at, counted, counted_hour)
  select c.id, v.terms ->> 'clock', p.id, c.posted_at, due - interval '20 minutes', due, case when c.status = 'open' and due > now() then due end, c.answered_at,
    case when coalesce(c.answered_at, now()) > due then due end, case when coalesce(c.answered_at, now()) > due then 2 when c.answered_at is not null then 1 end,
    date_trunc('hour', case when coalesce(c.answered_at, now()) > due then due else c.answered_at end, 'UTC')
  from desk_case c cross join unnest(c.promise_ids) as promised join promise p on p.id = promised join standard_version v on v.id = p.standard_version_id
  cross join lateral (select coalesce(c.next_due_at, c.posted_at + interval '1 second' * (v.terms ->> 'targetSeconds')::int) as due) d
  where c.id >= $1 and c.id <= $2`;

/** For whoever loads: foreign keys hold by construction, and checking each of them would take an hour. */
const LOADING = "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'";
/** What PostgreSQL of a benchmark may do while it is filled, and not afterwards. */
const FILLING = { autovacuum: 'off', fsync: 'off', full_page_writes: 'off', max_parallel_maintenance_workers: '0' };

/**
 * Two connections load at once, one for each core of the usual machine; indexes and the key of posts are made when all is there.
 * @param url of a superuser of a desk's database with a team, watches and sources
 * @returns how many cases there are
 */
export async function seedHistory(url: string, mentions: number): Promise<number> {
  const cases = Math.floor(mentions / MENTIONS_PER_CASE);
  const loaders = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  for (const db of loaders) await db.connect();
  for (const db of loaders) await db.query(LOADING);
  const [db] = loaders as [pg.Client, pg.Client];
  for (const [name, value] of Object.entries(FILLING)) await db.query(`alter system set ${name} = '${value}'`);
  await db.query('select pg_reload_conf()');
  const made = await dropIndexes(db);
  await db.query(
    `insert into author (id, network, key, handle, name, followers, first_heard_at)
     select i, 'webhook', 'seed' || i, 'seed' || i, 'Customer ' || i, i % 5000, now() from generate_series(1, $1::int) as i`,
    [100_000 + cases],
  );
  const chunks = Array.from({ length: Math.ceil(mentions / CHUNK) }, (_, n) => n * CHUNK + 1);
  await shared(loaders, chunks, async (loader, first) => {
    const last = Math.min(mentions, first + CHUNK - 1);
    await loader.query(MENTIONS, [first, last, mentions, SCORES]);
    await loader.query(CASES, [first, last, mentions]);
    await loader.query(CLOCKS, [Math.ceil(first / MENTIONS_PER_CASE), Math.floor(last / MENTIONS_PER_CASE)]);
  });
  await shared(loaders, made, (loader, sql) => loader.query(sql));
  await shared(loaders, COUNTED, (loader, sql) => loader.query(sql));
  await db.query(`select setval('author_id_seq', (select max(id) from author)), setval('desk_case_id_seq', (select max(id) from desk_case)), setval('mention_id_seq', (select max(id) from mention))`); // prettier-ignore
  await shared(loaders, ['mention', 'desk_case, clock, author', ''], (loader, tables) =>
    loader.query(`vacuum analyze ${tables}`),
  );
  for (const name of Object.keys(FILLING)) await db.query(`alter system reset ${name}`);
  await db.query('select pg_reload_conf()');
  for (const loader of loaders) await loader.end();
  return cases;
}

/** Each loader takes the next of the jobs when it has done one. */
async function shared<T>(
  loaders: pg.Client[],
  jobs: readonly T[],
  work: (loader: pg.Client, job: T) => Promise<unknown>,
): Promise<void> {
  const left = [...jobs];
  await Promise.all(
    loaders.map(async (loader) => {
      for (let job = left.shift(); job !== undefined; job = left.shift()) await work(loader, job);
    }),
  );
}

/** @returns what makes the indexes of the big tables again, primary keys aside: others stand on those */
async function dropIndexes(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string; made: string; unique: string | null; on: string }>(
    `select i.indexname as name, i.indexdef as made, i.tablename as on, c.contype as unique
     from pg_indexes i left join pg_constraint c on c.conname = i.indexname
     where i.tablename in ('mention', 'desk_case', 'clock') and coalesce(c.contype, 'i') in ('i', 'u')`,
  );
  for (const { name, unique, on } of rows)
    await db.query(unique ? `alter table ${on} drop constraint ${name}` : `drop index ${name}`);
  const again = rows.map(
    ({ name, made, unique, on }) => made + (unique ? `; alter table ${on} add unique using index ${name}` : ''),
  );
  // The longest first, so that neither loader waits long for the other at the end.
  return again.sort((a, b) => Number(b.includes('gin')) - Number(a.includes('gin')));
}

const COUNTED = [
  `insert into mention_hour (watch_id, hour, n, negative, positive)
   select w, date_trunc('hour', posted_at, 'UTC'), count(*), count(*) filter (where sentiment = 'negative'), count(*) filter (where sentiment = 'positive') from mention cross join unnest(watch_ids) as w group by 1, 2`,
  `insert into heard_hour (team_id, hour, n, negative, positive)
   select team_ids[1], date_trunc('hour', stored_at, 'UTC'), count(*), count(*) filter (where sentiment = 'negative'), count(*) filter (where sentiment = 'positive') from mention group by 1, 2`,
  `insert into decided_hour (team_id, promise_id, hour, met, late, unacceptable, excluded, withdrawn)
   select c.team_id, k.promise_id, k.counted_hour, count(*) filter (where counted = 1), count(*) filter (where counted = 2), 0, 0, 0
   from clock k join desk_case c on c.id = k.case_id where counted > 0 group by 1, 2, 3`,
];
