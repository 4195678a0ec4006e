import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X_BEARER, X_KEYS, XServer, type XServerOptions } from '../../../test/support/x-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { searched } from './lists.js';
import { pollX } from './poll.js';
import { XSettings } from './settings.js';

const SEARCH = '/2/tweets/search/recent';
const MENTIONS = '/2/users/{id}/mentions';
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let x: XServer;
let settings: XSettings;

beforeEach(() => start());
afterEach(() => x.stop());
afterAll(() => http.close());

async function start(options: XServerOptions = {}) {
  x = await XServer.start(options);
  settings = XSettings.parse({ query: 'kargom', bearerToken: X_BEARER, baseUrl: x.url });
}

async function poll(cursor: unknown = null, more: Partial<XSettings> = {}) {
  const context = {
    settings: { ...settings, ...more },
    http,
    now: () => new Date(),
    signal: new AbortController().signal,
    intervalSeconds: 60,
  };
  const run = pollX({ ...context, cursor });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (!step.done) {
      pages.push(JSON.parse(JSON.stringify(step.value)) as PollPage);
      continue;
    }
    const posts = pages.flatMap((page) => page.posts);
    return {
      pages,
      posts,
      ids: posts.map(idOf),
      end: step.value,
      cursor: pages.at(-1)?.cursor ?? cursor,
      refused: pages.flatMap((p) => p.refused),
    };
  }
}

const idOf = (post: IncomingPost) => post.externalId;
const many = (count: number) => Array.from({ length: count }, (_, i) => x.post('deniz', `kargom nerede ${i}`).id);
const sinceIdIn = (cursor: unknown) => (cursor as { search: { sinceId: string } }).search.sinceId;
const calls = (route = SEARCH) => x.exchanges.filter((exchange) => exchange.route === route);

describe('a poll of X', () => {
  it('asks the API by either set of names, and remembers which it speaks', async () => {
    await x.stop();
    await start({ names: 'tweet' });
    const post = x.post('deniz', 'kargom @AnadoluHat', { lang: 'tr', note: 'kargom &amp; a long story' });
    const first = await poll();
    expect(first.posts).toMatchObject([
      { externalId: post.id, text: 'kargom &amp; a long story', author: { handle: 'deniz', followers: 100 }, lang: 'tr' },
    ]);
    expect(calls()).toHaveLength(2);
    await poll(first.cursor);
    expect(calls()).toHaveLength(3);
  });

  it('notices that an API passes over the names it does not know, also on its own timeline', async () => {
    await x.stop();
    await start({ names: 'tweet', lenient: true });
    const answered = x.post('deniz', 'kargom nerede');
    const reply = x.post('marek', '@deniz kargom da yok', { inReplyTo: answered.id });
    const { posts, cursor } = await poll();
    expect(posts).toMatchObject([
      { externalId: reply.id, inReplyTo: answered.id, author: { handle: 'marek' } },
      { externalId: answered.id },
    ]);
    expect(cursor).toMatchObject({ names: 'tweet' });
  });

  it('obeys a limit in the middle of a run, keeps since_id until the run is stored, and then hears the rest', async () => {
    const ids = many(250);
    x.fail({ kind: 'too-many', resetInSeconds: 42 }, { route: SEARCH, after: 1 });
    const cut = await poll();
    expect(cut.end).toMatchObject({ outcome: 'throttled' });
    expect(cut.end.retryAfterSeconds).toBeGreaterThan(39);
    expect(cut.end.retryAfterSeconds).toBeLessThan(44);
    expect(cut.cursor).toMatchObject({ search: { run: { newestId: ids.at(-1) } } });
    expect(BigInt(sinceIdIn(cut.cursor))).toBeLessThan(BigInt(ids[0]!));
    const rest = await poll(cut.cursor);
    expect([...cut.ids, ...rest.ids].sort()).toEqual([...ids].sort());
    expect(rest.cursor).toMatchObject({ search: { run: null } });
    expect((await poll(rest.cursor)).ids).toEqual([]);
  });

  it('hears a post that X shows late, after newer ones, and nothing twice', async () => {
    const late = x.post('deniz', 'kargom geç', { createdAt: new Date(Date.now() - 5000), visibleAt: new Date(Date.now() + 300) });
    const ids = many(3);
    const first = await poll();
    expect(first.ids.sort()).toEqual([...ids].sort());
    await new Promise((r) => setTimeout(r, 350));
    const second = await poll(first.cursor);
    expect([second.ids, second.end.outcome]).toEqual([[late.id], 'ok']);
    expect((await poll(second.cursor)).end.outcome).toBe('empty');
  });

  it('moves since_id up to the newest post once nothing can come late', async () => {
    const old = [90_000, 60_000].map((ago) => x.post('deniz', 'kargom', { createdAt: new Date(Date.now() - ago) }).id);
    const { cursor } = await poll();
    expect(cursor).toMatchObject({ search: { sinceId: old[1], recent: [] } });
    many(1);
    const next = (await poll(cursor)).cursor as { search: { sinceId: string; recent: string[] } };
    expect(next.search.recent).toHaveLength(1);
    expect(BigInt(next.search.sinceId)).toBeGreaterThan(BigInt(old[1]!));
  });

  it('stops by itself when the calls of a window are used up', async () => {
    many(150);
    x.limits.set(SEARCH, 1, 30);
    const { end, ids } = await poll();
    expect([ids.length, end.outcome, calls().length]).toEqual([100, 'throttled', 1]);
    expect(end.retryAfterSeconds).toBeLessThanOrEqual(31);
  });

  it('goes on below the oldest id when X no longer takes its token', async () => {
    const ids = many(150);
    x.fail({ kind: 'status', status: 500 }, { route: SEARCH, after: 1 });
    const cut = await poll();
    const cursor = cut.cursor as { search: { run: { nextToken: string } } };
    cursor.search.run.nextToken = 'expired';
    const rest = await poll(cursor);
    expect([...cut.ids, ...rest.ids].sort()).toEqual([...ids].sort());
    expect([cut.end.outcome, rest.end.outcome]).toEqual(['unreachable', 'ok']);
  });

  it('says so when it was away for longer than X reaches back', async () => {
    const week = 7 * 86_400_000;
    const old = x.post('deniz', 'kargom eski', { createdAt: new Date(Date.now() - week - 60_000) });
    const cursor = {
      search: { sinceId: old.id, recent: [], run: null },
      query: 'kargom',
      mentions: { sinceId: null, recent: [], run: null },
      account: null,
      names: 'post',
    };
    const fresh = x.post('deniz', 'kargom yeni');
    const { end, ids } = await poll(cursor);
    expect(ids).toContain(fresh.id);
    expect(end).toMatchObject({ outcome: 'truncated', notes: [{ code: 'x-too-long-ago' }] });
  });

  it('takes a repeated cursor for a fault and starts over next time', async () => {
    const ids = many(250);
    x.fail({ kind: 'repeated-cursor' }, { route: SEARCH, after: 1 });
    const cut = await poll();
    expect(cut.end).toMatchObject({ outcome: 'truncated', notes: [{ code: 'same-page' }] });
    expect(cut.cursor).toMatchObject({ search: { run: null } });
    expect(BigInt(sinceIdIn(cut.cursor))).toBeLessThan(BigInt(ids[0]!));
    const whole = await poll(cut.cursor);
    expect([...cut.ids, ...whole.ids].sort()).toEqual([...ids].sort());
  });

  it.each([
    [{ kind: 'html' as const }, 'schema-changed'],
    [{ kind: 'status' as const, status: 503 }, 'unreachable'],
    [{ kind: 'status' as const, status: 402, body: { title: 'SpendCapReached', detail: 'Spend cap' } }, 'throttled'],
    [
      {
        kind: 'status' as const,
        status: 400,
        body: { title: 'Invalid Request', errors: [{ parameters: { query: ['('] }, message: 'bad query' }] },
      },
      'forbidden',
    ],
    [{ kind: 'status' as const, status: 429, body: { title: 'Too Many Requests', type: 'about:blank' } }, 'throttled'],
    [{ kind: 'status' as const, status: 200, body: { data: { id: '1' } } }, 'schema-changed'],
    [{ kind: 'status' as const, status: 200, body: { errors: [{ title: 'gone' }] } }, 'schema-changed'],
    [{ kind: 'status' as const, status: 302, body: {} }, 'schema-changed'],
  ])('ends %j as %s and loses nothing', async (fault, outcome) => {
    const ids = many(3);
    x.fail(fault, { route: SEARCH });
    const ill = await poll();
    expect([ill.end.outcome, ill.ids]).toEqual([outcome, []]);
    expect((await poll(ill.cursor)).ids.sort()).toEqual([...ids].sort());
  });

  it('reads a page of 5 MB, and says when one is too large', async () => {
    const ids = many(2);
    x.fail({ kind: 'huge', bytes: 5_000_000 }, { route: SEARCH });
    expect((await poll()).ids.sort()).toEqual([...ids].sort());
    x.fail({ kind: 'huge', bytes: 11_000_000 }, { route: SEARCH });
    expect((await poll()).end).toMatchObject({ outcome: 'truncated', notes: [{ code: 'too-large' }] });
  });

  it('reads the mentions of the account that the keys belong to, and asks once who that is', async () => {
    const named = x.post('marek', '@AnadoluHat internet yok');
    const both = x.post('marek', 'kargom @AnadoluHat');
    const first = await poll(null, X_KEYS);
    expect(first.ids.sort()).toEqual([named.id, both.id].sort());
    const later = x.post('marek', '@AnadoluHat hâlâ yok');
    expect((await poll(first.cursor, X_KEYS)).ids).toEqual([later.id]);
    expect(calls('/2/users/me')).toHaveLength(1);
  });

  it('still searches when the mentions are refused, and says what is not heard', async () => {
    const [id] = many(1);
    x.fail({ kind: 'forbidden', detail: 'Not on your plan' }, { route: MENTIONS });
    const { end, ids } = await poll(null, X_KEYS);
    expect(ids).toEqual([id]);
    expect(end).toMatchObject({ outcome: 'forbidden', notes: [{ code: 'not-allowed', detail: 'Not on your plan' }] });
  });

  it('says so when there were more mentions than X shows', async () => {
    for (let i = 0; i < 810; i += 1) x.post('marek', `@AnadoluHat ${i}`);
    const { end, ids } = await poll(null, { ...X_KEYS, query: undefined });
    expect([ids.length, end.outcome]).toEqual([800, 'truncated']);
  });

  it('leaves out reposts unless they are counted, and knows one by its original when it comes all the same', async () => {
    const original = x.post('deniz', 'kargom nerede, ve &quot;uzun&quot; hikâye');
    const repost = x.post('owen', 'RT @deniz: kargom nerede', { repostOf: original.id });
    expect((await poll()).ids).toEqual([original.id]);
    const asked = { externalId: repost.id, repostOf: original.id, text: original.text, thread: `x:${original.id}` };
    expect((await poll(null, { query: 'kargom is:retweet' })).posts).toMatchObject([asked]);
    expect((await poll(null, { reposts: true })).posts).toMatchObject([asked, { externalId: original.id }]);
    expect(searched('a OR b', { reposts: false })).toBe('(a OR b) -is:retweet');
    await x.stop();
    await start({ names: 'tweet' });
    const first = x.post('deniz', 'kargom nerede, diye sordum');
    const again = x.post('owen', 'RT @deniz: kargom nere…', { repostOf: first.id });
    expect((await poll(null, { reposts: true })).posts).toMatchObject([
      { externalId: again.id, repostOf: first.id, text: first.text },
      { externalId: first.id },
    ]);
  });

  it('begins as many hours back as it is told', async () => {
    const ago = (hours: number) => x.post('deniz', 'kargom', { createdAt: new Date(Date.now() - hours * 3_600_000) }).id;
    const [hour, day, week] = [ago(1), ago(30), ago(150)];
    expect((await poll()).ids).toEqual([hour]);
    expect((await poll(null, { lookBackHours: 160 })).ids).toEqual([hour, day, week]);
  });

  it('starts the search anew when another one is set', async () => {
    const { cursor } = await poll();
    const hat = x.post('deniz', 'hattım çekmiyor');
    many(1);
    expect((await poll(cursor, { query: 'hattım' })).ids).toEqual([hat.id]);
  });

  it('asks no inward address that no administrator allowed', async () => {
    many(1);
    const strict = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'earshot-test' });
    const run = pollX({
      settings,
      http: strict,
      now: () => new Date(),
      signal: new AbortController().signal,
      intervalSeconds: 60,
      cursor: null,
    });
    expect((await run.next()).value).toMatchObject({ outcome: 'forbidden' });
    expect(x.exchanges).toEqual([]);
    await strict.close();
  });
});

describe('our own account', () => {
  it('is told to the desk, and what it posts is left out', async () => {
    x.post(x.us, 'kargom hakkında bilgi: bakıyoruz');
    const [theirs] = many(1);
    const { ids, pages } = await poll(null, X_KEYS);
    expect(ids).toEqual([theirs]);
    expect(pages[0]?.account).toEqual({ handle: 'AnadoluHat', externalId: x.us.id });
  });

  it('is asked for again when the keys change, and is unknown with a bearer token alone', async () => {
    const first = await poll(null, X_KEYS);
    await poll(first.cursor, { ...X_KEYS, accessToken: 'another' });
    expect(calls('/2/users/me').map((call) => call.status)).toEqual([200, 401]);
    expect((await poll()).pages.filter((page) => page.account !== undefined)).toEqual([]);
  });
});
