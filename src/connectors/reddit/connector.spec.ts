import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answers, cuts } from '../../../test/support/json-server.js';
import { REDDIT_ACCOUNT, REDDIT_APP, RedditServer } from '../../../test/support/reddit-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost } from '../incoming-post.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { PollEnd, PollPage } from '../polls.js';
import { redditConnector } from './connector.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

let now = new Date();
let reddit: RedditServer;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  reddit = new RedditServer({ now: () => now });
  await reddit.server.start();
});
afterEach(() => reddit.server.stop());

function contextOf(more: object = {}, app: object = REDDIT_ACCOUNT) {
  const given = { searches: ['kargom'], ...app, signInUrl: `${reddit.url}/api/v1/access_token`, baseUrl: reddit.url, ...more };
  return { settings: redditConnector.settings.parse(given), http, now: () => now, signal: new AbortController().signal };
}

async function poll(cursor: unknown, more: object = {}, app?: object) {
  const run = redditConnector.poll!({ ...contextOf(more, app), cursor, intervalSeconds: 120 });
  const pages: PollPage[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { posts: pages.flatMap((p) => p.posts), deleted: pages.flatMap((p) => p.deleted ?? []), end: step.value as PollEnd, cursor: JSON.parse(JSON.stringify(pages.at(-1)?.cursor ?? cursor)) as unknown }; // prettier-ignore
    pages.push(step.value);
  }
}

const names = (posts: IncomingPost[]) => posts.map((post) => post.externalId);
const asked = (path: string) => reddit.server.asked.filter((one) => one.path === path);

describe('reading reddit', () => {
  it('tells posts and comments in our words', async () => {
    const post = reddit.add({ title: 'Kargom & ben', body: 'See [here](https://example.com/a?b=1&c=2).', more: { post_hint: 'image', url: 'https://i.example/a.png', num_comments: 3, score: -2 } }, 600); // prettier-ignore
    const comment = reddit.add({ kind: 't1', body: 'Mine, too > 3 days', parent: post.name, link: post.name }, 60);
    const { posts, end } = await poll(null, { subreddits: ['askturkey'] });
    expect(end).toEqual({ outcome: 'ok' });
    expect(posts).toEqual([
      expect.objectContaining({ externalId: post.name, text: 'Kargom & ben\n\nSee here.', thread: `reddit:${post.name}`, inReplyTo: null, links: ['https://example.com/a?b=1&c=2'], media: [{ type: 'image', url: 'https://i.example/a.png', alt: null }], reach: { likes: 0, replies: 3, reposts: 0 }, author: { key: 't2_user0', handle: 'user0', name: null, followers: null, url: 'https://www.reddit.com/user/user0/' } }),
      expect.objectContaining({ externalId: comment.name, text: 'Mine, too > 3 days', thread: `reddit:${post.name}`, inReplyTo: post.name, url: expect.stringContaining('https://www.reddit.com/r/askturkey/comments/') as unknown, extra: { subreddit: 'askturkey', title: 'A post' } }),
    ]); // prettier-ignore
  });

  it('signs in as an account, as an app, or as an installed app, and uses a token while it is good', async () => {
    const installed = { clientId: REDDIT_APP.clientId, userAgent: REDDIT_APP.userAgent };
    for (const [app, grant] of [
      [REDDIT_ACCOUNT, 'refresh_token'],
      [REDDIT_APP, 'client_credentials'],
      [installed, 'https://oauth.reddit.com/grants/installed_client'],
    ] as const) {
      // prettier-ignore
      reddit.server.asked.length = 0;
      expect((await poll(null, {}, app)).end.outcome).toBe('empty');
      await poll(null, {}, app);
      const [token, ...more] = asked('/api/v1/access_token');
      expect([new URLSearchParams(token!.body).get('grant_type'), more.length]).toEqual([grant, 0]);
      expect(reddit.server.asked.every(({ headers }) => headers['user-agent'] === REDDIT_APP.userAgent)).toBe(true);
    }
  });

  it('gets a new token when the old one has ended, before its time or at it', async () => {
    await poll(null);
    reddit.tokens.clear();
    reddit.add({ title: 'kargom nerede' }, 5);
    expect((await poll(null)).posts).toHaveLength(1);
    now = new Date(now.getTime() + 2 * 3_600_000);
    reddit.add({ title: 'kargom yok' }, 5);
    expect((await poll(null)).posts).toHaveLength(2);
    expect(asked('/api/v1/access_token')).toHaveLength(3);
  });

  it('credentials that are wrong are said to be wrong', async () => {
    const { end } = await poll(null, { refreshToken: 'another' });
    expect(end).toMatchObject({ outcome: 'forbidden' });
    expect((await poll(null, { clientSecret: 'another' })).end.notes).toMatchObject([{ code: 'credentials' }]);
  });

  it('stops before the calls of a window are used up, and says when to go on', async () => {
    for (let n = 0; n < 250; n += 1) reddit.add({ title: `kargom ${n}` }, 500 - n);
    reddit.left = 3;
    const first = await poll(null);
    expect(first.end).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 340 });
    expect(reddit.left).toBe(0);
    reddit.left = 1000;
    const second = await poll(first.cursor);
    expect([new Set(names([...first.posts, ...second.posts])).size, second.end.outcome]).toEqual([250, 'ok']);
  });

  it('a last call that went well is no failure, but the next poll waits', async () => {
    reddit.left = 2;
    expect((await poll(null)).end).toMatchObject({ outcome: 'empty', retryAfterSeconds: 340 });
  });

  it('403 is never "nothing new", with a page of HTML or without', async () => {
    reddit.server.fail(answers(403, { 'content-type': 'text/html' }, '<h1>blocked</h1>'), { path: /search/ });
    expect((await poll(null)).end).toMatchObject({
      outcome: 'forbidden',
      notes: [{ code: 'reddit-blocked' }],
    });
    reddit.server.fail(answers(403, {}, '{"reason":"private","message":"Forbidden"}'), { path: /search/ });
    expect((await poll(null)).end).toMatchObject({ outcome: 'forbidden' });
  });

  it('goes on when the post it knew last is deleted', async () => {
    const last = reddit.add({ title: 'kargom 1' }, 100);
    const { cursor } = await poll(null);
    last.state = 'deleted';
    const next = reddit.add({ title: 'kargom 2' }, 10);
    const { posts, deleted } = await poll(cursor);
    expect([names(posts), deleted]).toEqual([[next.name], [{ externalId: last.name, at: now }]]);
  });

  it('takes a post that moderators let through late', async () => {
    const held = reddit.add({ title: 'kargom held', state: 'removed' }, 4 * 3600);
    for (let n = 0; n < 5; n += 1) reddit.add({ title: `kargom ${n}` }, 100 - n);
    const { cursor } = await poll(null);
    held.state = 'there';
    expect(names((await poll(cursor)).posts)).toEqual([held.name]);
  });

  it('asks again for a hundred a poll in turn, and tells a change that no list shows any more', async () => {
    const old = Array.from({ length: 150 }, (_, n) => reddit.add({ title: `kargom ${n}` }, 3000 - n));
    let { cursor } = await poll(null);
    reddit.edit(old[0]!, 'changed');
    old[1]!.state = 'removed';
    const told: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const next = await poll(cursor);
      cursor = next.cursor;
      told.push(...names(next.posts), ...next.deleted.map(({ externalId }) => externalId));
    }
    expect(told.sort()).toEqual([old[0]!.name, old[1]!.name].sort());
    expect(asked('/api/info').map(({ query }) => query.get('id')!.split(',').length)).toEqual([100, 100]);
    expect((await poll(cursor)).posts).toEqual([]);
  });

  it('says when more came than a list shows', async () => {
    reddit.add({ title: 'kargom first' }, 5000);
    const { cursor } = await poll(null);
    for (let n = 0; n < 1100; n += 1) reddit.add({ title: `kargom ${n}` }, 1200 - n);
    const { posts, end } = await poll(cursor);
    expect([posts.length, end.outcome, end.reachesBackTo]).toEqual([1000, 'truncated', posts[0]!.postedAt]);
  });

  it('a test of the connection names the subreddit that cannot be read', async () => {
    const { ok, notes } = await redditConnector.test(contextOf({ subreddits: ['askturkey', 'hidden'] }));
    expect([ok, notes]).toMatchObject([false, [{ code: 'concerning', params: { what: 'r/hidden' } }, { code: 'not-allowed' }]]);
  });
});

describe('replying on reddit', () => {
  const reply = (more: Partial<OutgoingReply> = {}): OutgoingReply => ({ text: 'Bakıyoruz, hemen yazacağız.', visibility: 'public', idempotencyKey: 'k', inReplyTo: { externalId: 't3_abc', url: null, authorHandle: 'deniz' }, firstAttemptAt: null, ...more }); // prettier-ignore
  const replies = redditConnector.replies!;
  const ours = () => reddit.things.filter(({ author }) => author === 'AnadoluHat');

  it('needs an account', () => {
    expect(replies.unavailable(contextOf({}, REDDIT_APP).settings)).toBe('no-account-keys');
    expect(replies.unavailable(contextOf().settings)).toBeNull();
  });

  it('answers a post once and says where', async () => {
    const sent = await replies.send(contextOf(), reply());
    expect(ours()).toMatchObject([{ body: 'Bakıyoruz, hemen yazacağız.', parent: 't3_abc' }]);
    expect(sent).toEqual({ outcome: 'sent', externalId: ours()[0]!.name, url: expect.stringContaining('https://www.reddit.com/r/') as unknown }); // prettier-ignore
  });

  it('finds a reply whose answer was lost, and only that one', async () => {
    reddit.server.fail(cuts, { path: /comment/ });
    expect((await replies.send(contextOf(), reply())).outcome).toBe('unknown');
    const retry = reply({ firstAttemptAt: now });
    expect(await replies.look(contextOf(), retry)).toEqual({ outcome: 'absent' });
    reddit.add({ kind: 't1', author: 'AnadoluHat', body: 'Bakıyoruz, hemen yazacağız.', parent: 't3_other' });
    expect((await replies.look(contextOf(), retry)).outcome).toBe('absent');
    const lost = reddit.add({ kind: 't1', author: 'AnadoluHat', body: 'Bakıyoruz, hemen yazacağız\\.', parent: 't3_abc' });
    expect(await replies.look(contextOf(), retry)).toMatchObject({ outcome: 'found', externalId: lost.name });
  });

  it('does not look further back than the first try, and is unsure when it cannot look', async () => {
    reddit.add({ kind: 't1', author: 'AnadoluHat', body: 'Bakıyoruz, hemen yazacağız.', parent: 't3_abc' }, 3600);
    expect((await replies.look(contextOf(), reply({ firstAttemptAt: now }))).outcome).toBe('absent');
    reddit.server.fail(answers(500), { path: /user/ });
    expect((await replies.look(contextOf(), reply({ firstAttemptAt: now }))).outcome).toBe('unsure');
  });

  it.each([
    ['asks to wait', { errors: [['RATELIMIT', 'Take a break for 9 minutes before trying again.', 'ratelimit']] }, { outcome: 'later', retryAfterSeconds: 540 }], // prettier-ignore
    ['asks to wait in seconds', { errors: [['RATELIMIT', 'wait', 'ratelimit']], ratelimit: 33.5 }, { outcome: 'later', retryAfterSeconds: 34 }], // prettier-ignore
    ['locked the post', { errors: [['THREAD_LOCKED', 'Comments are locked', 'parent']] }, { outcome: 'refused', reason: 'The post is locked: nobody can comment there.' }], // prettier-ignore
    ['says something new', { errors: [['NEW_RULE', 'you may not', null]] }, { outcome: 'refused', reason: 'Reddit refuses the comment: you may not' }], // prettier-ignore
    ['does not say which comment it is', { errors: [], data: { things: [] } }, { outcome: 'unknown' }],
  ])('reddit %s', async (_what, refusal, result) => {
    reddit.refusals.push(refusal);
    expect(await replies.send(contextOf(), reply())).toMatchObject(result);
    expect(ours()).toEqual([]);
  });

  it.each([
    [401, 'later'],
    [403, 'refused'],
    [429, 'later'],
    [500, 'unknown'],
    [302, 'unknown'],
  ])('answers %s to posting: %s', async (status, outcome) => {
    reddit.server.fail(answers(status), { path: /comment/, times: 2 });
    expect((await replies.send(contextOf(), reply())).outcome).toBe(outcome);
  });
});
