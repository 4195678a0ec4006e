/** The live stream of two desk processes on one database: who was away gets exactly what was missed; each hears the other. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { addEvent } from '../../src/outbox/append.js';
import { OutboxTrim } from '../../src/outbox/trim.sweep.js';
import { RenderEvents } from '../../src/live/render-events.js';
import { LiveGateway } from '../../src/live/live.gateway.js';
import { aPost, startDesk, startDeskOn, type Client, type Desk, type Live, type Webhook } from '../support/desk.js';

const KEY = { EARSHOT_KEY: 'a1'.repeat(32) };
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));

let desk: Desk;
let second: Desk;
let hook: Webhook;
let responder: Client;

beforeAll(async () => {
  desk = await startDesk(KEY);
  second = await startDeskOn(desk.databaseUrl, KEY);
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  responder = await desk.person(['responder']);
}, 60_000);
afterAll(async () => {
  await second.stop();
  await desk.stop();
});

const at = (url: string, who: Client) => Object.assign(Object.create(Object.getPrototypeOf(who)), who, { url }) as Client;
const resume = (live: Live, after: number) =>
  live.socket.timeout(5000).emitWithAck('resume', { after }) as Promise<{ seq: number; sent: number; resync: boolean }>;
const place = (live: Live) => Math.max(...live.heard.map((h) => h.body.seq as number));
const heardMentions = (live: Live) => live.heard.filter((h) => h.name === 'mention.heard').map((h) => h.body.mention.externalId);

async function push(count: number): Promise<string[]> {
  const posts = Array.from({ length: count }, () => aPost());
  expect((await hook.push(posts)).body).toMatchObject({ accepted: count, refused: 0 });
  return posts.map((p) => p['externalId'] as string);
}

describe('the first words', () => {
  it('say where the stream is, what time it is, and go on every five seconds', async () => {
    const before = Date.now();
    const live = await responder.live();
    const hello = await live.until((m) => m.name === 'hello');
    expect(hello.body).toMatchObject({ seq: expect.any(Number), personId: (responder as Client & { id: string }).id });
    expect(Math.abs(Date.parse(hello.body.now) - before)).toBeLessThan(10_000);
    const tick = await live.until((m) => m.name === 'tick', 6000);
    expect(tick.body.seq).toBeGreaterThanOrEqual(hello.body.seq);
    live.close();
  }, 10_000);
});

describe('a client that was away', () => {
  it('misses nothing, even the very next event after its last word', async () => {
    for (let i = 0; i < 5; i++) {
      await sleep(20); // the database is idle: the next transaction takes the very number that the stream stands at
      const live = await responder.live();
      const after = place(live);
      live.close();
      const [id] = await push(1);
      const back = await responder.live();
      expect(await resume(back, after)).toMatchObject({ resync: false });
      await back.until((m) => m.name === 'mention.heard'); // by the resume, or live after it
      await sleep(20);
      expect(heardMentions(back)).toEqual([id]);
      back.close();
    }
  }, 20_000);

  it('gets exactly what was missed, in order, and the live stream goes on without a gap', async () => {
    const live = await responder.live();
    const seen = await push(3);
    for (const id of seen) await live.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);
    const after = place(live);
    live.close();
    const witness = await responder.live();
    const missed = [...(await push(20)), ...(await push(5))];
    for (const id of missed) await witness.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);
    await sleep(300); // what follows from them
    witness.close();
    const back = await responder.live();
    const answer = await resume(back, after);
    expect(answer.resync).toBe(false);
    expect(answer.sent).toBe(back.heard.filter((h) => !['hello', 'tick'].includes(h.name)).length);
    expect(heardMentions(back).sort()).toEqual([...missed].sort());
    const seqs = back.heard.filter((h) => h.name !== 'hello' && h.name !== 'tick').map((h) => h.body.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(Math.min(...seqs)).toBeGreaterThan(after);
    const [next] = await push(1);
    await back.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === next);
    expect(back.heard.filter((h) => h.name === 'mention.heard')).toHaveLength(missed.length + 1);
    back.close();
  }, 20_000);

  it('hears each event once while it flaps between two processes and posts keep coming', async () => {
    const sent: string[] = [];
    let stop = false;
    const writing = (async () => {
      while (!stop) sent.push(...(await push(1 + Math.floor(Math.random() * 4))));
    })();
    const got: string[] = [];
    let after: number | null = null;
    for (let flap = 0; flap < 12; flap++) {
      const live = await at(flap % 2 ? second.url : desk.url, responder).live();
      const hello = live.heard[0]?.body.seq as number;
      if (after !== null) {
        const answer = await resume(live, after);
        expect(answer.resync).toBe(false);
      }
      const started = after ?? hello;
      await sleep(60);
      live.socket.disconnect();
      // A message that came both live before the resume and by it has the same place: it counts once, as on the page.
      const fresh = new Map(live.heard.filter((h) => h.body.seq > started).map((h) => [`${h.name} ${h.body.seq}`, h]));
      got.push(...[...fresh.values()].filter((h) => h.name === 'mention.heard').map((h) => h.body.mention.externalId));
      after = Math.max(started, ...[...fresh.values()].map((h) => h.body.seq as number));
    }
    stop = true;
    await writing;
    const last = await responder.live();
    await resume(last, after ?? 0);
    const [end] = await push(1);
    await last.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === end);
    // Here, too, one place counts once: what came live between hello and resume came again with it.
    const rest = last.heard.filter((h) => h.name === 'mention.heard' && h.body.seq > (after ?? 0));
    got.push(...new Set(rest.map((h) => h.body.mention.externalId as string)));
    last.close();
    expect(new Set(got).size).toBe(got.length);
    // The first connection joined while posts were coming: everything from its hello on must be there.
    const from = sent.indexOf(got.find((id) => sent.includes(id)) ?? '');
    expect(sent.slice(from).filter((id) => !got.includes(id))).toEqual([]);
    expect(from).toBeLessThan(12);
  }, 30_000);

  it('is told to fetch anew when what it missed is no longer kept, or too much', async () => {
    const live = await responder.live();
    const after = place(live);
    live.close();
    await push(1);
    await desk.db.query(`update outbox_event set at = at - interval '2 days'`);
    for (let i = 0; i < 200; i++) {
      const reader = await desk.db.one<{ behind: boolean }>(
        `select exists (select from outbox_reader where seq <= (select max(seq) from outbox_event)) as behind`,
      );
      if (!reader?.behind) break;
      await sleep(50);
    }
    await desk.app.get(OutboxTrim).run();
    const back = await responder.live();
    expect(await resume(back, after)).toMatchObject({ resync: true, sent: 0 });
    const told = await back.until((m) => m.name === 'resync');
    const [id] = await push(1);
    await back.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);
    back.close();
    await desk.db.transaction(async (tx) => {
      for (let i = 0; i < 2100; i++) await addEvent(tx, new Date(), 'person.changed', { personId: '0' });
    });
    await sleep(300);
    const late = await responder.live();
    expect((await resume(late, told.body.seq)).resync).toBe(true);
    expect((await resume(late, Number.MAX_SAFE_INTEGER)).resync).toBe(true);
    late.close();
  }, 20_000);
});

describe('two processes', () => {
  it('hear each other within a moment', async () => {
    const live = await at(second.url, responder).live();
    const times: number[] = [];
    for (let i = 0; i < 10; i++) {
      const started = performance.now();
      const [id] = await push(1);
      await live.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);
      times.push(performance.now() - started);
    }
    expect(times.sort((a, b) => a - b)[5]).toBeLessThan(2000);
    const { items } = await responder.must('GET', '/cases?view=open&limit=1');
    await responder.must('POST', `/cases/${items[0].id}/claim`);
    const claimed = await live.until((m) => m.name === 'case.changed' && m.body.why === 'claimed');
    expect(claimed.body.case).toMatchObject({ id: items[0].id, status: 'claimed' });
    live.close();
  }, 20_000);

  it('tell their clients to fetch anew when an event cannot be read', async () => {
    const live = await responder.live();
    const render = desk.app.get(RenderEvents);
    const [original, atOnce] = [render.run.bind(render), render.atOnce.bind(render)];
    render.atOnce = (events) => ({ ready: [], rest: events }); // as from another process: nothing of it is known here
    render.run = () => Promise.reject(new Error('the database went away in between'));
    await push(1);
    await live.until((m) => m.name === 'resync');
    Object.assign(render, { run: original, atOnce });
    const [id] = await push(1);
    await live.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);
    live.close();
  });
});

describe('a client that does not read', () => {
  it('is cut, and the others are not held up', async () => {
    const slow = await responder.live();
    const quick = await responder.live();
    const gateway = desk.app.get(LiveGateway);
    const raw = (slow.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } }).ws._socket;
    raw.pause();
    const server = gateway['server'];
    for (let i = 0; i < 300; i++) server.emit('tick', { seq: 0, now: 'x'.repeat(100_000) });
    const sizes = () => [...server.sockets.values()].length;
    const before = sizes();
    for (let i = 0; i < 1000 && quick.heard.length < 300; i++) await sleep(10);
    for (let i = 0; i < 3; i++) {
      gateway.tick();
      await sleep(300);
    }
    for (let i = 0; i < 100 && sizes() === before; i++) await sleep(20);
    expect(sizes()).toBe(before - 1);
    const [id] = await push(1);
    await quick.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id, 10_000);
    slow.close();
    quick.close();
  }, 30_000);
});

it('opens to no other origin, to nobody without a session, and to its own page', async () => {
  const knock = (extraHeaders: Record<string, string>) =>
    new Promise<string>((done) => {
      const socket = io(`${desk.url}/live`, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false });
      socket.once('hello', () => (socket.close(), done('hello')));
      socket.once('connect_error', (error) => (socket.close(), done(error.message)));
    });
  expect(await knock({ ...responder.headers, origin: 'https://elsewhere.example' })).toBe('cross-site');
  expect(await knock({ ...responder.headers, 'sec-fetch-site': 'cross-site' })).toBe('cross-site');
  expect(await knock({})).toBe('sign-in-required');
  expect(await knock({ cookie: 'earshot=made-up' })).toBe('sign-in-required');
  expect(await knock({ ...responder.headers, origin: desk.url })).toBe('hello');
});
