/** The past that a demo begins with: played through the desk's own verbs, so that everything it shows can be judged again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/app.js';
import { CatchUpClocks } from '../../src/clocks/catch-up-clocks.js';
import { beginDemo } from '../../src/demo/begin-demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../src/demo/seed-demo.js';
import { readSettings } from '../../src/platform/config/env.js';
import { ADMIN, startDeskOn, type Client, type Desk } from '../support/desk.js';
import { dataFolder } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const DAYS = 4;
/** The last Friday afternoon: how much is written, and when, depends on the day of the week and the hour. */
const END = new Date();
END.setUTCHours(15, 0, 0, 0);
do END.setUTCDate(END.getUTCDate() - 1);
while (END.getUTCDay() !== 5);
const env = { EARSHOT_DEMO: 'true', ROLES: 'api', EARSHOT_ADMIN_EMAIL: ADMIN.email, EARSHOT_ADMIN_PASSWORD: ADMIN.password };
const files = dataFolder();
const told: number[] = [];
let database: TestDatabase;
let desk: Desk;
let selin: Client;

const begin = () =>
  beginDemo({
    settings: readSettings({ ...env, DATABASE_URL: database.url, EARSHOT_DATA_DIR: files.folder, LOG_LEVEL: 'silent' }),
    databaseUrl: database.url,
    createApp,
    tell: (done) => told.push(done),
    days: DAYS,
    end: END,
  });

beforeAll(async () => {
  database = await cloneDatabase();
  expect(await begin()).toBe(true);
  desk = await startDeskOn(database.url, env);
  selin = await desk.anybody.signIn(DEMO_PEOPLE[0]!.email, DEMO_PASSWORD);
}, 120_000);
afterAll(async () => {
  await desk?.stop();
  await database.drop();
  files.remove();
});

const one = async <T = any>(sql: string) => (await desk.db.one<T>(sql)) as T;

describe('the past of the demo', () => {
  it('is told as it goes by, and is played once', async () => {
    expect(told.length).toBeGreaterThan(50);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const before = await one('select count(*)::int as n from mention');
    expect(await begin()).toBe(false);
    expect(await one('select count(*)::int as n from mention')).toEqual(before);
  }, 30_000);

  it('lies in the days before the demo, and is marked as invented', async () => {
    const { n, unmarked, first, last } = await one(
      `select count(*)::int as n, count(*) filter (where extra ->> 'invented' is distinct from 'true')::int as unmarked, min(posted_at) as first, max(stored_at) as last from mention`,
    );
    expect(n).toBeGreaterThan(DAYS * 10);
    expect(unmarked).toBe(0);
    expect(END.getTime() - first.getTime()).toBeLessThan((DAYS + 1) * 86_400_000);
    expect(last.getTime()).toBeLessThanOrEqual(END.getTime());
  });

  it('shows promises that were mostly kept, some of them broken and raised to a manager', async () => {
    const { items } = await selin.must('GET', '/standards/attainment?weeks=2');
    const all = items.reduce((sum: any, { window: w }: any) => ({ met: sum.met + w.met, late: sum.late + w.late }), {
      met: 0,
      late: 0,
    });
    expect(all.late).toBeGreaterThan(0);
    expect(all.met / (all.met + all.late)).toBeGreaterThan(0.75);
    const raised = await one(
      `select count(*)::int as n, count(*) filter (where at > clock_timestamp())::int as ahead from escalation`,
    );
    expect(raised).toEqual({ n: expect.any(Number), ahead: 0 });
    expect(raised.n).toBeGreaterThan(0);
  });

  it('was judged as everything is: judged again, every clock stays as it was', async () => {
    const clocks = () =>
      desk.db.query(
        'select id, due_at, warned_at, breached_at, failed_at, stopped_at, cancelled from clock where stopped_at is not null order by id',
      );
    const before = await clocks();
    await desk.db.query('update desk_case set clocks_stale = true');
    while ((await desk.app.get(CatchUpClocks).run()) > 0);
    expect(await clocks()).toEqual(before);
    expect(before.length).toBeGreaterThan(DAYS * 10);
  });

  it('has a rule in shadow that says what it would have sent, and to nobody else', async () => {
    const lines = await desk.db.query(`select outcome, count(*)::int as n from acknowledgement_decision group by 1`);
    expect(lines.find((line) => line.outcome === 'would-send')?.n).toBeGreaterThan(3);
    expect(lines.filter((line) => ['sent', 'queued', 'waiting'].includes(String(line.outcome)))).toEqual([]);
  });

  it('leaves no room empty: hours with holidays, somebody on call, customers in tiers, an author for people only, and what was learned', async () => {
    const [calendars, tiers, wishes, learning] = await Promise.all(
      ['/calendars', '/customer-tiers', '/authors/wishes', '/learning'].map((at) => selin.must('GET', at)),
    );
    expect(calendars.items.map((one: any) => [one.name, one.rules.holidays.length > 10])).toEqual([['Bratislava desk', true]]);
    expect(await one('select to_at from duty')).toEqual({ to_at: new Date(END.getTime() + 86_400_000) });
    expect(tiers.items.map((one: any) => [one.tier, one.customers])).toEqual([['Business', 1], ['Gold', 2]]); // prettier-ignore
    expect(wishes.items).toMatchObject([{ marks: [{ mark: 'press' }] }]);
    expect(learning.items.length).toBeGreaterThan(0);
  });

  it('sent every answer once, and was blind once', async () => {
    expect(await desk.db.query(`select state, count(*)::int > 0 as some from reply group by 1`)).toEqual([
      { state: 'sent', some: true },
    ]);
    expect(await one('select count(*)::int as n from reply_attempt where action = $$send$$')).toEqual(
      await one('select count(*)::int as n from reply'),
    );
    expect(await desk.db.query(`select reason from source_health where state = 'blind'`)).toEqual([{ reason: 'unreachable' }]);
  });
});
