/**
 * A stream in the shape of Bluesky's Jetstream through the real way in, in one process: first look at the bytes, decode, match
 * against 10,000 watches, score, and store in PostgreSQL. One post in 1,000 names a watch. Prints events a second of processor time of
 * this process (PostgreSQL has its own), of the clock, and the heap at the start, the middle and the end. `npm run bench:jetstream`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from './support/bench-desk.ts';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const WATCHES = Number(process.env['BENCH_WATCHES'] ?? 10_000);
/** Invented once and sent again and again, each time with authors and keys of their own. */
const DIFFERENT = 20_000;
/** Posts stored in one transaction at most, and how many events may pass before what was found is stored. */
const BATCH = 200;
const dist = path.join(import.meta.dirname, '..', 'dist');
const load = (file: string) => import(path.join(dist, file));
const { createApp } = await load('src/app.js');
const { readSettings } = await load('src/platform/config/env.js');
const { dataSourceOptions, migrate } = await load('src/database/data-source.js');
const { ActiveWatches } = await load('src/watches/active-watches.js');
const { IngestPosts } = await load('src/ingest/ingest-posts.js');
const { Database } = await load('src/database/database.js');
const { inventedEvents, inventedNames } = await load('bench/judgement/invented-events.js');
const { DataSource } = await import('typeorm');

const server = await startServer();
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-jetstream-'));
const names: string[] = inventedNames(WATCHES);
const events: Buffer[] = inventedEvents(DIFFERENT, names, 1000);
try {
  await fillDatabase();
  await measure();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A desk with one brand watch a name. */
async function fillDatabase(): Promise<void> {
  const database = await new DataSource(dataSourceOptions(server.url, 2)).initialize();
  await migrate(database);
  await database.query(`insert into team (name) values ('Desk')`);
  await database.query(`insert into source (kind, name, interval_seconds) values ('bluesky', 'bench', 60)`);
  await database.query(
    `insert into watch (team_id, name, kind, query, canonical) select 1, n, 'brand', '"' || n || '"', '"' || n || '"' from unnest($1::text[]) n`,
    [names],
  );
  await database.destroy();
}

async function measure(): Promise<void> {
  const env = { DATABASE_URL: server.url, EARSHOT_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ROLES: 'api' };
  const app = await createApp(readSettings(env), server.url);
  await app.init();
  const desk = { watches: app.get(ActiveWatches), ingest: app.get(IngestPosts) };
  await desk.watches.reload();
  await replay(desk, DIFFERENT, 'warm');
  const heap: number[] = [heapNow()];
  const cpu = process.cpuUsage();
  const started = performance.now();
  const first = await replay(desk, EVENTS / 2, 'a');
  heap.push(heapNow());
  const passed = first + (await replay(desk, EVENTS / 2, 'b'));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  heap.push(heapNow());
  const found = `select count(*)::int as n from mention where external_id like 'at://a/%' or external_id like 'at://b/%'`;
  const [{ n: stored }] = await app.get(Database).query(found);
  const processor = (user + system) / 1e6;
  console.log(`${EVENTS} events, ${WATCHES} watches: ${passed} passed the first look, ${stored} became mentions`);
  console.log(
    `  ${Math.round(EVENTS / processor)} events/s of this process's processor time, ${Math.round(EVENTS / seconds)} by the clock`,
  );
  console.log(`  heap at start, middle, end: ${heap.map((mb) => `${mb.toFixed(0)} MB`).join(', ')}`);
  await app.close();
}

function heapNow(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Sends so many events through, storing while the next are looked at, as the stream does. */
async function replay({ watches, ingest }: any, count: number, round: string): Promise<number> {
  let passed = 0;
  let posts: object[] = [];
  let storing: Promise<unknown> = Promise.resolve();
  for (let n = 0; n < count; n++) {
    const bytes = events[n % events.length]!;
    if (watches.mayConcern(bytes)) {
      passed++;
      const post = toPost(JSON.parse(bytes.toString()), `${round}/${n}`);
      if (post) posts.push(post);
    }
    const isFull = posts.length >= BATCH;
    if (!isFull && n % 5000 !== 4999) continue;
    // Others get their turn, as between the messages of a socket.
    await new Promise((done) => setImmediate(done));
    if (posts.length === 0) continue;
    await storing;
    storing = ingest.run({ source: { id: '1', kind: 'bluesky' }, posts, refused: [], fetchedAt: new Date() });
    posts = [];
  }
  await storing;
  if (posts.length > 0) await ingest.run({ source: { id: '1', kind: 'bluesky' }, posts, refused: [], fetchedAt: new Date() });
  return passed;
}

function toPost(event: Record<string, any>, key: string): object | null {
  const record = event['commit']?.record;
  if (!record) return null;
  const author = { key: `did:plc:${key}`, handle: null, name: null, followers: null, url: null };
  return {
    externalId: `at://${key}`,
    text: record.text,
    postedAt: new Date(record.createdAt),
    author,
    url: `https://bsky.example/profile/${key}`,
    lang: record.langs?.[0] ?? null,
    inReplyTo: null,
    thread: `bluesky:${key}`,
    network: 'bluesky',
  };
}
