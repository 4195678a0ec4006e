/** What is coming: counted as it is heard, compared with the weeks before, and never of another team. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ClimbLadders } from '../../src/escalations/climb-ladders.js';
import { CountMentions } from '../../src/reports/count-mentions.handler.js';
import { EarlyAlarmsSweep } from '../../src/reports/early-alarms.sweep.js';
import { DurableReaders } from '../../src/outbox/durable-readers.js';
import { eventually } from '../support/desk-process.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

let desk: Desk;
let hook: Webhook;
let manager: Client;
let watchId: string;

beforeAll(async () => {
  desk = await startDesk();
  hook = await desk.webhook();
  const rungs = [
    { afterSeconds: 0, to: 'managers', by: ['desk'] },
    { afterSeconds: 600, to: 'responders', by: ['desk'] },
  ];
  await desk.admin.must('POST', '/ladders', { name: 'Early', on: ['unusual', 'neglected'], rungs });
  watchId = (await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' })).id;
  manager = await desk.person(['manager']);
}, 60_000);
afterAll(() => desk.stop());

const look = () => desk.app.get(EarlyAlarmsSweep).run();
const past = async (query = '', by = manager): Promise<any[]> => (await by.must('GET', `/foresight/alarms?${query}`)).items;
const catchUp = () => desk.app.get(DurableReaders).catchUp();
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
  expect(await look()).toBe(true);
  expect((await manager.must('GET', '/foresight')).unusual).toEqual([]);
  await hook.push(
    Array.from({ length: 40 }, (_, i) => aPost({ author: { handle: `angry_${i}`, name: `Angry ${i}`, followers: i * 10 } })),
  );
  await eventually(async () => {
    await desk.app.get(CountMentions).run();
    return ((await counted())?.n ?? 0) >= 840 ? true : undefined;
  });
  await look();
  const [unusual] = (await manager.must('GET', '/foresight')).unusual;
  expect(unusual).toMatchObject({ watchId, watch: 'Anadolu Hat', of: 'negative', kind: 'spike' });
  expect(unusual.seen).toBeGreaterThan(20 * Math.max(0.1, unusual.expected) * 0.05);
  expect(unusual.samples.map((m: { author: { followers: number } }) => m.author.followers)).toEqual([390, 380, 370]);
  const others = await desk.admin.must('POST', '/teams', { name: 'Others' });
  const stranger = await desk.person(['manager'], { teamIds: [others.id] });
  expect((await stranger.must('GET', '/foresight')).unusual).toEqual([]);
  expect(await past('', stranger)).toEqual([]);
});

it('tells of it once whom a ladder names, in numbers', async () => {
  const [raised] = await desk.db.query<{ n: number }>(`select count(*)::int as n from outbox_event where kind = 'alarm.early'`);
  expect(raised).toEqual({ n: 1 });
  const told = await eventually(async () => ((await past('kind=unusual'))[0].told.length > 0 ? past('kind=unusual') : undefined));
  expect(told[0].told).toContainEqual(expect.objectContaining({ to: 'Administrator', channel: 'desk', state: 'sent' }));
  await look();
  await catchUp();
  expect(await desk.db.one(`select count(*)::int as n from escalation where trigger = 'unusual'`)).toEqual({ n: 1 });
});

it('is taken on by one person, after whom its ladder is climbed no further', async () => {
  const ben = await desk.person(['responder'], { name: 'Ben' });
  const listening = await manager.live();
  const [{ id }] = await past('kind=unusual');
  expect(await past('kind=unusual')).toMatchObject([{ acknowledgedBy: null, acknowledgedAt: null }]);
  const taken = await ben.must('POST', `/foresight/alarms/${id}/acknowledge`, {});
  expect(taken).toMatchObject({ id, kind: 'unusual', acknowledgedBy: { name: 'Ben' } });
  await listening.until(({ name, body }) => name === 'alarm.changed' && body.alarmId === id);
  // Who is later changes nothing.
  expect(await manager.must('POST', `/foresight/alarms/${id}/acknowledge`, {})).toEqual(taken);
  expect(await past('kind=unusual')).toEqual([taken]);
  expect((await manager.must('GET', '/foresight')).unusual).toMatchObject([
    { alarmId: id, acknowledgedBy: { name: 'Ben' }, acknowledgedAt: taken.acknowledgedAt },
  ]);
  await desk.db.query(`update escalation set next_at = now() - interval '1 second' where early_alarm_id = $1 and rung = 1`, [id]);
  await desk.app.get(ClimbLadders).run();
  const [raised] = await desk.db.query(
    `select next_at, (select count(*)::int from notice n where n.escalation_id = e.id and n.rung = 1) as told from escalation e where early_alarm_id = $1`,
    [id],
  );
  expect(raised).toEqual({ next_at: null, told: 0 });
  expect((await manager.post('/foresight/alarms/999999999/acknowledge', {})).status).toBe(404);
});

it('keeps the storm when it is over, at its loudest, as one alarm', async () => {
  const [loudest] = await past('kind=unusual');
  expect(loudest).toMatchObject({
    kind: 'unusual',
    to: null,
    watch: { id: watchId, name: 'Anadolu Hat' },
    source: null,
    neglect: null,
  });
  expect(loudest.loud).toMatchObject({ of: 'negative', kind: 'spike' });
  expect(loudest.loud.seen).toBeGreaterThanOrEqual(40);
  expect(loudest.samples.map((m: { author: { followers: number } }) => m.author.followers)).toEqual([390, 380, 370]);
  // Two hours later it is quieter and still unusual: the same alarm, as it was at its loudest.
  const ago = (column: string, hours: number) => desk.db.query(`update early_alarm set ${column} = ${column} - make_interval(hours => $1)`, [hours]); // prettier-ignore
  await ago('began_at', 2);
  await ago('last_at', 2);
  await desk.db.query(`update early_alarm set weight = weight + 1, strongest = jsonb_set(strongest, '{seen}', '77')`);
  await look();
  const [again, ...others] = await past();
  expect(others).toEqual([]);
  expect(again).toMatchObject({ id: loudest.id, to: null, loud: { seen: 77 } });
  // Quiet since yesterday: over, kept, and what comes now is another one.
  await ago('began_at', 30);
  await ago('last_at', 30);
  expect((await past())[0].to).not.toBeNull();
  expect((await manager.must('GET', '/foresight')).unusual).toEqual([]);
  await look();
  const all = await past();
  expect(all.map((one) => [one.id === loudest.id, one.to === null])).toEqual([[false, true], [true, false]]); // prettier-ignore
  const first = await manager.must('GET', '/foresight/alarms?limit=1');
  expect((await past(`limit=1&cursor=${first.nextCursor}`)).map((one) => one.id)).toEqual([loudest.id]);
  expect((await manager.get('/foresight/alarms?cursor=none')).body).toMatchObject({ code: 'invalid-cursor' });
});

it('warns of an own account that nobody tends, and keeps that too', async () => {
  await desk.db.query(`update source set account_handle = '@anadoluhat'`);
  await desk.db.query(
    `update desk_case set posted_at = now() - interval '30 hours' where id in (select id from desk_case order by id limit 3)`,
  );
  await look();
  const { neglected } = await manager.must('GET', '/foresight');
  expect(neglected).toMatchObject([{ account: '@anadoluhat', waiting: 3, lastAnswerAt: null }]);
  const kept = await past('kind=neglected');
  expect(neglected).toMatchObject([{ alarmIds: [kept[0].id], acknowledgedBy: null, acknowledgedAt: null }]);
  expect(kept).toMatchObject([{ kind: 'neglected', to: null, watch: null, loud: null, source: { account: '@anadoluhat' }, neglect: { waiting: 3, share: 1 }, samples: [] }]); // prettier-ignore
  await desk.db.query(`update desk_case set posted_at = now(), answered_at = now()`);
  await desk.db.query(
    `update early_alarm set last_at = last_at - interval '6 minutes', began_at = began_at - interval '10 minutes'`,
  );
  await look();
  expect((await manager.must('GET', '/foresight')).neglected).toEqual([]);
  const [over] = await past('kind=neglected');
  expect(over).toMatchObject({ id: kept[0].id, neglect: { waiting: 3 } });
  expect(over.to).not.toBeNull();
  await desk.db.query(`update desk_case set answered_at = null`);
});

it('looks once however many processes there are', async () => {
  const before = await past();
  const looks = await Promise.all([look(), look(), look()]);
  expect(looks).toContain(true);
  expect((await past()).map((one) => one.id)).toEqual(before.map((one) => one.id));
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
