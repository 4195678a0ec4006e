import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HackerNewsServer } from '../../../test/support/hackernews-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { hackerNewsConnector } from './connector.js';
import { plainText } from './plain-text.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

let now = new Date('2026-11-22T12:00:00Z');
let hn: HackerNewsServer;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  hn = new HackerNewsServer(() => now);
  await hn.server.start();
});
afterEach(() => hn.server.stop());

async function poll(cursor: unknown, more: object = {}) {
  const { url } = hn.server;
  const settings = hackerNewsConnector.settings.parse({ queries: ['acme'], searchUrl: url, itemsUrl: url, ...more });
  const run = hackerNewsConnector.poll!({ settings, http, cursor, now: () => now, signal: new AbortController().signal, intervalSeconds: 300 }); // prettier-ignore
  const pages: PollPage[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { posts: pages.flatMap((p) => p.posts), deleted: pages.flatMap((p) => p.deleted ?? []), pages, end: step.value as PollEnd, cursor: pages.at(-1)?.cursor ?? cursor }; // prettier-ignore
    pages.push(JSON.parse(JSON.stringify(step.value), (key, value: unknown) => (['postedAt', 'editedAt', 'at'].includes(key) && typeof value === 'string' ? new Date(value) : value)) as PollPage); // prettier-ignore
  }
}

const ids = (posts: IncomingPost[]) => posts.map((post) => Number(post.externalId)).sort();

describe('hacker news', () => {
  it('tells a story and a comment in our words', async () => {
    const story = hn.add({ type: 'story', title: 'Acme raises prices', url: 'https://example.com/acme', score: 12 }, 600);
    const comment = hn.add({ text: 'Acme? <i>Never</i> again. <a href="https:&#x2F;&#x2F;example.com&#x2F;a" rel="nofollow">https:&#x2F;&#x2F;example.com&#x2F;a</a><p>I&#x27;m out', story: story.id, parent: story.id }, 60); // prettier-ignore
    const { posts, end } = await poll(null);
    expect(end.outcome).toBe('ok');
    expect(posts).toEqual([
      { externalId: String(story.id), text: 'Acme raises prices', postedAt: new Date(story.time * 1000), author: { key: story.by, handle: story.by, name: null, followers: null, url: `https://news.ycombinator.com/user?id=${story.by}` }, url: `https://news.ycombinator.com/item?id=${story.id}`, lang: null, inReplyTo: null, thread: `hackernews:${story.id}`, network: 'hackernews', links: ['https://example.com/acme'], reach: { likes: 12, replies: 0 } },
      expect.objectContaining({ externalId: String(comment.id), text: 'Acme? Never again. https://example.com/a\n\nI\'m out', inReplyTo: String(story.id), thread: `hackernews:${story.id}`, links: ['https://example.com/a'], extra: { story: 'A story' } }),
    ]); // prettier-ignore
  });

  it('finds what the search shows late, within the hour', async () => {
    const late = hn.add({ text: 'acme late' }, 1800);
    hn.notIndexed.add(late.id);
    const newest = hn.add({ text: 'acme now' }, 10);
    const first = await poll(null);
    expect(ids(first.posts)).toEqual([newest.id]);
    hn.notIndexed.clear();
    expect(ids((await poll(first.cursor)).posts)).toEqual([late.id]);
  });

  it('reads more than the search shows in windows of time, and says when one second holds more', async () => {
    hn.reach = 20;
    const many = Array.from({ length: 90 }, (_, n) => hn.add({ text: `acme ${n}` }, 5000 - n * 50).id);
    const { posts, end } = await poll(null);
    expect([ids(posts), end.outcome]).toEqual([many, 'ok']);
    for (let n = 0; n < 25; n += 1) hn.add({ text: 'acme at once' }, 100);
    expect((await poll(null)).end).toMatchObject({ outcome: 'truncated' });
  });

  it('a comment that moderators take away is a deletion, and so is one that is gone', async () => {
    const [dead, deleted] = [hn.add({ text: 'acme one' }, 60), hn.add({ text: 'acme two' }, 50)];
    const { cursor } = await poll(null);
    dead.dead = true;
    deleted.deleted = true;
    const after = await poll(cursor);
    expect(after.deleted).toEqual([dead, deleted].map(({ id }) => ({ externalId: String(id), at: now })));
    expect((await poll(after.cursor)).deleted).toEqual([]);
  });

  it('looks at ten a poll in turn, and forgets after two days', async () => {
    for (let n = 0; n < 25; n += 1) hn.add({ text: `acme ${n}` }, 100 + n);
    let { cursor } = await poll(null);
    const asked = () => hn.server.asked.filter(({ path }) => path.startsWith('/v0/')).map(({ path }) => path);
    for (let turn = 0; turn < 3; turn += 1) ({ cursor } = await poll(cursor));
    expect([asked().length, new Set(asked()).size]).toEqual([30, 25]);
    now = new Date(now.getTime() + 3 * 86_400_000);
    hn.add({ text: 'acme again' }, 1);
    ({ cursor } = await poll(cursor));
    expect((cursor as { watched: unknown[] }).watched).toHaveLength(1);
  });

  it('follows the comments of a found story, whatever their words', async () => {
    const story = hn.add({ type: 'story', title: 'Acme raises prices' }, 900);
    const silent = hn.add({ text: 'They never answer', story: story.id, parent: story.id }, 800);
    const first = await poll(null, { followThreads: true });
    expect(ids(first.posts)).toEqual([story.id, silent.id]);
    const later = hn.add({ text: 'Same here', story: story.id, parent: silent.id }, 5);
    hn.add({ text: 'of another story' }, 5);
    const second = await poll(first.cursor, { followThreads: true });
    expect(ids(second.posts)).toEqual([later.id]);
    expect((await poll(second.cursor, { followThreads: true })).posts).toEqual([]);
  });

  it('a post that two searches find is handed on once, and a search taken away is forgotten', async () => {
    const both = hn.add({ text: 'acme and lumio' }, 60);
    const { posts, cursor } = await poll(null, { queries: ['acme', 'lumio'] });
    expect(ids(posts)).toEqual([both.id]);
    const { lanes } = (await poll(cursor, { queries: ['lumio'] })).cursor as { lanes: object };
    expect(Object.keys(lanes).length).toBeLessThanOrEqual(2);
  });

  it('asks for everything when no search is set, and only for what is wanted', async () => {
    hn.add({ text: 'anything at all' }, 60);
    const story = hn.add({ type: 'story', title: 'A launch' }, 50);
    expect(ids((await poll(null, { queries: [], comments: false })).posts)).toEqual([story.id]);
  });
});

describe('the HTML of hacker news', () => {
  it.each([
    ['plain', 'plain'],
    ['one<p>two<p>three', 'one\n\ntwo\n\nthree'],
    ['<pre><code>a &lt; b\n</code></pre>', 'a < b'],
    ['<a href="https:&#x2F;&#x2F;a.example&#x2F;very-long-path" rel="nofollow">https:&#x2F;&#x2F;a.example&#x2F;very...</a>', 'https://a.example/very-long-path'], // prettier-ignore
    ['<a href="javascript:alert(1)">x</a><script>alert(2)</script>', 'xalert(2)'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ])('%s', (html, text) => expect(plainText(html).text).toBe(text));

  it('takes no longer for hostile text', () => {
    const begun = process.cpuUsage();
    plainText('<a href="'.repeat(200_000));
    plainText('<'.repeat(1_000_000));
    expect(process.cpuUsage(begun).user).toBeLessThan(8_000_000);
  });
});
