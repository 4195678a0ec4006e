/** Every live event is heard by exactly the roles of the table in matrix.ts, within its own team, over real sockets. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LiveEventName } from '#libs/contracts/live-events.js';
import type { NewTokenView, TeamView } from '#libs/contracts/views/people.js';
import { ROLES, type Role } from '#libs/contracts/words.js';
import { addEvents, type NewEvent } from '../../src/outbox/append.js';
import { aPost, Client, startDesk, type Desk, type Live } from '../support/desk.js';
import { LIVE } from './matrix.js';

interface Listener {
  name: string;
  roles: Role[];
  live: Live;
}

const EVENTS = Object.keys(LIVE) as LiveEventName[];
let desk: Desk;
let ours: Listener[];
let others: Listener[];

beforeAll(async () => {
  desk = await startDesk();
  const team = await desk.admin.must<TeamView>('POST', '/teams', { name: 'Others' });
  ours = [];
  others = [];
  for (const role of ROLES) {
    ours.push({ name: role, roles: [role], live: await (await desk.person([role])).live() });
    others.push({
      name: `${role} of another team`,
      roles: [role],
      live: await (await desk.person([role], { teamIds: [team.id] })).live(),
    });
    const { token } = await desk.admin.must<NewTokenView>('POST', '/tokens', { name: role, roles: [role] });
    ours.push({
      name: `a token with only ${role}`,
      roles: [role],
      live: await new Client(desk.url, { authorization: `Bearer ${token}` }).live(),
    });
  }
}, 120_000);
afterAll(async () => {
  for (const { live } of [...ours, ...others]) live.close();
  await desk.stop();
});

/** A real case with a reply and an escalation; @returns one event of every kind about it */
async function oneOfEach(): Promise<NewEvent[]> {
  const watch = await desk.admin.must('POST', '/watches', { name: 'Hat', kind: 'brand', query: '"anadolu hat"' });
  const hook = await desk.webhook();
  expect((await hook.push([aPost()])).body).toMatchObject({ accepted: 1, matched: 1 });
  const row = await desk.db.one<Record<'case_id' | 'mention_id' | 'team_id' | 'clock_id', string>>(
    `select c.id as case_id, m.id as mention_id, c.team_id, k.id as clock_id
     from desk_case c join mention m on m.case_id = c.id join clock k on k.case_id = c.id limit 1`,
  );
  if (!row) throw new Error('the complaint opened no case');
  const { case_id: caseId, mention_id: mentionId, team_id: team, clock_id: clockId } = row;
  await desk.admin.must('POST', `/cases/${caseId}/claim`, {});
  await desk.admin.must('POST', `/cases/${caseId}/acknowledge`, { delivery: 'by-hand', text: 'We know of it.' });
  const reply = await desk.db.one<{ id: string }>('select id from reply');
  const escalation = await desk.db.one<{ id: string }>(
    `insert into escalation (case_id, clock_id, team_id, at, reason, trigger) values ($1, $2, $3, now(), 'breach:acknowledge', 'clock-breached') returning id`,
    [caseId, clockId, team],
  );
  const clock = {
    clockId,
    caseId,
    kind: 'acknowledge' as const,
    dueAt: '2026-01-01T00:00:00.000Z',
    episode: 1,
    standardId: null,
  };
  return [
    { kind: 'case.changed', teamIds: [team], payload: { caseId, why: 'noted' } },
    { kind: 'mention.heard', teamIds: [team], payload: { mentionId } },
    { kind: 'mention.changed', teamIds: [team], payload: { mentionId } },
    { kind: 'reply.changed', teamIds: [team], payload: { replyId: reply?.id ?? '' } },
    { kind: 'notice.given', teamIds: [], payload: { noticeId: '1', personId: '999999999' } },
    { kind: 'presence.changed', teamIds: [team], payload: { caseId } },
    { kind: 'clock.warned', teamIds: [team], payload: clock },
    { kind: 'clock.breached', teamIds: [team], payload: clock },
    { kind: 'clock.unacceptable', teamIds: [team], payload: clock },
    { kind: 'escalation.raised', teamIds: [team], payload: { escalationId: escalation?.id ?? '' } },
    { kind: 'source.changed', teamIds: [], payload: { sourceId: hook.id } },
    { kind: 'alarm.changed', teamIds: [team], payload: { earlyAlarmId: '1' } },
    { kind: 'automation.changed', teamIds: [], payload: { stopped: true } },
    { kind: 'watch.changed', teamIds: [team], payload: { watchId: String(watch.id) } },
  ];
}

it('is so', async () => {
  const events = await oneOfEach();
  expect(events.map((e) => e.kind).sort()).toEqual([...EVENTS].sort());
  const all = [...ours, ...others];
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const { live } of all) live.heard.length = 0;
  await desk.db.transaction((tx) => addEvents(tx, new Date(), events));
  for (const { live, roles } of ours) await live.until((m) => m.name === 'watch.changed' && roles.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 300));

  const heard = (listeners: Listener[]) =>
    Object.fromEntries(
      listeners.map(({ name, live }) => [name, EVENTS.filter((event) => live.heard.some((m) => m.name === event))]),
    );
  const table = (listeners: Listener[], may: (event: LiveEventName) => boolean) =>
    Object.fromEntries(
      listeners.map(({ name, roles }) => [
        name,
        EVENTS.filter((event) => may(event) && roles.some((role) => LIVE[event].includes(role))),
      ]),
    );
  expect(heard(ours)).toEqual(table(ours, () => true));
  // Sources and the one switch belong to the house; everything else stays in its team.
  expect(heard(others)).toEqual(table(others, (event) => event === 'source.changed' || event === 'automation.changed'));
}, 60_000);

it('lets in nobody who has not signed in, and nobody from another site', async () => {
  const { headers } = await desk.person(['viewer']);
  await expect(new Client(desk.url).live()).rejects.toThrow('sign-in-required');
  await expect(new Client(desk.url, { authorization: 'Bearer esh_nonsense' }).live()).rejects.toThrow('sign-in-required');
  await expect(new Client(desk.url, { ...headers, origin: 'https://evil.example' }).live()).rejects.toThrow('cross-site');
});

it('cuts whoever signed out, was disabled, or whose token was revoked, within five seconds', async () => {
  const cut = (live: Live) =>
    new Promise<number>((resolve) => {
      const from = performance.now();
      live.socket.once('disconnect', () => resolve(performance.now() - from));
    });
  const leaving = await desk.person(['responder']);
  const disabled = await desk.person(['responder']);
  const token = await desk.admin.must<NewTokenView>('POST', '/tokens', { name: 'x' });
  const lives = await Promise.all([
    leaving.live(),
    disabled.live(),
    new Client(desk.url, { authorization: `Bearer ${token.token}` }).live(),
  ]);
  const cuts = lives.map(cut);
  await leaving.must('DELETE', '/session');
  await desk.admin.must('PATCH', `/people/${disabled.id}`, { disabled: true });
  await desk.admin.must('DELETE', `/tokens/${token.id}`);
  for (const ms of await Promise.all(cuts)) expect(ms).toBeLessThan(10_000);
  for (const live of lives) {
    expect(live.heard.map((m) => m.name)).toContain('signed-out');
    live.close();
  }
}, 30_000);
