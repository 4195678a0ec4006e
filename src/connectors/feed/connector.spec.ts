import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OutboundError, type SafeHttp, type SafeRequest, type SafeResponse } from '../../platform/outbound/safe-http.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { feedConnector } from './connector.js';

const NOW = new Date('2026-03-02T15:00:00Z');
const URL_ = 'https://site.example.com/feed';

/** A server of one feed that remembers what it was asked. */
class OneFeed implements SafeHttp {
  readonly asked: SafeRequest[] = [];
  answer: Partial<SafeResponse> | Error = {};

  request(request: SafeRequest): Promise<SafeResponse> {
    this.asked.push(request);
    if (this.answer instanceof Error) return Promise.reject(this.answer);
    return Promise.resolve({ status: 200, headers: {}, body: Buffer.alloc(0), url: request.url, movedTo: null, ...this.answer });
  }

  shows(...titles: string[]): this {
    const items = titles.map((title, n) => `<item><guid>${title}</guid><title>${title}</title><pubDate>${new Date(NOW.getTime() - n * 60_000).toUTCString()}</pubDate></item>`);
    this.answer = { body: Buffer.from(`<rss version="2.0"><channel><title>Site</title>${items.join('')}</channel></rss>`), headers: { etag: '"1"', 'last-modified': 'yesterday' } };
    return this;
  } // prettier-ignore
}

const context = (http: SafeHttp, cursor: unknown = null, url = URL_) =>
  ({ settings: { url }, http, cursor, now: () => NOW, signal: new AbortController().signal, intervalSeconds: 300 }) as never;

async function poll(http: SafeHttp, cursor: unknown = null, stopAfter = Infinity) {
  const run = feedConnector.poll!(context(http, cursor));
  const pages: PollPage[] = [];
  let step = await run.next();
  while (!step.done && pages.length < stopAfter) {
    pages.push(step.value);
    step = await run.next();
  }
  const posts: IncomingPost[] = pages.flatMap((page) => page.posts);
  return { pages, posts, end: step.value as PollEnd, cursor: pages.at(-1)?.cursor ?? cursor };
}

const titles = (posts: IncomingPost[]) => posts.map(({ externalId }) => externalId);
const page = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

describe('polling', () => {
  it('Google News: a story that comes again under another id is no post, and says once why', async () => {
    const http = new OneFeed();
    http.answer = { body: page('google-news.rss') };
    const first = await poll(http);
    expect(titles(first.posts)).toEqual(['https://daily.example.com/lumio-raises-prices']);
    http.answer = { body: page('google-news-again.rss') };
    const second = await poll(http, first.cursor);
    expect(second.posts.map(({ text }) => text)).toEqual(['Lumio raises prices - Another Paper']);
    const refused = second.pages.flatMap((one) => one.refused);
    expect(refused).toMatchObject([{ reason: 'The story is known under another id: lumio raises prices' }]);
    expect((await poll(http, second.cursor)).pages).toEqual([]);
  });

  it('hands over what is new, oldest first, and asks conditionally the next time', async () => {
    const http = new OneFeed().shows('c', 'b', 'a');
    const first = await poll(http);
    expect([titles(first.posts), first.end.outcome]).toEqual([['a', 'b', 'c'], 'ok']);
    expect(http.asked[0]!.headers).not.toHaveProperty('if-none-match');
    const second = await poll(http.shows('d', 'c', 'b'), first.cursor);
    expect([titles(second.posts), second.end.outcome]).toEqual([['d'], 'ok']);
    expect(http.asked[1]!.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'yesterday' });
    const third = await poll(http.shows('d', 'c', 'b'), second.cursor);
    expect([third.pages, third.end.outcome]).toEqual([[], 'empty']);
    http.answer = { status: 304 };
    expect(await poll(http, second.cursor)).toMatchObject({ pages: [], end: { outcome: 'empty' } });
  });

  it('comes in pages of 200, and a crash between them loses and repeats nothing', async () => {
    const all = Array.from({ length: 450 }, (_, n) => `p${n}`);
    const http = new OneFeed().shows(...all);
    const whole = await poll(http);
    expect(whole.pages.map(({ posts }) => posts.length)).toEqual([200, 200, 50]);
    const halted = await poll(http, null, 1);
    const rest = await poll(http, halted.cursor);
    expect(http.asked.at(-1)!.headers).not.toHaveProperty('if-none-match');
    expect(titles([...halted.posts, ...rest.posts])).toEqual([...all].reverse());
    expect((await poll(http, whole.cursor)).posts).toEqual([]);
  });

  it('says when entries may have come and gone unseen', async () => {
    const named = (start: string) => Array.from({ length: 12 }, (_, n) => `${start}${n}`);
    const http = new OneFeed().shows(...named('a'));
    const { cursor } = await poll(http);
    expect((await poll(http.shows(...named('b')), cursor)).end.outcome).toBe('truncated');
    expect((await poll(http.shows(...named('a').slice(1), 'b'), cursor)).end.outcome).toBe('ok');
  });

  it('lists what it refused once', async () => {
    const http = new OneFeed();
    http.answer = { body: page('feed.json') };
    const first = await poll(http);
    expect(first.pages.flatMap(({ refused }) => refused)).toHaveLength(2);
    expect((await poll(http, first.cursor)).pages).toEqual([]);
  });

  it('reads what it can of a cut document and asks for all of it again', async () => {
    const http = new OneFeed();
    http.answer = { body: page('cut.atom'), headers: { etag: '"cut"' } };
    const { posts, end, cursor } = await poll(http);
    expect(titles(posts)).toEqual(['urn:1']);
    expect(end).toMatchObject({ outcome: 'truncated', notes: [{ code: 'feed-half' }] });
    expect(cursor).toMatchObject({ etag: null });
  });

  it('remembers a permanent move, and comes back when it leads nowhere', async () => {
    const http = new OneFeed().shows('a');
    Object.assign(http.answer, { movedTo: 'https://new.example.com/feed', url: 'https://new.example.com/feed' });
    const { cursor } = await poll(http);
    http.answer = { status: 410 };
    const gone = await poll(http, cursor);
    expect(http.asked[1]!.url).toBe('https://new.example.com/feed');
    expect(gone.end.outcome).toBe('unreachable');
    await poll(http.shows('a'), gone.cursor);
    expect(http.asked[2]!.url).toBe(URL_);
  });

  it('starts anew with another address or an unreadable cursor', async () => {
    const http = new OneFeed().shows('a');
    for (const cursor of [
      'nonsense',
      { of: 'https://other.example.com/', movedTo: null, etag: 'x', lastModified: null, seen: [] },
    ]) {
      expect(titles((await poll(http, cursor)).posts)).toEqual(['a']);
      expect(http.asked.at(-1)!.headers).not.toHaveProperty('if-none-match');
    }
  });

  it('keeps its memory bounded, and never forgets what the feed still shows', async () => {
    const http = new OneFeed();
    let cursor: unknown = null;
    for (let round = 0; round < 8; round += 1) {
      ({ cursor } = await poll(http.shows('keep', ...Array.from({ length: 300 }, (_, n) => `r${round}-${n}`)), cursor));
    }
    expect((cursor as { seen: string[] }).seen.length).toBeLessThanOrEqual(1_301);
    expect((await poll(http.shows('keep'), cursor)).posts).toEqual([]);
  });

  it('sends no strange header back', async () => {
    const http = new OneFeed().shows('a');
    Object.assign(http.answer, { headers: { etag: '"\u0131"', 'last-modified': 'x'.repeat(1_000) } });
    expect((await poll(http)).cursor).toMatchObject({ etag: null, lastModified: null });
  });

  it('passes the wishes of the feed on', async () => {
    const http = new OneFeed();
    http.answer = { body: page('shop-blog.rss') };
    expect((await poll(http)).end).toMatchObject({
      outcome: 'ok',
      retryAfterSeconds: 5_400,
      notes: [{ code: 'feed-entities' }, { code: 'feed-space' }],
    });
  });
});

describe('every other answer', () => {
  it.each([
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { outcome: 'throttled', retryAfterSeconds: 120 },
    ],
    [
      { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 15:01:00 GMT' } },
      { outcome: 'throttled', retryAfterSeconds: 60 },
    ],
    [{ status: 429 }, { outcome: 'throttled' }],
    [{ status: 401 }, { outcome: 'forbidden' }],
    [{ status: 403 }, { outcome: 'forbidden' }],
    [{ status: 404 }, { outcome: 'unreachable' }],
    [{ status: 500 }, { outcome: 'unreachable' }],
    [{ status: 204 }, { outcome: 'empty' }],
    [{ body: Buffer.from('') }, { outcome: 'schema-changed', notes: [{ code: 'feed-blank' }] }],
    [{ body: Buffer.from('<a/>') }, { outcome: 'schema-changed', notes: [{ code: 'feed-other-root', params: { root: 'a' } }] }],
    [{ body: Buffer.from('{"a":1}') }, { outcome: 'schema-changed' }],
    [{ body: Buffer.from('%PDF-1.7') }, { outcome: 'schema-changed' }],
    [{ body: page('shop-page.html') }, { outcome: 'schema-changed', notes: [{ code: 'feed-web-page', detail: 'Our products' }] }],
    [
      { body: page('sign-in.html') },
      { outcome: 'forbidden', notes: [{ code: 'feed-keeps-out', detail: expect.stringContaining('Sign in to continue') }] },
    ],
    [{ body: Buffer.from('<rss version="2.0"><channel><title>t</title></channel></rss>') }, { outcome: 'empty' }],
    [
      new OutboundError('timeout', 'No whole answer within 20 s'),
      { outcome: 'unreachable', notes: [{ code: 'too-slow', detail: 'No whole answer within 20 s' }] },
    ],
    [new OutboundError('too-large', 'big'), { outcome: 'truncated', notes: [{ code: 'too-large', detail: 'big' }] }],
    [
      new OutboundError('forbidden-address', 'inward'),
      { outcome: 'forbidden', notes: [{ code: 'inward-address', detail: 'inward' }] },
    ],
    [new OutboundError('bad-encoding', 'gzip'), { outcome: 'schema-changed' }],
  ])('%j → %j', async (answer, end) => {
    const http = new OneFeed();
    http.answer = answer as never;
    const polled = await poll(http);
    expect(polled.posts).toEqual([]);
    expect(polled.end).toMatchObject(end);
  });

  it('being stopped is no verdict about the source', async () => {
    const http = new OneFeed();
    http.answer = new OutboundError('aborted', 'stopped');
    await expect(poll(http)).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('test connection', () => {
  it('shows what it found', async () => {
    const result = await feedConnector.test(context(new OneFeed().shows('c', 'b', 'a')));
    expect(result).toMatchObject({
      ok: true,
      notes: [
        { code: 'feed-titled', params: { title: 'Site' } },
        { code: 'feed-entries', params: { count: 3 } },
      ],
      samples: [{ externalId: 'c' }, { externalId: 'b' }, { externalId: 'a' }],
    });
  });

  it('explains what is wrong in plain words', async () => {
    const http = new OneFeed();
    http.answer = { status: 403 };
    expect(await feedConnector.test(context(http))).toEqual({
      ok: false,
      notes: [{ code: 'feed-not-allowed', params: { status: 403 } }],
      samples: [],
    });
  });

  it('names the feed that a page offers', async () => {
    const http = new OneFeed();
    http.answer = {
      body: Buffer.from(
        '<!DOCTYPE html><html><head><title>Shop</title><link REL="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"></head></html>',
      ),
    };
    expect((await feedConnector.test(context(http))).notes).toEqual([
      { code: 'feed-web-page', detail: 'Shop' },
      { code: 'feed-offered', params: { address: '/rss?a=1&b=2' } },
    ]);
  });

  it('takes only web addresses', () => {
    expect(feedConnector.settings.safeParse({ url: 'https://a.example/rss', language: 'tr' }).success).toBe(true);
    for (const url of ['file:///etc/passwd', 'ftp://a.example/', 'feed', ''])
      expect(feedConnector.settings.safeParse({ url }).success).toBe(false);
  });
});
