import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BlueskyServer } from '../../../test/support/bluesky-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { pollBluesky } from './poll.js';
import { BlueskySettings } from './settings.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let bluesky: BlueskyServer;
let cursor: unknown;
beforeEach(async () => {
  bluesky = await BlueskyServer.start();
  cursor = null;
});
afterEach(() => bluesky.stop());
afterAll(() => http.close());

type More = Partial<PollContext<unknown>> & { settings?: object };

function listening({ settings = {}, ...more }: More = {}) {
  const parsed = BlueskySettings.parse({ stream: true, streamAddress: bluesky.streamUrl, ...settings });
  const signal = new AbortController().signal;
  return pollBluesky({
    http,
    cursor,
    intervalSeconds: 60,
    now: () => new Date(),
    signal,
    turnMs: 250,
    ...more,
    settings: parsed,
  });
}

/** @param isEnough asked after each page: ends the turn before its time */
async function turn(more: More = {}, isEnough: (pages: PollPage[]) => boolean | Promise<boolean> = () => false) {
  const pages: PollPage[] = [];
  const run = listening(more);
  let end: PollEnd | null = null;
  while (end === null) {
    const step = await run.next();
    if (step.done) end = step.value as PollEnd;
    else {
      pages.push(step.value);
      cursor = JSON.parse(JSON.stringify(step.value.cursor));
      if (await isEnough(pages)) end = (await run.return({ outcome: 'ok' })).value as PollEnd;
    }
  }
  const posts = pages.flatMap((page) => page.posts);
  return { pages, posts, texts: posts.map((post) => post.text), end };
}
const count = (pages: PollPage[]) => pages.flatMap((page) => page.posts).length;
const soon = (ms: number) => new Promise((done) => setTimeout(done, ms));
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await soon(5);
}

describe('listening to everything public on Bluesky', () => {
  it('hands posts on as they come, with author, links and language', async () => {
    const link = {
      index: { byteStart: 0, byteEnd: 5 },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/a' }],
    };
    void until(() => bluesky.stream.listeners > 0).then(() =>
      bluesky.post('deniz', 'kargom yok', { langs: ['tr'], facets: [link] }),
    );
    const { posts, end } = await turn();
    expect(end).toEqual({ outcome: 'ok', goOn: true });
    expect(posts).toMatchObject([{ text: 'kargom yok', lang: 'tr', links: ['https://example.com/a'], author: { handle: null } }]);
    expect(bluesky.stream.asked[0]!.searchParams.get('wantedCollections')).toBe('app.bsky.feed.post');
  });

  it('names the authors where it has an account', async () => {
    bluesky.post('deniz', 'kargom yok');
    bluesky.world.add(bluesky.us, 'kargom hakkında duyuru');
    const { posts } = await turn({ settings: { ...bluesky.account, listenToMentions: false } });
    expect(posts).toMatchObject([{ author: { handle: 'deniz.example.com', name: 'deniz', followers: 100 } }]);
  });

  it('reads only what may concern a watch, and every change and deletion', async () => {
    const old = bluesky.post('deniz', 'eski');
    await turn();
    bluesky.post('marek', 'nothing for us');
    bluesky.post('deniz', 'kargom yok');
    bluesky.world.put(old.author, old.rkey, { ...old.record, text: 'değişti' }, new Date());
    bluesky.world.remove(bluesky.post('owen', 'nothing either').uri);
    const mayConcern = (bytes: Uint8Array) => Buffer.from(bytes).includes('kargom');
    const { texts, pages } = await turn({ mayConcern });
    expect(texts.sort()).toEqual(['değişti', 'kargom yok']);
    expect(pages.flatMap((page) => page.deleted ?? [])).toHaveLength(1);
  });

  it('tells of accounts that are gone for good, not of those that sleep', async () => {
    const { did } = bluesky.world.user('deniz.example.com');
    bluesky.stream.tell({ did, kind: 'account', account: { active: false, did, status: 'deactivated' } });
    bluesky.stream.tell({ did, kind: 'identity', identity: { did, handle: 'new.example.com' } });
    bluesky.stream.tell({ did, kind: 'account', account: { active: false, did, status: 'deleted' } });
    const { pages } = await turn();
    expect(pages.flatMap((page) => page.deletedAuthors ?? [])).toEqual([{ key: did, at: expect.any(Date) as unknown }]);
  });

  it('loses nothing and tells nothing twice when the connection breaks', async () => {
    let broken = 0;
    const writing = setInterval(() => bluesky.post('deniz', `kargom ${bluesky.world.posts.length}`), 10);
    const breaking = setInterval(() => {
      broken += bluesky.stream.listeners;
      bluesky.stream.breakOff();
    }, 150);
    const first = await turn({ turnMs: 20_000 }, () => broken > 2);
    clearInterval(writing);
    clearInterval(breaking);
    const left = bluesky.world.posts.length - first.posts.length;
    const second = await turn({ turnMs: left === 0 ? 50 : 20_000 }, (pages) => count(pages) >= left);
    expect(bluesky.stream.asked.length).toBeGreaterThan(2);
    expect([...first.texts, ...second.texts].sort()).toEqual(bluesky.world.posts.map((post) => post.record.text).sort());
  });

  it('holds the network back while pages are stored, and still hears all', async () => {
    for (let i = 0; i < 4500; i += 1) bluesky.post('deniz', `kargom ${i}`);
    const { posts, pages } = await turn({ turnMs: 20_000 }, async (so) => soon(50).then(() => count(so) >= 4500));
    expect(new Set(posts.map((post) => post.externalId)).size).toBe(4500);
    expect(Math.max(...pages.map((page) => page.posts.length))).toBeLessThan(4500);
  });

  it('moves its cursor past what concerns nobody', async () => {
    bluesky.post('marek', 'nothing for us');
    const { posts, end } = await turn({ mayConcern: () => false });
    expect([posts, end.outcome]).toEqual([[], 'empty']);
    await turn({ mayConcern: () => true });
    const asked = Number(bluesky.stream.asked.at(-1)!.searchParams.get('cursor'));
    expect(asked).toBe(bluesky.stream.events[0]!.at - 3_000_000);
  });

  it('keeps the latest of what becomes of a post within one page', async () => {
    const kept = bluesky.post('deniz', 'bir');
    bluesky.world.put(kept.author, kept.rkey, { ...kept.record, text: 'iki' }, new Date());
    bluesky.world.remove(bluesky.post('marek', 'tri').uri);
    const { texts, pages } = await turn();
    expect([texts, pages.flatMap((page) => page.deleted ?? []).length]).toEqual([['iki'], 1]);
  });

  it('says when the last look was longer ago than the stream keeps', async () => {
    cursor = JSON.parse(JSON.stringify({ search: lane(), query: null, mentions: lane(), did: null, stream: { at: (Date.now() - 40 * 3_600_000) * 1000, handed: {} } })); // prettier-ignore
    bluesky.post('deniz', 'kargom yok');
    const { end, texts } = await turn();
    expect([end.outcome, end.goOn, texts]).toEqual(['truncated', true, ['kargom yok']]);
    expect(end.notes).toMatchObject([{ code: 'bluesky-gap', params: { time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as unknown } }]); // prettier-ignore
    expect((await turn()).end.outcome).toBe('empty');
  });

  it('gives up after some tries and says why', async () => {
    await bluesky.stop();
    const started = listening({ turnMs: 20_000, signal: AbortSignal.timeout(600) });
    expect((await started.next()).value).toMatchObject({ outcome: 'truncated' });
    bluesky = await BlueskyServer.start();
    bluesky.stream.refusals.push({ status: 404 });
    expect((await turn({ turnMs: 20_000 })).end).toMatchObject({
      outcome: 'schema-changed',
      notes: [{ code: 'stream-address', params: { status: 404 } }],
    });
    bluesky.stream.hangs = true;
    expect((await turn({ signal: AbortSignal.timeout(100) })).end.outcome).toBe('truncated');
  });

  it('ends at once when it is told to stop, and leaves the cursor where it was', async () => {
    await turn();
    const stop = new AbortController();
    const polling = turn({ turnMs: 20_000, signal: stop.signal });
    await until(() => bluesky.stream.listeners > 0);
    stop.abort();
    expect((await polling).end.outcome).toBe('truncated');
  });
});

const lane = () => ({ from: 0, handed: {}, run: null });
