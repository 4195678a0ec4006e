/**
 * What-if: replays stored cases under changed terms through the API of a running desk and times it; says what the desk's memory did meanwhile.
 * Each case has four facts. `npm run bench:what-if`; another number of cases: BENCH_CASES=100000
 */
import pg from 'pg';
import { startDesk, startServer } from './support/bench-desk.ts';
import { costs, load, memoryOf } from './support/processor-time.ts';

const CASES = Number(process.env['BENCH_CASES'] ?? 1_000_000);
const server = await startServer();
const desk = await startDesk({ DATABASE_URL: server.url });
const db = new pg.Client({ connectionString: server.url });
await db.connect();
try {
  await fill();
  await run();
} finally {
  await db.end();
  await desk.stop();
  await server.stop();
}

async function fill(): Promise<void> {
  await desk.call('POST', '/watches', { name: 'Bench', kind: 'brand', query: 'bench' });
  const source = await desk.call('POST', '/sources', { kind: 'webhook', name: 'Bench', settings: {}, intervalSeconds: 60 });
  const { id } = source as { id: string };
  const began = performance.now();
  await db.query(`
    with a as (insert into author (network, key, first_heard_at) select 'bulk', i::text, now() from generate_series(1, ${CASES}) i returning id),
    c as (insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level,
        preview, mention_count, posted_at, opened_at, last_mention_at, status, resolved_at, outcome, promise_ids)
      select w.team_id, w.id, a.id, ${id}, 'bulk', (array['urgent', 'high', 'normal', 'low'])[1 + a.id % 4], 0, 'neutral', 'complaint', 0, 0, 'low',
        '{"lang": "en"}', 0, t, t, t, 'resolved', t + interval '3 hours', 'solved', array(select p.id from promise p)
      from a cross join (select id, team_id from watch limit 1) w cross join lateral (select now() - interval '20 days' * random() as t) x returning id, posted_at)
    insert into activity (case_id, at, kind, person_id, data)
    select c.id, c.posted_at + wait, kind, case when kind = 'opened' then null else (select min(id) from person) end,
      case when kind = 'opened' then jsonb_build_object('posts', jsonb_build_array(jsonb_build_object('id', c.id::text, 'at', c.posted_at, 'known', c.posted_at + interval '5 seconds', 'needs', true))) else '{}' end
    from c cross join lateral (values ('opened', interval '5 seconds'), ('claimed', interval '10 minutes' * random()), ('answered', interval '2 hours' * random()), ('resolved', interval '3 hours')) as f(kind, wait)`); // prettier-ignore
  await db.query('vacuum analyze activity, desk_case, author');
  console.log(
    `${CASES.toLocaleString('en')} cases with four facts each written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
}

async function run(): Promise<void> {
  const nine = [{ from: '09:00', to: '17:30' }];
  const rules = { zone: 'Europe/Istanbul', week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] } };
  const calendar = (await desk.call('POST', '/calendars', { name: 'Office', rules })) as { id: string };
  const before = memoryOf(desk.process.pid);
  const used = costs(desk.process.pid);
  const began = performance.now();
  const terms = { clock: 'human-response', scope: {}, targetSeconds: 3600, percent: 90, calendarId: calendar.id };
  const { id } = (await desk.call('POST', '/what-if', { terms, weeks: 4 })) as { id: string };
  let most = before;
  for (;;) {
    await new Promise((done) => setTimeout(done, 250));
    most = Math.max(most, memoryOf(desk.process.pid));
    const view = (await desk.call('GET', `/what-if/${id}`)) as { state: string; done: number; after: object };
    if (view.state !== 'done') continue;
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${view.done.toLocaleString('en')} cases replayed in ${seconds.toFixed(1)} s: ${Math.round(view.done / seconds).toLocaleString('en')} cases/s`,
    );
    const now = costs(desk.process.pid);
    const each = (n: number) => ((n / view.done) * 1e6).toFixed(1);
    console.log(
      `processor time a case: ${each(now.desk - used.desk)} µs of the desk, ${each(now.database - used.database)} µs of PostgreSQL; load ${load()}`,
    );
    console.log(`memory of the desk: ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`);
    return;
  }
}
