import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost } from '#libs/matching/match-posts.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import { published } from '../../../test/support/x-server/published.js';
import { X_KEYS, XServer } from '../../../test/support/x-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { pollX } from './poll.js';
import { XSettings } from './settings.js';

const TIMELINE = '/2/users/{id}/tweets';
const QUARTER_MS = 900_000;
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
const check = published();
let x: XServer;
let settings: XSettings;
let ahead: number;
let cursor: unknown;
const now = () => new Date(Date.now() + ahead);

beforeEach(async () => {
  ahead = 0;
  cursor = null;
  x = await XServer.start({ now });
  settings = XSettings.parse({ ...X_KEYS, listenToMentions: true, listenToQuotes: true, baseUrl: x.url });
});
afterEach(async () => {
  const honest = x.exchanges.filter(({ fault }) => !fault);
  for (const exchange of honest) expect([exchange.path, check.faults(exchange)]).toEqual([exchange.path, []]);
  await x.stop();
});
afterAll(() => http.close());

/** @param pages that are stored before a crash; left out: all */
async function poll(pages = Infinity): Promise<{ posts: IncomingPost[]; end: PollEnd | null }> {
  const run = pollX({ settings, http, now, cursor, signal: new AbortController().signal, intervalSeconds: 60 });
  const posts: IncomingPost[] = [];
  for (let stored = 0; stored < pages; stored += 1) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (step.done) return { posts, end: step.value };
    cursor = JSON.parse(JSON.stringify(step.value.cursor));
    posts.push(...step.value.posts);
  }
  return { posts, end: null };
}

const ours = (text: string) => x.post(x.us, text);
const quote = (id: string, text = 'söz verip tutmamak böyle olur') => x.post('deniz', text, { quotes: id });
const ids = (posts: IncomingPost[]) => posts.map(({ externalId }) => externalId);
const asked = (what: string) => x.exchanges.filter(({ query }) => query.get('query')?.includes(what)).length;

describe('quotes of our posts that do not name us', () => {
  it('are heard, with a link by which a watch of our page finds them', async () => {
    const post = ours('Yeni paketimiz geldi');
    const quoted = quote(post.id);
    quote(x.post('owen', 'baska bir sey').id);
    const { posts, end } = await poll();
    expect([ids(posts), end?.outcome]).toEqual([[quoted.id], 'ok']);
    expect(posts[0]).toMatchObject({ quoteOf: post.id, links: [`https://x.com/${x.us.username}/status/${post.id}`] });
    const query = parseQuery(`site:x.com/${x.us.username}`);
    if (!query.ok) throw new Error(query.error.message);
    const watch = compileWatches([{ id: 'w', query: query.query, options: { kind: 'brand' } }]);
    expect(matchPost(watch, posts[0] as IncomingPost as never)).toHaveLength(1);
  });

  it('are asked for every quarter of an hour, also when there are none', async () => {
    ours('Merhaba');
    for (let i = 0; i < 3; i += 1) await poll();
    expect([x.exchanges.filter(({ route }) => route === TIMELINE).length, asked('quotes_of')]).toEqual([1, 1]);
    ahead += QUARTER_MS;
    await poll();
    expect([x.exchanges.filter(({ route }) => route === TIMELINE).length, asked('quotes_of')]).toEqual([2, 2]);
  });

  it('are heard of a post that came after the last look, though it was quoted before we learned of it', async () => {
    quote(ours('Birinci').id);
    await poll();
    const later = ours('Ikinci');
    const early = quote(later.id);
    quote(ours('Ucuncu').id);
    ahead += QUARTER_MS;
    const { posts } = await poll();
    expect(ids(posts)).toContain(early.id);
    expect(new Set(ids(posts)).size).toBe(posts.length);
    expect(posts.length).toBeGreaterThanOrEqual(2);
  });

  it('are heard of many posts by searches that X takes, of the newest 55', async () => {
    const made = Array.from({ length: 60 }, (_, i) => ours(`Duyuru ${i}`).id);
    const first = quote(made[0] as string).id;
    const last = quote(made[59] as string).id;
    const found = ids((await poll()).posts);
    expect([found.includes(last), found.includes(first)]).toEqual([true, false]);
    const lengths = x.exchanges.flatMap(({ query }) => query.get('query')?.length ?? []);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(512);
  });

  it.each([1, 2, 3])('are all heard after a crash behind %s pages', async (pages) => {
    const post = ours('Kesinti bitti').id;
    const all = Array.from({ length: 130 }, (_, i) => quote(post, `hala yok ${i}`).id);
    const before = await poll(pages);
    ahead += QUARTER_MS;
    const after = await poll();
    expect([...ids(before.posts), ...ids(after.posts)].sort()).toEqual(all.sort());
  });

  it('wait when our timeline cannot be read; the other lists are read', async () => {
    const named = x.post('deniz', `@${x.us.username} neden?`);
    x.fail({ kind: 'too-many', resetInSeconds: 7 }, { route: TIMELINE });
    const { posts, end } = await poll();
    expect([ids(posts), end?.outcome]).toEqual([[named.id], 'throttled']);
  });

  it('are not asked for unless that is wanted', async () => {
    settings = { ...settings, listenToQuotes: false };
    quote(ours('Merhaba').id);
    expect((await poll()).posts).toEqual([]);
    expect(asked('quotes_of')).toBe(0);
  });
});
