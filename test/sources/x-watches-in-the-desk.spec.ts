/** Two processes, one stream of X: exactly one holds it, the other takes over when it is killed, and what was said meanwhile is neither lost nor doubled; rules follow the watches. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';
import { X_BEARER, XServer } from '../support/x-server.js';

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

  it('is taken over once the lease of ten seconds is over, when who holds it is killed: the gap is closed, nothing comes twice', async () => {
    say('Anadolu Hat hattım kesik');
    await allHeard(10_000);
    const other = await killWhoHoldsIt();
    for (let i = 0; i < 3; i++) say('Anadolu Hat kimse duymuyor');
    // Time passes for the lease only: whoever is due takes the source up.
    await db.query(`update source set lease_until = now() where id = $1 and lease_until > now()`, [sourceId]);
    await eventually(async () => x.stream.listeners === 1 || undefined, 20_000, 'the other process to take over');
    await allHeard(20_000);
    say('Anadolu Hat geri geldi');
    await allHeard(10_000);
    expect(await stored()).toEqual([...said].sort());
    expect([x.stream.listeners, rules().length]).toEqual([1, 1]);
    expect((await (await other.admin()).must('GET', '/mentions')).items).toHaveLength(said.length);
  }, 90_000);
});

/** Kills one; where the line still stands it was the other's, which is killed then. @returns a process that lives */
async function killWhoHoldsIt(): Promise<DeskProcess> {
  const [first, second] = workers as [DeskProcess, DeskProcess];
  await first.kill();
  const isFree = () =>
    eventually(() => x.stream.listeners === 0 || undefined, 3000, 'the line of the dead to end').catch(() => false);
  if (await isFree()) return second;
  const third = await startDeskProcess(env);
  await second.kill();
  expect(await isFree()).toBe(true);
  return third;
}
