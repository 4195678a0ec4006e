/**
 * Memory over a million posts: events in the shape of Bluesky's Jetstream through the first look, decoding, matching, scoring and storing,
 * in one process with a PostgreSQL of its own. Prints heap and resident memory after every tenth. `npm run bench:memory`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from './support/bench-desk.ts';

const POSTS = Number(process.env['BENCH_POSTS'] ?? 1_000_000);
const WATCHES = Number(process.env['BENCH_WATCHES'] ?? 1000);
/** One post in so many names a watch and becomes a mention. */
const ONE_IN = Number(process.env['BENCH_ONE_IN'] ?? 20);
const DIFFERENT = 20_000;
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
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-memory-'));
const names: string[] = inventedNames(WATCHES);
const events: Buffer[] = inventedEvents(DIFFERENT, names, ONE_IN);
try {
  await fillDatabase();
  await measure();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

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
  const env = { DATABASE_URL: server.url, EARSHOT_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ROLES: 'api,worker' };
  const app = await createApp(readSettings(env), server.url);
  await app.init();
  const desk = { watches: app.get(ActiveWatches), ingest: app.get(IngestPosts) };
  await desk.watches.reload();
  const tenth = POSTS / 10;
  const lines: { posts: number; heap: number; rss: number }[] = [];
  const cpu = process.cpuUsage();
  for (let part = 0; part <= 10; part++) {
    // The first tenth warms up: what comes after it is compared.
    if (part > 0) await replay(desk, tenth, (part - 1) * tenth);
    lines.push({ posts: part * tenth, ...memoryNow() });
    const { posts, heap, rss } = lines.at(-1)!;
    console.log(`${posts} posts: heap ${heap.toFixed(0)} MB, resident ${rss.toFixed(0)} MB`);
  }
  const { user, system } = process.cpuUsage(cpu);
  const [{ n: stored }] = await app.get(Database).query('select count(*)::int as n from mention');
  const later = lines.slice(1);
  const spread = (of: 'heap' | 'rss') => Math.max(...later.map((l) => l[of])) - later[0]![of];
  console.log(
    `${POSTS} posts, ${WATCHES} watches, ${stored} mentions, ${((user + system) / 1e6).toFixed(0)} s of this process's processor`,
  );
  console.log(`  most above the first tenth: heap ${spread('heap').toFixed(0)} MB, resident ${spread('rss').toFixed(0)} MB`);
  await app.close();
}

function memoryNow(): { heap: number; rss: number } {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: (heapUsed + arrayBuffers) / 2 ** 20, rss: rss / 2 ** 20 };
}

/** Sends so many posts through, storing while the next are looked at, as a stream does. */
async function replay({ watches, ingest }: any, count: number, from: number): Promise<void> {
  let posts: object[] = [];
  let storing: Promise<unknown> = Promise.resolve();
  const store = (some: object[]) =>
    ingest.run({ source: { id: '1', kind: 'bluesky' }, posts: some, refused: [], fetchedAt: new Date() });
  for (let n = from; n < from + count; n++) {
    const bytes = events[n % events.length]!;
    if (watches.mayConcern(bytes)) posts.push(...toPost(JSON.parse(bytes.toString()), n));
    if (posts.length < BATCH && n % 5000 !== 4999) continue;
    await new Promise((done) => setImmediate(done));
    await storing;
    storing = store(posts);
    posts = [];
  }
  await storing;
  await store(posts);
}

/** @param n makes a post of its own of it, by one of many thousand authors */
function toPost(event: Record<string, any>, n: number): object[] {
  const record = event['commit']?.record;
  if (!record) return [];
  const author = { key: `did:plc:${n % 50_000}`, handle: `user${n % 50_000}.example`, name: null, followers: 10, url: null };
  const externalId = `at://did:plc:${n % 50_000}/app.bsky.feed.post/${n}`;
  const said = { text: record.text, postedAt: new Date(record.createdAt), lang: record.langs?.[0] ?? null };
  return [{ externalId, ...said, author, url: null, inReplyTo: null, thread: `bluesky:${externalId}`, network: 'bluesky' }];
}
