/**
 * (d) Claiming, replying and resolving through the HTTP API while the desk holds a million cases; then the queue, its counts and the page of a
 * case. Beside it in the same run the floor: bare express and pg, one minimal update a request. `npm run bench:desk`
 */
import pg from 'pg';
import { request } from 'undici';
import { quantile, startDesk, startFloor, startServer } from './support/bench-desk.ts';
import { costs, load } from './support/processor-time.ts';
import { openCases, promiseDays, seedCases } from './support/seed-cases.ts';
import { readWholeSince, statements, wholeReads } from './support/server-counts.ts';
import { VERBS, work, type Times } from './support/verb-load.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const CASES = setting('BENCH_CASES', 1_000_000);
const SECONDS = setting('BENCH_SECONDS', 20);
const RESPONDERS = setting('BENCH_RESPONDERS', 8);
const DESKS = setting('BENCH_DESKS', 1);
const WARM_UP_SECONDS = setting('BENCH_WARM_UP', 10);
/** Neither the floor nor the reading: for who compares two versions. */
const ONLY_DESK = process.env['BENCH_ONLY_DESK'] === '1';
const LOOKS = 200;

const server = await startServer({ shared_preload_libraries: 'pg_stat_statements' }, process.env['BENCH_KEEP']);
const first = await startDesk({ DATABASE_URL: server.url });
const others = await Promise.all(Array.from({ length: DESKS - 1 }, () => startDesk({ DATABASE_URL: server.url })));
const desks = [first, ...others];
const db = new pg.Client({ connectionString: server.url });
await db.connect();
const isSeeded = (await db.query(`select from pg_extension where extname = 'pg_stat_statements'`)).rowCount === 1;
if (!isSeeded) await seed();
const open = await openCases(db);
console.log(`${CASES} cases, ${open.length} of them open; load ${load()}`);
const teamIds = (await db.query<{ id: string }>('select id from team')).rows.map((r) => r.id);
const cookies: string[] = [];
for (let n = 0; n < RESPONDERS; n++) cookies.push(await aResponder(n));

const floor = ONLY_DESK ? null : await measureFloor();
const ours = await measureDesk();
if (floor) console.log(`  the desk makes ${(ours / floor).toFixed(2)} of the floor's cases/s`);
if (!ONLY_DESK) await measureReading();
await db.end();
for (const desk of desks) await desk.stop();
await server.stop();
process.exit(0);

async function seed(): Promise<void> {
  await first.call('POST', '/watches', { name: 'Lumen Air', kind: 'brand', query: '"Lumen Air"' });
  await first.call('POST', '/sources', { kind: 'webhook', name: 'bench', settings: { secret: 'a-secret-of-the-benchmark' } });
  await promiseDays(first);
  const seeding = performance.now();
  await seedCases(db, CASES);
  await db.query(
    `create table floor_case as select id, status, owner_id, answered_at, ''::text as answer, resolved_at, outcome, preview from desk_case`,
  );
  await db.query(`alter table floor_case add primary key (id)`);
  await db.query('create extension pg_stat_statements');
  console.log(`seeded in ${((performance.now() - seeding) / 1000).toFixed(0)} s`);
}

async function measureDesk(): Promise<number> {
  const urls = desks.map((desk) => desk.url);
  await work({ urls, cookies, open, seconds: WARM_UP_SECONDS });
  await db.query('select pg_stat_statements_reset()');
  const before = await wholeReads(db);
  const rate = await measure(`the desk, ${DESKS} process(es)`, urls, desks.map((desk) => desk.process.pid ?? 0));
  const { calls, heaviest } = await statements(db, 8);
  console.log(`  ${(calls / rate.cases).toFixed(1)} statements a case, everything counted; tables read whole: ${readWholeSince(before, await wholeReads(db)).join(', ') || 'none of the big ones'}`);
  for (const s of heaviest) console.log(`    ${(s.calls / rate.cases).toFixed(2)} a case, ${s.meanMs.toFixed(2)} ms: ${s.query}`);
  return rate.perSecond;
} // prettier-ignore

/** The floor's table holds as many rows as the desk has cases. */
async function measureFloor(): Promise<number> {
  const { url, process: child } = await startFloor(server.url);
  const ids = [...open];
  await work({ urls: [url], cookies, open: ids, seconds: 3 });
  const { perSecond } = await measure('the floor', [url], [child.pid ?? 0], ids);
  child.kill();
  return perSecond;
} // prettier-ignore

async function measure(name: string, urls: string[], pids: number[], cases = open): Promise<{ perSecond: number; cases: number }> {
  const cpu = () => {
    const { desk, database } = costs(...pids);
    const { user, system } = process.cpuUsage();
    return [desk * 1000, database * 1000, (user + system) / 1000] as const;
  };
  const before = cpu();
  const { times, seconds } = await work({ urls, cookies, open: cases, seconds: SECONDS });
  const used = cpu().map((ms, i) => (ms - (before[i] ?? 0)) / times.resolve.length) as [number, number, number];
  const all = used.reduce((sum, ms) => sum + ms, 0);
  const perSecond = times.resolve.length / seconds;
  console.log(`${name}: ${perSecond.toFixed(0)} cases/s from claim to resolve, ${cookies.length} responders at once; load ${load()}`);
  for (const verb of VERBS) console.log(`  ${verb.padEnd(8)} ${quantiles(times[verb])}`);
  console.log(`  all      ${quantiles(VERBS.flatMap((verb: keyof Times) => times[verb]))}`);
  console.log(`  processor time a case: ${used[0].toFixed(2)} ms in the program, ${used[1].toFixed(2)} ms in PostgreSQL, ${used[2].toFixed(2)} ms in the client; two cores hold ${(2000 / all).toFixed(0)} cases/s`);
  return { perSecond, cases: times.resolve.length };
} // prettier-ignore

/** As pages ask: one after the other, following the pages of each view. */
async function measureReading(): Promise<void> {
  const before = await wholeReads(db);
  const ids = open.slice(-LOOKS);
  const look = async (name: string, next: (n: number, last: any) => string | undefined) => {
    const times: number[] = [];
    let last: any;
    for (let n = 0; n < LOOKS; n++) {
      const at = next(n, last);
      const sent = performance.now();
      const answer = await request(`${first.url}/api/v1${at}`, { headers: { cookie: cookies[0] ?? '' } });
      last = await answer.body.json();
      times.push(performance.now() - sent);
      if (answer.statusCode !== 200) throw new Error(`${at} answered ${answer.statusCode}`);
    }
    console.log(`  ${name.padEnd(24)} ${quantiles(times)}`);
  };
  for (const view of ['open', 'unclaimed', 'at-risk', 'waiting', 'mine', 'resolved', 'all'])
    await look(`queue, ${view}`, (_, last) => `/cases?view=${view}&limit=50${last?.nextCursor ? `&cursor=${last.nextCursor}` : ''}`);
  await look('counts of the views', () => '/cases/counts');
  await look('page of a case', (n) => `/cases/${ids[n % ids.length]}`);
  console.log(`  tables read whole: ${readWholeSince(before, await wholeReads(db)).join(', ') || 'none of the big ones'}`);
} // prettier-ignore

/** @returns the cookie of a signed-in responder who works for the same team as everybody */
async function aResponder(n: number): Promise<string> {
  const email = `responder${n}@example.com`;
  const password = 'a-long-password';
  if (!isSeeded) await first.call('POST', '/people', { email, password, name: `Responder ${n}`, roles: ['responder'], teamIds });
  const answer = await request(`${first.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await answer.body.dump();
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

function quantiles(times: readonly number[]): string {
  return [0.5, 0.99].map((share) => `p${share * 100} ${quantile(times, share).toFixed(1)} ms`).join(', ');
}
