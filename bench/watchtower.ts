/**
 * What people ask for with ten million mentions behind it: the Watchtower, foresight, attainment, and the list of mentions searched and filtered,
 * through the API of a running desk, one after the other; and what this machine takes for the least that can be asked: one row by key, from a bare
 * server and from the desk, before and after all else. `npm run bench:watchtower`; fewer mentions: BENCH_MENTIONS=100000; BENCH_KEEP=folder keeps what
 * was written for the next run; BENCH_ONLY=Foresight,spam asks only what is named so; BENCH_SHOW=1 names the statements that cost most.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { quantile, startDesk, startFloor, startServer } from './support/bench-desk.ts';
import { costs, load } from './support/processor-time.ts';
import { seedHistory } from './support/seed-history.ts';

const MENTIONS = Number(process.env['BENCH_MENTIONS'] ?? 10_000_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 100);
const AIM_MS = 50;
const LONGEST_CATCH_UP_MS = 120_000;
/** Processor time of desk and database in a second in which they rest. */
const REST_SECONDS = 0.15;
const FLOOR_ROUNDS = 300;
const WARM_UP = 100;

const KEEP = process.env['BENCH_KEEP'];

const folder = KEEP ?? mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
const server = await startServer({ shared_preload_libraries: 'pg_stat_statements' }, folder);
const start = () => startDesk({ DATABASE_URL: server.url, EARSHOT_DATA_DIR: path.join(folder, 'desk') });
let desk = await start();
const db = new pg.Client({ connectionString: server.url });
await db.connect();
try {
  await db.query('create extension if not exists pg_stat_statements');
  const { rows: heard } = await db.query('select from mention limit 1');
  if (heard.length === 0) await fill();
  const only = (process.env['BENCH_ONLY'] ?? '').split(',');
  await untilRested();
  await floors('At the start');
  for (const [name, at] of await asked()) if (only.some((words) => name.includes(words))) await measure(name, at);
  await floors('At the end');
} finally {
  await db.end();
  await desk.stop();
  await server.stop();
  if (KEEP === undefined) rmSync(folder, { recursive: true, force: true });
}

async function fill(): Promise<void> {
  for (let i = 0; i < 20; i++) await desk.call('POST', '/watches', { name: `Brand ${i}`, kind: 'brand', query: `brand${i}` });
  for (let i = 0; i < 5; i++) {
    const source = { kind: 'webhook', name: `Source ${i}`, settings: {}, intervalSeconds: 60 };
    await desk.call('POST', '/sources', source);
  }
  // Without indexes the desk would read whole tables meanwhile, four times a second.
  await desk.stop();
  const began = performance.now();
  const cases = await seedHistory(server.url, MENTIONS);
  const { rows } = await db.query<{ size: string }>(`select pg_size_pretty(pg_database_size(current_database())) as size`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  desk = await start();
  console.log(`${MENTIONS.toLocaleString('en')} mentions and ${cases.toLocaleString('en')} cases with two clocks each over 90 days written in ${seconds} s: ${rows[0]?.size}`); // prettier-ignore
}

/** [what, path under /api/v1] */
async function asked(): Promise<[string, string][]> {
  const day = 86_400_000;
  const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
  const { items } = (await desk.call('GET', '/watches')) as { items: { id: string }[] };
  const standards = (await desk.call('GET', '/standards')) as {
    items: { id: string; inForce: { terms: { clock: string; scope: { priorities: string[] } } } | null }[];
  };
  const high = standards.items.find(
    ({ inForce }) => inForce?.terms.clock === 'acknowledge' && inForce.terms.scope.priorities.includes('high'),
  );
  const clocks = `/standards/${high?.id}/clocks?limit=50&show=`;
  const last = `watchId=${items.at(-1)?.id}`;
  const deep = await cursorAfter('/mentions?limit=50', 40);
  return [
    ['Watchtower', '/watchtower'],
    ['Foresight', '/foresight'],
    ['Attainment, 8 weeks', '/standards/attainment?weeks=8'],
    ['Clocks in time behind a figure', `${clocks}met`],
    ['Clocks that were late', `${clocks}late`],
    ['Clocks that were late, page 20', `${clocks}late&cursor=${encodeURIComponent(await cursorAfter(`${clocks}late`, 20))}`],
    ['Clocks of all standards in 24 hours, in time', '/watchtower/clocks?limit=50&show=met'],
    ['Clocks of all standards in 24 hours, late', '/watchtower/clocks?limit=50&show=late'],
    ['Clocks past what is acceptable', `${clocks}unacceptable`],
    ['Clocks left out of the count', `${clocks}excluded`],
    ['Clocks taken back', `${clocks}withdrawn`],
    ['Coverage', '/coverage'],
    ['Queue, all open', '/cases?view=open&limit=50'],
    ['Queue, at risk', '/cases?view=at-risk&limit=50'],
    ['Badges of the queue', '/cases/counts'],
    ['Queue, a common word', '/cases?view=all&limit=50&q=flight'],
    ['Queue, a word of one in a thousand', '/cases?view=all&limit=50&q=rare500'],
    ['Queue, a word of one in a million', '/cases?view=all&limit=50&q=seldom0'],
    ['Watches', '/watches?limit=50'],
    ['Chart of four weeks of mentions', '/mentions/volume'],
    ['Mentions, newest', '/mentions?limit=50'],
    ['Mentions, page 40', `/mentions?limit=50&cursor=${encodeURIComponent(deep)}`],
    ['Mentions of a watch', `/mentions?limit=50&${last}`],
    ['Mentions, a common word', '/mentions?limit=50&q=flight'],
    ['Mentions, a word of one in a thousand', '/mentions?limit=50&q=rare500'],
    ['Mentions, a word of one in a million', '/mentions?limit=50&q=seldom7'],
    ['Mentions, two words', `/mentions?limit=50&q=${encodeURIComponent('flight rare500')}`],
    ['Mentions, a word that is nowhere', '/mentions?limit=50&q=nowhere'],
    ['Mentions, negative complaints of a watch', `/mentions?limit=50&${last}&sentiment=negative&intent=complaint`],
    ['Mentions of a week', `/mentions?limit=50&from=${ago(60)}&to=${ago(53)}`],
    ['Mentions of a week, a common word', `/mentions?limit=50&from=${ago(60)}&to=${ago(53)}&q=flight`],
    ['Mentions of a week, one in a thousand', `/mentions?limit=50&from=${ago(60)}&to=${ago(53)}&q=rare500`],
    ['Mentions in Slovak, negative', '/mentions?limit=50&language=sk&sentiment=negative'],
    ['Mentions, spam', '/mentions?limit=50&state=spam'],
  ];
}

async function cursorAfter(at: string, pages: number): Promise<string> {
  let cursor = '';
  for (let page = 0; page < pages; page++) {
    const list = (await desk.call('GET', `${at}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)) as { nextCursor: string };
    cursor = list.nextCursor;
  }
  return cursor;
}

/** Kept for hours, a database has hundreds of promises that broke meanwhile: who starts the desk has them fired and told in its first seconds. */
async function untilRested(): Promise<void> {
  const began = performance.now();
  const used = () => Object.values(costs(desk.process.pid)).reduce((sum, seconds) => sum + seconds, 0);
  for (let before = used(), rested = 0; rested < 3 && performance.now() - began < LONGEST_CATCH_UP_MS;) {
    await new Promise((done) => setTimeout(done, 1000));
    const now = used();
    rested = now - before < REST_SECONDS ? rested + 1 : 0;
    before = now;
  }
  console.log(`The desk has caught up after ${((performance.now() - began) / 1000).toFixed(0)} s; load ${load()}`);
}

/** What figures of two machines, or of two hours of one, are compared by. */
async function floors(when: string): Promise<void> {
  const { items } = (await desk.call('GET', '/sources')) as { items: { id: string }[] };
  const at = `/sources/${items[0]?.id}`;
  const floor = await startFloor(server.url);
  const bare = await fetch(`${floor.url}/api/v1${at}`);
  if (!bare.ok) throw new Error(`the floor answered ${bare.status}`);
  const ask = async () => (await fetch(`${floor.url}/api/v1${at}`)).json();
  for (const [name, one] of [['bare server', ask], ['desk', () => desk.call('GET', at)]] as const) {
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + FLOOR_ROUNDS; i++) times.push(await timed(one));
    const [p50, p99] = [quantile(times.slice(WARM_UP), 0.5), quantile(times.slice(WARM_UP), 0.99)];
    console.log(`${when}, one row by key from the ${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, load ${load()}`);
  }
  floor.process.kill();
} // prettier-ignore

async function measure(name: string, at: string): Promise<void> {
  const first = await time(at);
  await db.query('select pg_stat_statements_reset()');
  const times: number[] = [];
  for (let i = 0; i < ROUNDS && (i < 3 || times.reduce((sum, ms) => sum + ms, 0) < 60_000); i++) times.push(await time(at));
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const { rows } = await db.query<{ ms: number }>(`select sum(total_exec_time)::float as ms from pg_stat_statements`);
  const inside = (rows[0]?.ms ?? 0) / times.length;
  console.log(
    `${name.padEnd(42)} p50 ${p50.toFixed(1).padStart(8)} ms, p99 ${p99.toFixed(1).padStart(8)} ms, first ${first.toFixed(1).padStart(8)} ms, in PostgreSQL ${inside.toFixed(1).padStart(8)} ms, load ${load()}${p99 > AIM_MS ? ' over the aim' : ''}`,
  );
  if (process.env['BENCH_SHOW'] && inside > AIM_MS / 5) await show();
}

function time(at: string): Promise<number> {
  return timed(() => desk.call('GET', at));
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

async function show(): Promise<void> {
  const { rows } = await db.query<{ ms: number; calls: number; query: string }>(
    `select mean_exec_time as ms, calls::int, left(regexp_replace(query, '\\s+', ' ', 'g'), 230) as query from pg_stat_statements order by total_exec_time desc limit 3`,
  );
  for (const { ms, calls, query } of rows) console.log(`    ${ms.toFixed(1)} ms × ${calls}: ${query}`);
}
