/** `kill -9` in the middle of rescoring; then a start as if nothing had been: every mention done once, no line of history twice. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { addWebhook, aPost, type Client } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const POSTS = 450;
const files = dataFolder();
let database: TestDatabase;
let db: pg.Client;
let env: Record<string, string>;

beforeAll(async () => {
  database = await cloneDatabase();
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
  env = { DATABASE_URL: database.url, EARSHOT_DATA_DIR: files.folder, EARSHOT_KEY: 'c3'.repeat(32) };
  const desk = await startDeskProcess(env);
  const admin = await desk.admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const hook = await addWebhook(admin);
  const text = 'Anadolu Hat, my lawyer will contact you about the bill';
  await hook.push(Array.from({ length: POSTS }, (_, i) => aPost({ text: `${text} ${i}`, author: { handle: `user_${i}` } })));
  await weighLegal(admin, -1);
  await desk.kill();
}, 90_000);
afterAll(async () => {
  killAll();
  await db.end();
  await database.drop();
  files.remove();
}, 20_000);

/** Another weight is another version of every score. */
async function weighLegal(admin: Client, legal: number): Promise<void> {
  const { weights } = await admin.must('GET', '/weights');
  const risk = { ...weights.risk, signal: { ...weights.risk.signal, legal } };
  await admin.must('PUT', '/weights', { weights: { ...weights, risk } });
}

const figure = async (sql: string) => Number((await db.query<{ n: string }>(`select (select ${sql}) as n`)).rows[0]?.n);

it.each([
  ['rescoring.before-store', 1],
  ['rescoring.after-store', -1],
])(
  'at %s: the next process carries on where it was',
  async (step, legal) => {
    const armed = await startDeskProcess({ ...env, CRASH_AT: step });
    const admin = await armed.admin();
    await weighLegal(admin, legal);
    const lines = await figure(`count(*) from activity where kind = 'rescored'`);
    await admin.call('POST', '/api/v1/rescoring', {}).catch(() => undefined); // it may fall before it answers
    expect(await armed.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await figure(`done from rescoring order by id desc limit 1`)).toBe(step === 'rescoring.after-store' ? 200 : 0);

    const desk = await startDeskProcess(env);
    const again = await desk.admin();
    const end = await eventually(async () => {
      const view = await again.must('GET', '/rescoring');
      return view.state === 'done' ? view : undefined;
    }, 20_000, 'rescoring to end'); // prettier-ignore
    expect(end).toMatchObject({ total: POSTS, done: POSTS, changed: POSTS });
    expect(await figure(`count(*) from mention where scores ->> 'version' = '${end.version}'`)).toBe(POSTS);
    expect(await figure(`count(*) from activity where kind = 'rescored'`)).toBe(lines + POSTS);
    await desk.kill();
  },
  60_000,
);
