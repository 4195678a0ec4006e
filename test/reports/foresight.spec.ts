/** What is coming: counted as it is heard, compared with the weeks before, and never of another team. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CountMentions } from '../../src/reports/count-mentions.handler.js';
import { eventually } from '../support/desk-process.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

let desk: Desk;
let hook: Webhook;
let manager: Client;
let watchId: string;

beforeAll(async () => {
  desk = await startDesk();
  hook = await desk.webhook();
  watchId = (await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' })).id;
  manager = await desk.person(['manager']);
}, 60_000);
afterAll(() => desk.stop());

const counted = () =>
  desk.db.one<{ n: number; negative: number }>(`select sum(n)::int as n, sum(negative)::int as negative from mention_hour`);

it('counts each mention once, whatever happens to the counter', async () => {
  await hook.push([aPost(), aPost(), aPost({ text: 'Anadolu Hat opens a new office in Izmir' })]);
  const counter = desk.app.get(CountMentions);
  await eventually(async () => {
    await counter.run();
    return ((await counted())?.n ?? 0) >= 3 ? true : undefined;
  });
  await Promise.all([counter.run(), counter.run()]);
  expect(await counted()).toEqual({ n: 3, negative: 2 });
});

it('tells a storm from the weeks before, with the posts that did it', async () => {
  await desk.db.query(
    `insert into mention_hour (watch_id, hour, n, negative)
     select $1, date_trunc('hour', now(), 'UTC') - make_interval(hours => h), 2, 1 from generate_series(1, 400) as h
     on conflict (watch_id, hour) do update set n = 2, negative = 1`,
    [watchId],
  );
  expect((await manager.must('GET', '/foresight')).unusual).toEqual([]);
  await hook.push(
    Array.from({ length: 40 }, (_, i) => aPost({ author: { handle: `angry_${i}`, name: `Angry ${i}`, followers: i * 10 } })),
  );
  await eventually(async () => {
    await desk.app.get(CountMentions).run();
    return ((await counted())?.n ?? 0) >= 840 ? true : undefined;
  });
  const [unusual] = (await manager.must('GET', '/foresight')).unusual;
  expect(unusual).toMatchObject({ watchId, watch: 'Anadolu Hat', of: 'negative', kind: 'spike' });
  expect(unusual.seen).toBeGreaterThan(20 * Math.max(0.1, unusual.expected) * 0.05);
  expect(unusual.samples.map((m: { author: { followers: number } }) => m.author.followers)).toEqual([390, 380, 370]);
  const others = await desk.admin.must('POST', '/teams', { name: 'Others' });
  const stranger = await desk.person(['manager'], { teamIds: [others.id] });
  expect((await stranger.must('GET', '/foresight')).unusual).toEqual([]);
});

it('forecasts what will be late, and says how fast budgets burn', async () => {
  await desk.db.query(
    `update clock set due_at = now() + interval '20 minutes' where kind = 'acknowledge' and stopped_at is null`,
  );
  await desk.db.query(`update desk_case set next_due_at = now() + interval '20 minutes' where status <> 'resolved'`);
  await desk.db.query(`update person set last_seen_at = null`);
  const alone = (await manager.must('GET', '/foresight')).forecast;
  expect(alone.people).toBe(0);
  // Nobody is here: all that wait will be late, and those who still write with a promise within the hour.
  expect(alone.late).toBeGreaterThanOrEqual(alone.open);
  expect(alone.open).toBeGreaterThan(30);
  expect(alone.arrivalsPerHour).toBeGreaterThan(10);
  const team = await Promise.all(Array.from({ length: 2 }, () => desk.person(['responder'])));
  for (const one of team) await one.must('GET', '/me');
  await desk.db.query(`update person set last_seen_at = now() where 'responder' = any(roles)`);
  const staffed = (await manager.must('GET', '/foresight')).forecast;
  expect(staffed.people).toBeGreaterThanOrEqual(2);
  expect(staffed.late).toBeLessThan(alone.late);
  const { budgets } = await manager.must('GET', '/foresight');
  expect(budgets.length).toBeGreaterThan(0);
  for (const budget of budgets) expect(budget.sentence.length).toBeGreaterThan(20);
});
