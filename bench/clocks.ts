/**
 * Firing: how late clocks breach with a million open ones and two worker processes, by the time at which PostgreSQL committed it; none early, none
 * twice; what it costs, and what two processes cost that have nothing to fire. `npm run bench:clocks`; fewer clocks: BENCH_CLOCKS=100000
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { quantile, startDesk, startServer, type BenchDesk } from './support/bench-desk.ts';
import { costs as costsOf, load } from './support/processor-time.ts';

const CLOCKS = Number(process.env['BENCH_CLOCKS'] ?? 1_000_000);
/** One clock after the other, as far apart as in a busy desk; then so many that come due within one second. */
const STEADY = { clocks: 3000, seconds: 60 };
const BURST = { clocks: 5000, seconds: 1 };
const IDLE_SECONDS = 20;
/** Statements of the firing path; BEGIN and COMMIT of its transactions are counted by the statement they hold. */
const FIRING = `(query like '%fires_at%' or query like '%clocks_stale limit%' or query like '%clock-unacceptable%' or query like 'with mine as (%insert into outbox_event%')`;

const server = await startServer({ track_commit_timestamp: 'on', shared_preload_libraries: 'pg_stat_statements' });
const key = randomBytes(32).toString('hex');
const desks: BenchDesk[] = [];
for (let i = 0; i < 2; i++) desks.push(await startDesk({ DATABASE_URL: server.url, EARSHOT_KEY: key }));
const db = new pg.Client({ connectionString: server.url });
await db.connect();
try {
  await db.query('create extension pg_stat_statements');
  await fill();
  await idle();
  await fire('one after the other', 'steady', STEADY);
  await fire('in one second', 'burst', BURST);
} finally {
  await db.end();
  for (const desk of desks) await desk.stop();
  await server.stop();
}

/** Open cases with two clocks each that are due in a day. Invented, by SQL alone; foreign keys hold by construction. */
async function fill(): Promise<void> {
  await desks[0]?.call('POST', '/watches', { name: 'Bench', kind: 'brand', query: 'bench' });
  await desks[0]?.call('POST', '/sources', { kind: 'webhook', name: 'Bench', settings: {}, intervalSeconds: 60 });
  const began = performance.now();
  await db.query('set session_replication_role = replica; set synchronous_commit = off');
  await addCases('far', CLOCKS / 2, `now() + interval '1 day' + i * interval '1 millisecond'`, ['acknowledge', 'human-response']);
  // What a desk of that size has told in a day; a table that was empty a moment ago is read by plans for an empty one.
  await db.query(
    `insert into outbox_event (seq, kind, at, payload) select i, 'case.seen', now(), '{}' from generate_series(1, 100000) as i`,
  );
  await db.query('reset session_replication_role; reset synchronous_commit');
  await db.query('vacuum analyze');
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from clock where fires_at is not null`);
  console.log(
    `${rows[0]?.n.toLocaleString('en')} open clocks written in ${((performance.now() - began) / 1000).toFixed(0)} s; load ${load()}`,
  );
}

/** @param due SQL over `i`, from 1 */
async function addCases(name: string, count: number, due: string, kinds: string[]): Promise<void> {
  await db.query(
    `with a as (insert into author (network, key, first_heard_at) select 'bench', $1 || i, now() from generate_series(1, $2::int) as i returning id, key),
     c as (
       insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level, preview,
         posted_at, opened_at, last_mention_at, next_due_at, next_warn_at, waiting_since)
       select t.id, w.id, a.id, s.id, 'bench', 'normal', 0, 'neutral', 'complaint', 0, 0, 'low', '{}', now(), now(), now(), x.due, x.due, now()
       from a cross join lateral (select substr(a.key, length($1) + 1)::int as i) as n cross join lateral (select ${due} as due) as x
       cross join (select min(id) as id from team) t cross join (select min(id) as id from watch) w cross join (select min(id) as id from source) s
       returning id, next_due_at)
     insert into clock (case_id, kind, started_at, warn_at, due_at, fires_at) select c.id, k, now(), next_due_at, next_due_at, next_due_at
     from c cross join unnest($3::text[]) as k`,
    [name, count, kinds],
  );
}

async function idle(): Promise<void> {
  const before = costs();
  await db.query('select pg_stat_statements_reset()');
  await new Promise((done) => setTimeout(done, IDLE_SECONDS * 1000));
  const after = costs();
  const statements = await clockStatements();
  console.log(
    `idle: ${(statements / IDLE_SECONDS).toFixed(1)} statements/s for clocks; whole processes ${share(before.desk, after.desk)} of a core, PostgreSQL ${share(before.database, after.database)}`,
  );
}

function share(from: number, to: number): string {
  return `${(((to - from) / IDLE_SECONDS) * 100).toFixed(1)} %`;
}

async function fire(what: string, name: string, { clocks, seconds }: typeof STEADY): Promise<void> {
  const start = `'${new Date(Date.now() + 5000).toISOString()}'::timestamptz`;
  await addCases(name, clocks, `${start} + i * interval '1 millisecond' * ${(seconds * 1000) / clocks}`, ['human-response']);
  await db.query('analyze clock');
  await db.query('select pg_stat_statements_reset()');
  const before = costs();
  const last = `${start} + interval '${seconds} seconds'`;
  for (const end = Date.now() + 180_000; ; await new Promise((done) => setTimeout(done, 1000))) {
    const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from clock where fires_at <= ${last}`);
    if (rows[0]?.n === 0) break;
    if (Date.now() > end) throw new Error(`${rows[0]?.n} clocks have not fired`);
  }
  const after = costs();
  const { rows } = await db.query<{ late: number; n: number }>(
    `select extract(epoch from min(pg_xact_commit_timestamp(e.xmin)) - min(k.due_at))::float * 1000 as late, count(*)::int as n
     from outbox_event e join clock k on k.id = (e.payload ->> 'clockId')::bigint join desk_case c on c.id = k.case_id join author a on a.id = c.author_id
     where e.kind = 'clock.breached' and a.key like '${name}%' group by k.id`,
  );
  const late = rows.map((r) => r.late);
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((q) => quantile(late, q).toFixed(1));
  console.log(`${clocks.toLocaleString('en')} clocks ${what} (${Math.round(clocks / seconds)}/s), load ${load()}:`);
  console.log(`  late by ms: p50 ${p50}, p90 ${p90}, p99 ${p99}, most ${Math.max(...late).toFixed(1)}`);
  console.log(
    `  fired ${late.length}; early ${late.filter((ms) => ms <= 0).length}; twice ${rows.filter((r) => r.n > 1).length}; not at all ${clocks - late.length}`,
  );
  const each = (n: number) => (n / clocks).toFixed(2);
  console.log(
    `  a clock costs ${each(await clockStatements())} statements; with escalations and all else ${each((after.desk - before.desk) * 1000)} ms of both processes, ${each((after.database - before.database) * 1000)} ms of PostgreSQL`,
  );
  await show();
}

async function clockStatements(): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select coalesce(sum(calls), 0)::float as n from pg_stat_statements where ${FIRING} and query not like '%bench%' and query not like '%a.key%'`,
  );
  return rows[0]?.n ?? 0;
}

function costs() {
  return costsOf(...desks.map((d) => d.process.pid));
}

/** With BENCH_SHOW: the statements that cost most. */
async function show(): Promise<void> {
  if (!process.env['BENCH_SHOW']) return;
  const { rows } = await db.query(
    `select calls::int, rows::int, round(total_exec_time::numeric) as ms, round(mean_exec_time::numeric, 2) as mean, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
     from pg_stat_statements order by total_exec_time desc limit 14`,
  );
  console.table(rows);
}
