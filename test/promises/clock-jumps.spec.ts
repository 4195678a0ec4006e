/** The clock of the machine is set an hour forward, and back, while promises run: none is broken early, none late, none twice. */
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { FollowDatabaseClock } from '../../src/database/follow-clock.js';
import { Clock } from '../../src/platform/clock.js';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { aPost, startDesk, type Desk } from '../support/desk.js';

const HOUR_MS = 3_600_000;
const realNow = Date.now;
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const hook = await desk.webhook();
  await hook.push([aPost(), aPost()]);
}, 60_000);
afterEach(() => {
  Date.now = realNow;
});
afterAll(() => desk.stop());

const jump = (ms: number) => (Date.now = () => realNow() + ms);
const fire = () => desk.app.get(FireDueClocks).run();
/** How far the desk's time is from the database's. */
async function off(): Promise<number> {
  const row = await desk.db.one<{ now: Date }>('select clock_timestamp() as now');
  return Math.abs(desk.app.get(Clock).now().getTime() - (row?.now.getTime() ?? 0));
}
const breaches = async () =>
  (await desk.db.one<{ n: number }>(`select count(*)::int as n from activity where kind = 'clock-breached'`))?.n;

it.each([HOUR_MS, -HOUR_MS])(
  'tells the same time after a jump of %s ms, before and after it has asked the database',
  async (ms) => {
    jump(ms);
    expect(await off()).toBeLessThan(HOUR_MS / 2);
    await desk.app.get(FollowDatabaseClock).again();
    expect(await off()).toBeLessThan(HOUR_MS / 2);
  },
);

it('breaks no promise that has half an hour left, and each that is over, once', async () => {
  await desk.db.query(`update clock set warn_at = now() + interval '29 minutes', later_warns = '{}', due_at = now() + interval '30 minutes', unacceptable_at = null,
    fires_at = now() + interval '29 minutes' where stopped_at is null`); // prettier-ignore
  jump(HOUR_MS);
  expect((await fire()).fired).toBe(0);
  expect(await breaches()).toBe(0);
  await desk.db.query(`update clock set due_at = now() - interval '1 second', warn_at = now() - interval '2 seconds', fires_at = now() - interval '2 seconds'
    where id = (select min(id) from clock where stopped_at is null)`); // prettier-ignore
  jump(-HOUR_MS);
  expect((await fire()).fired).toBe(1);
  jump(HOUR_MS);
  expect((await fire()).fired).toBe(0);
  expect(await breaches()).toBe(1);
});
