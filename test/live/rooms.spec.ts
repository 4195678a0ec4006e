/** Rooms of the live stream by role and team, and how soon somebody who may not be there any more is gone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIVE_AUDIENCE } from '../../libs/contracts/live-events.js';
import type { Role } from '../../libs/contracts/words.js';
import { aPost, Client, startDesk, startDeskOn, type Desk, type Live, type Webhook } from '../support/desk.js';

const KEY = { EARSHOT_KEY: 'b2'.repeat(32) };
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));

let desk: Desk;
let hook: Webhook;
let north: string;
let south: string;

beforeAll(async () => {
  desk = await startDesk(KEY);
  hook = await desk.webhook();
  const me = await desk.admin.must('GET', '/me');
  north = me.teams[0].id;
  south = (await desk.admin.must('POST', '/teams', { name: 'South' })).id;
  const northManager = await desk.person(['manager'], { teamIds: [north] });
  const southManager = await desk.person(['manager'], { teamIds: [south] });
  await northManager.must('POST', '/watches', { name: 'Kuzey Su', kind: 'brand', query: '"Kuzey Su"' });
  await southManager.must('POST', '/watches', { name: 'Güney Gaz', kind: 'brand', query: '"Güney Gaz"' });
}, 60_000);
afterAll(() => desk.stop());

const names = (live: Live) => new Set(live.heard.map((h) => h.name));
const HOURS_AGO = () => new Date(Date.now() - 30 * 3_600_000).toISOString();

describe('rooms', () => {
  it('tell each role and team what is theirs and nothing of another team, an escalation only to managers', async () => {
    const roles: Role[] = ['viewer', 'responder', 'manager'];
    const inside = await Promise.all(roles.map(async (role) => (await desk.person([role], { teamIds: [north] })).live()));
    const outside = await Promise.all(roles.map(async (role) => (await desk.person([role], { teamIds: [south] })).live()));
    const both = await (await desk.person(['manager'], { teamIds: [north, south] })).live();
    const late = aPost({ text: 'Kuzey Su is terrible, no water for three days, fix it now!', postedAt: HOURS_AGO() });
    await hook.push([late]);
    await inside[2]!.until((m) => m.name === 'escalation.raised');
    await both.until((m) => m.name === 'escalation.raised');
    await desk.admin.must('PATCH', `/sources/${hook.id}`, { name: 'Renamed' });
    await sleep(400);
    for (const [i, role] of roles.entries()) {
      const heard = names(inside[i]!);
      for (const name of ['mention.heard', 'case.changed', 'clock.breached'] as const)
        expect([role, name, heard.has(name)]).toEqual([role, name, true]);
      expect([role, heard.has('escalation.raised')]).toEqual([role, role === 'manager']);
    }
    // Nothing that belongs to a team leaves it; matters of no team reach the roles they are for.
    for (const [i, live] of outside.entries()) {
      const allowed = Object.entries(LIVE_AUDIENCE).flatMap(([name, to]) =>
        (to as readonly string[]).includes(roles[i]!) && ['source.changed', 'watch.changed'].includes(name) ? [name] : [],
      );
      expect([...names(live)].filter((n) => !['hello', 'tick', ...allowed].includes(n))).toEqual([]);
    }
    expect(JSON.stringify(outside.flatMap((l) => l.heard))).not.toContain(late['externalId']);
    expect(JSON.stringify(outside.flatMap((l) => l.heard))).not.toContain('Kuzey');
    // What is missed is asked for through the same walls.
    const stranger = outside[1]!;
    const answer = await stranger.socket
      .timeout(5000)
      .emitWithAck('resume', { after: (stranger.heard[0]?.body.seq as number) - 1 });
    expect(answer).toMatchObject({ resync: false });
    expect(JSON.stringify(stranger.heard)).not.toContain('Kuzey');
    expect(names(stranger).has('mention.heard')).toBe(false);
    for (const live of [...inside, ...outside, both]) live.close();
  }, 30_000);
});

describe('who may not be there any more', () => {
  const gone = async (live: Live): Promise<number> => {
    const started = Date.now();
    while (live.socket.connected && Date.now() - started < 6000) await sleep(10);
    return Date.now() - started;
  };

  it('is cut within five seconds when disabled, also from another process, and cannot come back', async () => {
    const second = await startDeskOn(desk.databaseUrl, KEY);
    try {
      const person = await desk.person(['responder']);
      const here = await person.live();
      const there = await new Client(second.url, person.headers).live();
      await desk.admin.must('PATCH', `/people/${person.id}`, { disabled: true });
      for (const live of [here, there]) {
        expect(await gone(live)).toBeLessThan(10_000);
        expect(names(live).has('signed-out')).toBe(true);
      }
      await expect(person.live()).rejects.toThrow('sign-in-required');
      expect((await person.get('/me')).status).toBe(401);
    } finally {
      await second.stop();
    }
  }, 30_000);

  it('comes back by itself into other rooms when roles or teams change', async () => {
    const person = await desk.person(['manager'], { teamIds: [north] });
    const live = await person.live();
    await desk.admin.must('PATCH', `/people/${person.id}`, { teamIds: [south] });
    // Either the session goes on in new rooms, or the person must sign in again: never on in the old rooms.
    for (
      const end = Date.now() + 5000;
      Date.now() < end && live.heard.filter((h) => h.name === 'hello').length < 2 && !names(live).has('signed-out');
    )
      await sleep(10);
    const back = names(live).has('signed-out') ? await (await desk.anybody.signIn(person.email, person.password)).live() : live;
    const from = back.heard.length;
    await hook.push([
      aPost({ text: 'Kuzey Su is terrible, no water, fix it now!' }),
      aPost({ text: 'Güney Gaz is terrible, no gas, fix it now!' }),
    ]);
    await back.until((m) => m.name === 'mention.heard' && m.body.mention.text.includes('Güney'));
    await sleep(200);
    expect(JSON.stringify(back.heard.slice(from))).not.toContain('Kuzey');
    back.close();
    live.close();
  }, 20_000);

  it('is cut when signing out, and when the token is revoked', async () => {
    const person = await desk.person(['responder']);
    const live = await person.live();
    await person.must('DELETE', '/session');
    expect(await gone(live)).toBeLessThan(10_000);
    const { id, token } = await desk.admin.must('POST', '/tokens', { name: 'screen on the wall' });
    const program = await new Client(desk.url, { authorization: `Bearer ${token}` }).live();
    await desk.admin.must('DELETE', `/tokens/${id}`);
    expect(await gone(program)).toBeLessThan(10_000);
    expect(names(program).has('signed-out')).toBe(true);
  }, 20_000);
});
