/** `kill -9` between the batches of firing, and inside one: what stands in the end is, row for row, what a desk wrote that was never disturbed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { aPost, startDeskOn } from '../support/desk.js';
import { dataFolder, killAll, startDeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const KEY = 'c3'.repeat(32);
/** Two clocks each: more than one batch of 500. */
const CASES = 420;

const files = dataFolder();
let calm: TestDatabase;
let troubled: TestDatabase;

beforeAll(async () => {
  calm = await cloneDatabase();
  const desk = await startDeskOn(calm.url, { ROLES: 'api', EARSHOT_KEY: KEY });
  const hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const yesterday = Date.now() - 30 * 3_600_000;
  const posts = Array.from({ length: CASES }, (_, i) => aPost({ postedAt: new Date(yesterday + i * 1000).toISOString() }));
  expect((await hook.push(posts)).body).toMatchObject({ accepted: CASES });
  await desk.stop();
  troubled = await cloneDatabase(calm);
}, 90_000);
afterAll(async () => {
  killAll();
  await calm.drop();
  await troubled.drop();
  files.remove();
}, 30_000);

const asked = async <T extends object>({ url }: TestDatabase, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};
const fired = async (database: TestDatabase) =>
  (await asked<{ n: number }>(database, 'select count(*)::int as n from clock where breached_at is not null'))[0]?.n ?? 0;

/** All that firing writes down, save ids and the moment at which a warning that came too late was noticed. */
const standing = async (database: TestDatabase) => ({
  clocks: await asked(
    database,
    `select case_id, kind, promise_id, episode, started_at, warn_at, due_at, fires_at, warned, warned_at, breached_at, failed_at, stopped_at, cancelled
     from clock order by case_id, kind, episode`,
  ),
  histories: await asked(
    database,
    `select case_id, kind, data, case when kind = 'clock-breached' then at end as at from activity where kind like 'clock-%' order by case_id, kind, data ->> 'clock'`,
  ),
  events: await asked(database, `select kind, payload from outbox_event where kind like 'clock.%' order by kind, (payload ->> 'clockId')::bigint`),
}); // prettier-ignore

async function fireInPeace({ url }: TestDatabase): Promise<void> {
  const desk = await startDeskOn(url, { ROLES: 'api', EARSHOT_KEY: KEY });
  for (let n = 1; n > 0;) n = (await desk.app.get(FireDueClocks).run()).fired;
  await desk.stop();
}

it('equals a history in which nothing was killed', async () => {
  await fireInPeace(calm);
  expect(await fired(calm)).toBe(2 * CASES);
  // The worker falls after its first batch; the next one in the middle of its own, before it is stored.
  for (const step of ['clocks.after-fire', 'clocks.before-fire']) {
    const env = { DATABASE_URL: troubled.url, EARSHOT_DATA_DIR: files.folder, EARSHOT_KEY: KEY, ROLES: 'worker', CRASH_AT: step };
    const armed = await startDeskProcess(env).catch(() => null); // it may fall before it is ready
    if (armed) expect(await armed.ended).toMatchObject({ signal: 'SIGKILL' });
    const now = await fired(troubled);
    expect([now > 0, now < 2 * CASES]).toEqual([true, true]);
  }
  await fireInPeace(troubled);
  expect(await standing(troubled)).toEqual(await standing(calm));
}, 180_000);
