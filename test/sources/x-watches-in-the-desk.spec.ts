/** Two processes, one stream of X: exactly one holds it, the other takes over when it is killed, and what was said meanwhile is neither lost nor doubled; rules follow the watches. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';
import { X_BEARER, XServer } from '../support/x-server.js';
import { LEASE_SECONDS } from '../../src/ingest/lease-sources.js';

const files = dataFolder();
let database: TestDatabase;
let db: pg.Client;
let x: XServer;
let env: Record<string, string>;
let workers: DeskProcess[];
let admin: Client;
let sourceId: string;
const said: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
  x = await XServer.start({ rateLimit: 100_000, keepAliveMs: 500 });
  env = {
    DATABASE_URL: database.url,
    EARSHOT_DATA_DIR: files.folder,
    EARSHOT_KEY: 'd4'.repeat(32),
    EARSHOT_ALLOWED_HOSTS: new URL(x.url).host,
  };
  workers = [await startDeskProcess(env), await startDeskProcess(env)];
  admin = await (workers[0] as DeskProcess).admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const settings = { fromWatches: true, stream: true, bearerToken: X_BEARER, baseUrl: x.url };
  ({ id: sourceId } = await admin.must('POST', '/sources', {
    kind: 'x',
    name: 'X',
    settings,
    intervalSeconds: 1,
    casesForHours: null,
  }));
}, 90_000);
afterAll(async () => {
  killAll();
  await x.stop();
  await db.end();
  await database.drop();
  files.remove();
}, 20_000); // prettier-ignore

const say = (words: string) => said.push(x.post(`customer${said.length}`, `${words} ${said.length}`).id);
const stored = async () =>
  (await db.query<{ id: string }>('select external_id as id from mention order by 1')).rows.map(({ id }) => id);
const allHeard = (ms: number) =>
  eventually(async () => (await stored()).length >= said.length || undefined, ms, 'hearing all that was said');
const rules = () => x.world.streamRules.map(({ value }) => value).sort();

describe('a stream of X that two processes could hold', () => {
  it('is held by one, by the rule that was made from the watch', async () => {
    await eventually(async () => (x.stream.listeners === 1 && rules().length === 1) || undefined, 20_000, 'the stream');
    expect(rules()).toEqual(['("anadolu hat") -is:retweet']);
    say('Anadolu Hat yine yok');
    await allHeard(10_000);
    expect([x.stream.listeners, x.stream.connected]).toEqual([1, 1]);
  }, 60_000);

  it('is taken over by itself when who holds it is killed, once its lease is over: the gap is closed, nothing comes twice', async () => {
    say('Anadolu Hat hattım kesik');
    await allHeard(10_000);
    const { other, killed } = await killWhoHoldsIt();
    for (let i = 0; i < 3; i++) say('Anadolu Hat kimse duymuyor');
    await eventually(async () => x.stream.listeners === 1 || undefined, 40_000, 'the other process to take over');
    await allHeard(20_000);
    const { ended, gap } = await howLongItTook(killed);
    process.stdout.write(
      `the lease of the killed process ended ${ended} s after it died; the gap was closed ${gap} s after that\n`,
    );
    expect(ended).toBeLessThanOrEqual(LEASE_SECONDS);
    expect(gap).toBeLessThanOrEqual(10);
    say('Anadolu Hat geri geldi');
    await allHeard(10_000);
    expect(await stored()).toEqual([...said].sort());
    expect([x.stream.listeners, rules().length]).toEqual([1, 1]);
    expect((await (await other.admin()).must('GET', '/mentions')).items).toHaveLength(said.length);
  }, 90_000);
});

interface Killed {
  at: Date;
  leaseUntil: Date;
}

async function kill(process: DeskProcess): Promise<Killed> {
  await process.kill();
  const { rows } = await db.query<Killed>(
    `select clock_timestamp() as at, lease_until as "leaseUntil" from source where id = $1`,
    [sourceId],
  );
  return rows[0] as Killed;
}

/** Kills one; where the line still stands it was the other's, which is killed then. */
async function killWhoHoldsIt(): Promise<{ other: DeskProcess; killed: Killed }> {
  const [first, second] = workers as [DeskProcess, DeskProcess];
  const killed = await kill(first);
  const isFree = () =>
    eventually(() => x.stream.listeners === 0 || undefined, 3000, 'the line of the dead to end').catch(() => false);
  if (await isFree()) return { other: second, killed };
  const third = await startDeskProcess(env);
  return { other: third, killed: await kill(second) };
}

/** In seconds, by the clock of the database: from the death to the end of the lease, and from there until all was stored. */
async function howLongItTook({ at, leaseUntil }: Killed): Promise<{ ended: number; gap: number }> {
  const { rows } = await db.query<{ last: Date }>('select max(stored_at) as last from mention');
  const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;
  return { ended: seconds(at, leaseUntil), gap: seconds(leaseUntil, (rows[0] as { last: Date }).last) };
}
