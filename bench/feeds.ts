/**
 * (e) A thousand feeds polled by one desk process with its database and network at hand: how much of a core the desk uses, PostgreSQL beside it, and how late each poll is
 * against its interval, from the ledger. `npm run bench:feeds`
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort, quantile, startDesk, startServer } from './support/bench-desk.ts';

const FEEDS = Number(process.env['BENCH_FEEDS'] ?? 1000);
/** A fifth of the interval that a feed has by default: five times as hard as life. */
const INTERVAL_SECONDS = Number(process.env['BENCH_INTERVAL'] ?? 60);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 180);
/** Entries a feed: one in five minutes, so that most polls find nothing new. */
const NEWS_EVERY_SECONDS = 300;
const HOSTS = 250;
/** Clock ticks a second of Linux, in which /proc counts processor time. */
const TICKS = 100;

const port = await freePort();
const feeds = fork(path.join(import.meta.dirname, 'support/feed-server.ts'), {
  env: { ...process.env, PORT: String(port), FEEDS: String(FEEDS), NEWS_EVERY_SECONDS: String(NEWS_EVERY_SECONDS) },
});
await new Promise((done) => feeds.once('message', done));
const hosts = Array.from({ length: HOSTS }, (_, n) => `127.0.0.${n + 1}`);
const server = await startServer();
const desk = await startDesk({
  DATABASE_URL: server.url,
  EARSHOT_ALLOWED_HOSTS: hosts.map((host) => `${host}:${port}`).join(','),
});
const db = new pg.Client({ connectionString: server.url });
await db.connect();

await desk.call('POST', '/watches', { name: 'Bridge', kind: 'topic', query: 'viaduct OR "no such word"' });
for (let n = 0; n < FEEDS; n += 1) {
  const url = `http://${hosts[n % HOSTS]}:${port}/${n}.rss`;
  await desk.call('POST', '/sources', { kind: 'feed', name: `Feed ${n}`, settings: { url }, intervalSeconds: INTERVAL_SECONDS });
}
// The first polls read whole feeds, and spread out by the jitter and by when each source was made.
await new Promise((done) => setTimeout(done, INTERVAL_SECONDS * 1500));
const deskPid = desk.process.pid!;
const since = new Date();
const before = { desk: ticksOf(deskPid), postgres: postgresTicks() };
await new Promise((done) => setTimeout(done, SECONDS * 1000));
const used = { desk: ticksOf(deskPid) - before.desk, postgres: postgresTicks() - before.postgres };
await report();
feeds.kill();
await db.end();
await desk.stop();
await server.stop();
process.exit(0);

async function report(): Promise<void> {
  const { rows } = await db.query<{ gap: number; source: string }>(
    `select extract(epoch from started_at - lag(started_at) over (partition by source_id order by started_at)) as gap, source_id as source
     from source_poll where started_at >= $1`,
    [new Date(since.getTime() - INTERVAL_SECONDS * 1200)],
  );
  const gaps = rows.flatMap(({ gap }) => (gap === null ? [] : [Number(gap)]));
  const off = gaps.map((gap) => Math.abs(gap - INTERVAL_SECONDS) / INTERVAL_SECONDS);
  const within = off.filter((one) => one <= 0.1).length / off.length;
  const worst = new Map<string, number>();
  for (const { gap, source } of rows) if (gap !== null) worst.set(source, Math.max(worst.get(source) ?? 0, Math.abs(Number(gap) - INTERVAL_SECONDS) / INTERVAL_SECONDS)); // prettier-ignore
  const outcomes = await db.query<{ outcome: string; n: string }>(`select outcome, count(*) as n from source_poll where started_at >= $1 group by 1 order by 2 desc`, [since]); // prettier-ignore
  const share = (ticks: number) => `${((ticks / TICKS / SECONDS) * 100).toFixed(1)} %`;
  console.log(
    `${FEEDS} feeds on ${HOSTS} hosts, asked every ${INTERVAL_SECONDS} s, for ${SECONDS} s: ${outcomes.rows.map((o) => `${o.n} ${o.outcome}`).join(', ')}`,
  );
  console.log(`  desk process ${share(used.desk)} of one core, PostgreSQL beside it ${share(used.postgres)}`);
  console.log(
    `  time between two polls of a feed: p1 ${quantile(gaps, 0.01).toFixed(1)} s, p50 ${quantile(gaps, 0.5).toFixed(1)} s, p99 ${quantile(gaps, 0.99).toFixed(1)} s, longest ${Math.max(...gaps).toFixed(1)} s`,
  );
  console.log(
    `  within 10 % of the interval: ${(within * 100).toFixed(2)} % of polls; feeds of which each poll was: ${[...worst.values()].filter((one) => one <= 0.1).length} of ${worst.size}`,
  );
}

/** User and system time of a process, in ticks. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** The server was started by this process: its children are the backends, also those that have ended meanwhile. */
function postgresTicks(): number {
  const mine = childrenOf(process.pid).filter((pid) => pid !== deskPid && pid !== feeds.pid);
  const all = mine.flatMap((pid) => [pid, ...childrenOf(pid)]);
  const ended = mine.map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []);
  return all.reduce((sum, pid) => sum + ticksOf(pid), 0) + ended.reduce((sum, fields) => sum + Number(fields[13]) + Number(fields[14]), 0); // prettier-ignore
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return Number(readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === pid;
      } catch {
        return false;
      }
    });
}
