/**
 * (b) Batched ingest against raw COPY of the very same rows into the same tables with the same indexes and keys, batch by batch, each
 * batch one transaction; rounds alternate. Matching and scoring are timed apart. `npm run bench:ingest`
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { aPost, quantile, startServer } from './support/bench-desk.ts';

const BATCH = 1000;
const BATCHES = Number(process.env['BENCH_BATCHES'] ?? 20);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const dist = path.join(import.meta.dirname, '..', 'dist');
const { dataSourceOptions, migrate } = await import(path.join(dist, 'src/database/data-source.js'));
const { preparePost, storable } = await import(path.join(dist, 'src/ingest/prepare-post.js'));
const { scorePost } = await import(path.join(dist, 'libs/scoring/score-post.js'));
const { compileWatches, matchPost } = await import(path.join(dist, 'libs/matching/match-posts.js'));
const { parseQuery } = await import(path.join(dist, 'libs/matching/parse-query.js'));

/** What one post leaves behind, in the order of the foreign keys; rows per post in the COPY files. */
const TABLES = [
  ['seen_post', 'external_id', 1], ['author', 'id', 1], ['desk_case', 'id', 1], ['mention', 'id', 1], ['clock', 'id', 2], ['activity', 'id', 1], ['outbox_event', 'seq', 2],
] as const; // prettier-ignore
const SEED = `insert into team (name) values ('Desk'); insert into watch (team_id, name, kind, query, canonical) values (1, 'Lumen Air', 'brand', 'x', 'x');
  insert into source (kind, name, interval_seconds) values ('webhook', 'bench', 60)`;

const server = await startServer();
const files = mkdtempSync(path.join(tmpdir(), 'earshot-copy-'));
chmodSync(files, 0o777);
const admin = await connect('postgres');
await admin.query('create database seeded');
const dataSource = await new DataSource(dataSourceOptions(urlOf('seeded'), 2)).initialize();
await migrate(dataSource);
await dataSource.query(SEED);
await dataSource.destroy();

const prepared: { payloads: string[]; seconds: number } = prepare();
const rates = { copy: [] as number[], ingest: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  rates.ingest.push(await ingest(round));
  if (round === 0) await exportBatches();
  rates.copy.push(await copy(round));
}
const [ingestRate, copyRate] = [quantile(rates.ingest, 0.5), quantile(rates.copy, 0.5)];
const rows = BATCH * BATCHES;
console.log(
  `${rows} posts in batches of ${BATCH}, each a mention with author, case, two clocks, history, events and dedup; ${ROUNDS} rounds`,
);
console.log(`  match + score + prepare: ${(rows / prepared.seconds).toFixed(0)} posts/s on one core`);
console.log(`  raw COPY:     ${copyRate.toFixed(0)} posts/s`);
console.log(`  store_batch:  ${ingestRate.toFixed(0)} posts/s, ratio ${(ingestRate / copyRate).toFixed(2)}`);
await admin.end();
await server.stop();
rmSync(files, { recursive: true, force: true });

function urlOf(database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

async function connect(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  return client;
}

/** The payloads that src/ingest/ingest-posts.ts would send. */
function prepare(): { payloads: string[]; seconds: number } {
  const query = parseQuery('"Lumen Air" OR @lumenair');
  const compiled = compileWatches([{ id: '1', query: query.query }]);
  const watch = { id: '1', teamId: '1', name: 'Lumen Air', kind: 'brand', threshold: 0.5 };
  // Two promises around the clock, as the standards that a new desk begins with make them; 1 and 2 are ids that its migrations have made.
  const promise = (id: string, clock: string) => ({
    id,
    clock,
    targetMs: 900_000,
    unacceptableMs: null,
    warnShares: [0.6],
    pauses: false,
    automaticCounts: true,
    emergencyWords: [],
    calendar: null,
  });
  const made = [promise('1', 'acknowledge'), promise('2', 'human-response')];
  const rules = { score: (p: unknown) => scorePost(p), planFor: () => made, emergencyWords: () => [] };
  const raw = Array.from({ length: BATCHES }, (_, b) =>
    Array.from({ length: BATCH }, (__, i) => asIncoming(aPost(b * BATCH + i))),
  );
  const started = performance.now();
  const payloads = raw.map((posts) => {
    const ready = posts.map((post) =>
      preparePost(
        {
          post,
          network: 'webhook',
          matches: matchPost(compiled, { text: post.text }).map((match: unknown) => ({ match, watch })),
        },
        rules,
        new Date(),
        '1',
      ),
    );
    return JSON.stringify(
      {
        sourceId: '1',
        at: new Date(),
        externalIds: posts.map((p) => p.externalId),
        authors: posts.map((p) => ({ ...p.author, network: 'webhook' })),
        posts: ready.map((p: object, n: number) => ({ ...p, n, g: n })),
        refused: [],
      },
      storable,
    );
  });
  return { payloads, seconds: (performance.now() - started) / 1000 };
}

function asIncoming(p: Record<string, any>) {
  const { handle, name, followers } = p['author'];
  return {
    externalId: String(p['externalId']),
    text: String(p['text']),
    postedAt: new Date(p['postedAt']),
    author: { key: handle, handle, name, followers, url: null },
    url: null,
    lang: 'en',
    inReplyTo: null,
    thread: `webhook:${p['externalId']}`,
  };
}

async function ingest(round: number): Promise<number> {
  const name = `ingest_${round}`;
  await admin.query(`create database ${name} template seeded`);
  const client = await connect(name);
  const started = performance.now();
  for (const payload of prepared.payloads) await client.query('select store_batch($1::jsonb)', [payload]);
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return (BATCH * BATCHES) / seconds;
}

/** The rows the first round stored, as COPY files of a batch each. */
async function exportBatches(): Promise<void> {
  const client = await connect('ingest_0');
  for (const [table, key, each] of TABLES) {
    for (let b = 0; b < BATCHES; b++) {
      await client.query(
        `copy (select * from ${table} order by ${key} offset ${b * BATCH * each} limit ${BATCH * each}) to '${files}/${table}.${b}' (format binary)`,
      );
    }
  }
  await client.end();
}

async function copy(round: number): Promise<number> {
  const name = `copy_${round}`;
  await admin.query(`create database ${name} template seeded`);
  const client = await connect(name);
  const started = performance.now();
  for (let b = 0; b < BATCHES; b++) {
    await client.query('begin');
    for (const [table] of TABLES) await client.query(`copy ${table} from '${files}/${table}.${b}' (format binary)`);
    await client.query('commit');
  }
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return (BATCH * BATCHES) / seconds;
}
