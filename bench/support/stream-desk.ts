/** The desk of the benches that replay a stream in the shape of Bluesky's Jetstream: a fresh PostgreSQL, one brand watch a name, the whole program in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from './bench-desk.ts';

const dist = path.join(import.meta.dirname, '..', '..', 'dist');
const load = (file: string) => import(path.join(dist, file));
const { createApp } = await load('src/app.js');
const { readSettings } = await load('src/platform/config/env.js');
const { dataSourceOptions, migrate } = await load('src/database/data-source.js');
const { ActiveWatches } = await load('src/watches/active-watches.js');
const { IngestPosts } = await load('src/ingest/ingest-posts.js');
const { Database } = await load('src/database/database.js');
const { inventedEvents, inventedNames } = await load('bench/judgement/invented-events.js');
const { DataSource } = await import('typeorm');

/** What is invented once and sent again and again, each time with authors and keys of its own. */
export const DIFFERENT = 20_000;
/** Posts stored in one transaction at most. */
export const BATCH = 200;

export interface StreamDesk {
  watches: any;
  ingest: any;
  /** @returns how many mentions are stored; @param where a condition of SQL */
  mentions(where?: string): Promise<number>;
}

/**
 * @param roles of the process
 * @param watches how many names are listened for
 * @param oneIn one event in so many has such a name
 * @param measure is handed the desk and the events; all is gone when it ends
 */
export async function onStreamDesk(
  roles: string,
  watches: number,
  oneIn: number,
  measure: (desk: StreamDesk, events: Buffer[]) => Promise<void>,
): Promise<void> {
  const server = await startServer();
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-stream-'));
  const names: string[] = inventedNames(watches);
  try {
    await fillDatabase(server.url, names);
    const env = { DATABASE_URL: server.url, EARSHOT_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ROLES: roles };
    const app = await createApp(readSettings(env), server.url);
    await app.init();
    const count = async (where = 'true') =>
      (await app.get(Database).query(`select count(*)::int as n from mention where ${where}`))[0].n;
    const desk = { watches: app.get(ActiveWatches), ingest: app.get(IngestPosts), mentions: count };
    await desk.watches.reload();
    await measure(desk, inventedEvents(DIFFERENT, names, oneIn));
    await app.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillDatabase(url: string, names: readonly string[]): Promise<void> {
  const database = await new DataSource(dataSourceOptions(url, 2)).initialize();
  await migrate(database);
  await database.query(`insert into team (name) values ('Desk')`);
  await database.query(`insert into source (kind, name, interval_seconds) values ('bluesky', 'bench', 60)`);
  await database.query(
    `insert into watch (team_id, name, kind, query, canonical) select 1, n, 'brand', '"' || n || '"', '"' || n || '"' from unnest($1::text[]) n`,
    [names],
  );
  await database.destroy();
}

/** @returns heap and resident memory in MB, after a collection */
export function memoryNow(): { heap: number; rss: number } {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: (heapUsed + arrayBuffers) / 2 ** 20, rss: rss / 2 ** 20 };
}
