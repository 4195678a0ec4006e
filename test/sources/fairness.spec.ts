/** No source starves another, no budget is passed, and a server that does not answer is left alone: with the desk's clock in the test's hands. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PollLedger } from '../../src/ingest/poll-ledger.js';
import { PollOneSource } from '../../src/ingest/poll-source.js';
import { Clock } from '../../src/platform/clock.js';
import { SourceBudget, wholeBudget } from '../../src/sources/source-budget.js';
import { startDesk, type Desk } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { FeedServer } from '../support/feed-server.js';

let desk: Desk;
let feed: FeedServer;
/** The tenth of last month at midnight: a month of its own, with twenty days left. */
const today = new Date();
const START = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 10);
let now = START;
const MINUTE = 60_000;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api', EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  desk.app.get(Clock).now = () => new Date(now);
}, 60_000);
afterAll(() => desk?.stop());
beforeEach(async () => {
  now = START;
  await desk.db.query('update source set enabled = false');
  await desk.db.query('delete from host_circuit');
  feed = await FeedServer.start();
});
afterEach(() => feed.stop());

const connect = async (more: object = {}): Promise<string> =>
  (await desk.admin.must('POST', '/sources', { kind: 'feed', name: 'F', settings: { url: feed.url }, intervalSeconds: 60, ...more })).id; // prettier-ignore
const lease = (most = 16) => desk.app.get(PollLedger).lease(most);
async function pollDue(): Promise<number> {
  const due = await lease();
  for (const source of due)
    await desk.app.get(PollLedger).finish(source, new Date(now), await desk.app.get(PollOneSource).run(source, AbortSignal.timeout(5000))); // prettier-ignore
  return due.length;
}
const row = async (id: string) => (await desk.db.query<any>('select * from source where id = $1', [id]))[0];
const useOf = async (id: string) => (await desk.admin.must('GET', '/source-use')).items.find((u: any) => u.sourceId === id);
const source = (id: string) => desk.admin.must('GET', `/sources/${id}`);

describe('a budget', () => {
  const budget = {
    currency: 'EUR',
    perCall: 0.01,
    perPost: 0.1,
    perUnit: 0,
    capCalls: null,
    capPosts: null,
    capUnits: null,
    capMoney: 1,
  };

  it('counts calls and posts, and stops before its cap; a raised cap lets it go on', async () => {
    for (let i = 0; i < 3; i++) feed.add(`entry ${i}`, new Date(now - MINUTE));
    const id = await connect({ budget });
    await pollDue();
    expect(await useOf(id)).toMatchObject({ month: { calls: 1, posts: 3, money: 0.31 }, share: 0.31, cappedUntil: null });
    for (let i = 3; i < 10; i++) feed.add(`entry ${i}`, new Date(now));
    now += MINUTE;
    await desk.db.query('update source set next_poll_at = $2 where id = $1', [id, new Date(now)]);
    await pollDue();
    const until = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1)).toISOString();
    expect(await useOf(id)).toMatchObject({ month: { calls: 2, posts: 10, money: 1.02 }, cappedUntil: until });
    const { asked } = feed;
    for (let day = 0; day < 19; day++) {
      now += 24 * 60 * MINUTE;
      await pollDue();
    }
    expect(feed.asked).toBe(asked);
    const health = await desk.admin.must('GET', `/sources/${id}/health`);
    expect(health).toMatchObject({ health: 'blind', lines: [{ state: 'blind', reason: 'cap' }] });
    await desk.admin.must('PATCH', `/sources/${id}`, { budget: { ...budget, capMoney: 5 } });
    expect(await pollDue()).toBe(1);
    expect(feed.asked).toBe(asked + 1);
    expect(await source(id)).toMatchObject({ health: 'listening' });
  });

  it('ends a poll in the middle when the next request would pass the cap', async () => {
    const id = await connect({ budget: { ...budget, capMoney: null, capCalls: 0 } });
    await pollDue();
    expect(feed.asked).toBe(0);
    expect(await row(id)).toMatchObject({ last_outcome: 'throttled', failures: 0 });
  });

  it('is spread over the month when it runs short, and goes on in the next', async () => {
    feed.add('entry', new Date(now));
    const id = await connect({ budget: { ...budget, perPost: 0, capMoney: null, capCalls: 50 } });
    for (let i = 0; i < 5; i++) {
      await desk.db.query('update source set next_poll_at = $2 where id = $1', [id, new Date(now)]);
      await pollDue();
      now += MINUTE;
    }
    const { next_poll_at: next } = await row(id);
    // 44 calls are left for 21 days: one in some eleven hours, instead of every minute.
    expect((next.getTime() - now) / MINUTE).toBeGreaterThan(60 * 9);
    expect((next.getTime() - now) / MINUTE).toBeLessThan(60 * 14);
    const used: number[] = [];
    for (; now < START + 30 * 24 * 60 * MINUTE; now += 120 * MINUTE) {
      if ((await pollDue()) > 0) used.push(now);
    }
    const month = await desk.db.query<{ calls: string }>(`select sum(calls) as calls from source_use where source_id = $1 and day < $2`, [id, new Date(START + 21 * 24 * 60 * MINUTE)]); // prettier-ignore
    expect(Number(month[0]?.calls)).toBeLessThanOrEqual(50);
    expect(Number(month[0]?.calls)).toBeGreaterThan(35);
    expect(used.some((at) => at >= START + 21 * 24 * 60 * MINUTE)).toBe(true);
  }, 60_000);

  it('counts a post once a day of UTC, however often it is read', async () => {
    const id = await connect();
    const [budgets, priced] = [desk.app.get(SourceBudget), wholeBudget({ perPost: 1 })];
    const none = { calls: 0, posts: 0, units: 0 };
    expect((await budgets.add(id, priced, none, ['a', 'b'])).posts).toBe(2);
    expect((await budgets.add(id, priced, none, ['b', 'c'])).posts).toBe(1);
    now += 24 * 60 * MINUTE;
    expect((await budgets.add(id, priced, { ...none, posts: 2 }, ['b'])).posts).toBe(3);
    expect((await useOf(id)).month).toMatchObject({ posts: 6 });
  });
});

describe('a server', () => {
  it('is asked for some of its sources at once, so that others have their turn', async () => {
    const many = await Promise.all(Array.from({ length: 10 }, () => connect()));
    await desk.db.query(`update source set host = 'slow.example' where id = any($1)`, [many]);
    now += MINUTE;
    const [other] = [await connect()];
    const leased = (await lease()).map((s) => s.id);
    expect(leased.filter((id) => many.includes(id))).toHaveLength(4);
    expect(leased).toContain(other);
    expect(await lease()).toEqual([]);
    now += 16_000; // those run for long: they take nobody's place any more
    await desk.db.query(`update source set lease_until = $1 where lease_until is not null`, [new Date(now + 10_000)]);
    expect(await lease()).toHaveLength(4);
  });

  it('that does not answer is left alone, then asked by one source first', async () => {
    const ids = await Promise.all(Array.from({ length: 3 }, () => connect()));
    await pollDue();
    feed.mood = 'away';
    const again = () => desk.db.query('update source set next_poll_at = $2 where id = any($1)', [ids, new Date(now)]);
    for (let i = 0; i < 2; i++) {
      now += MINUTE;
      await again();
      await pollDue();
    }
    const { asked } = feed;
    await again();
    expect(await pollDue()).toBe(0);
    expect(await source(ids[0] ?? '')).toMatchObject({ waitsFor: null }); // its rest is measured by the database's clock
    const [circuit] = await desk.db.query<any>('select * from host_circuit');
    expect(circuit).toMatchObject({ host: new URL(feed.url).host, failures: 6, message: expect.any(String) });
    now = circuit.open_until.getTime();
    expect(await pollDue()).toBe(1);
    expect(feed.asked).toBe(asked + 1);
    const [longer] = await desk.db.query<any>('select * from host_circuit');
    expect(longer.open_until.getTime() - now).toBeGreaterThan(circuit.open_until.getTime() - START - 2 * MINUTE);
    feed.mood = 'well';
    await desk.admin.must('POST', `/sources/${ids[0]}/poll`); // a person asks now
    expect(await pollDue()).toBe(1);
    expect(await desk.db.query('select * from host_circuit')).toEqual([]);
    await again();
    expect(await pollDue()).toBe(3);
  });
});

describe('a pace', () => {
  it('slows while nothing comes and quickens when something does, within its limits', async () => {
    feed.add('entry', new Date(now));
    const id = await connect({ intervalSeconds: 60, longestIntervalSeconds: 600 });
    const paces: number[] = [];
    for (let i = 0; i < 25; i++) {
      await desk.db.query('update source set next_poll_at = $2 where id = $1', [id, new Date(now)]);
      if (i >= 22) feed.add(`news ${i}`, new Date(now));
      await pollDue();
      now += MINUTE;
      paces.push((await source(id)).paceSeconds);
    }
    expect(paces[0]).toBe(60);
    expect(paces[21]).toBe(600);
    expect(paces.slice(21)).toEqual([...paces.slice(21)].sort((a, b) => b - a));
    expect(paces[24]).toBeLessThan(150);
  });
});

describe('twenty servers that never answer', () => {
  let slow: Server;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    slow = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => slow.close(done));
  });

  it('delay nobody but themselves', async () => {
    const working = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
    try {
      const { port } = slow.address() as AddressInfo;
      const add = (url: string) => working.admin.must('POST', '/sources', { kind: 'feed', name: 'F', settings: { url }, intervalSeconds: 1 }); // prettier-ignore
      for (let i = 0; i < 20; i++) await add(`http://127.0.0.1:${port}/${i}`);
      await working.db.query(`update source set host = '127.0.0.1:${port}'`);
      feed.add('entry', new Date());
      await add(feed.url);
      await eventually(() => (feed.asked >= 3 ? true : undefined), 15_000, 'the good source being asked thrice');
      expect(sockets.size).toBeGreaterThan(0);
    } finally {
      for (const socket of sockets) socket.destroy();
      await working.stop();
    }
  }, 40_000);
});
