import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answers, cuts } from '../../../test/support/json-server.js';
import { YouTubeServer, YT_ACCOUNT, YT_US } from '../../../test/support/youtube-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost } from '../incoming-post.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { PollEnd, PollPage } from '../polls.js';
import { youTubeConnector } from './connector.js';
import { quotaDay, secondsToMidnight } from './quota.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

let now = new Date();
let yt: YouTubeServer;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  yt = new YouTubeServer(() => now);
  await yt.server.start();
});
afterEach(() => yt.server.stop());

function contextOf(more: object = {}) {
  const settings = youTubeConnector.settings.parse({ channelId: YT_US, ...YT_ACCOUNT, ...yt.settings, ...more });
  return { settings, http, now: () => now, signal: new AbortController().signal };
}

async function poll(cursor: unknown, more: object = {}) {
  const run = youTubeConnector.poll!({ ...contextOf(more), cursor, intervalSeconds: 300 });
  const pages: PollPage[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return { posts: pages.flatMap((p) => p.posts), deleted: pages.flatMap((p) => p.deleted ?? []), end: step.value as PollEnd, cursor: JSON.parse(JSON.stringify(pages.at(-1)?.cursor ?? cursor)) as unknown }; // prettier-ignore
    pages.push(step.value);
  }
}

const ids = (posts: IncomingPost[]) => posts.map((post) => post.externalId);
const asked = (path: RegExp) => yt.server.asked.filter((one) => path.test(one.path));
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));

describe('reading youtube', () => {
  it('tells a comment and its reply in our words', async () => {
    const top = yt.add({ text: 'Nerede <kargom> & ben' }, 600);
    const reply = yt.add({ parent: top.id, text: 'Benim de' }, 60);
    const { posts, end } = await poll(null);
    expect(end).toMatchObject({ outcome: 'ok' });
    expect(posts).toEqual([
      { externalId: top.id, text: 'Nerede <kargom> & ben', postedAt: top.published, author: { key: 'UCuser0', handle: 'ucuser0', name: null, followers: null, url: 'https://www.youtube.com/channel/UCuser0' }, url: `https://www.youtube.com/watch?v=ourfilm0001&lc=${top.id}`, lang: null, inReplyTo: 'ourfilm0001', thread: `youtube:${top.id}`, network: 'youtube', reach: { likes: 2, replies: 1 }, extra: { video: 'ourfilm0001' } },
      expect.objectContaining({ externalId: reply.id, inReplyTo: top.id, thread: `youtube:${top.id}`, reach: { likes: 2 } }),
    ]); // prettier-ignore
  });

  it('reads all replies of a thread when more are new than it shows', async () => {
    const top = yt.add({}, 5000);
    const first = await poll(null);
    const replies = Array.from({ length: 130 }, (_, n) => yt.add({ parent: top.id }, 1000 - n).id);
    const second = await poll(first.cursor);
    expect(ids(second.posts)).toEqual(replies);
    expect((await poll(second.cursor)).posts).toEqual([]);
    const last = yt.add({ parent: top.id }, 1);
    const before = asked(/comments$/).length;
    expect(ids((await poll(second.cursor)).posts)).toEqual([last.id]);
    expect(asked(/comments$/).slice(before).filter(({ query }) => query.has('parentId'))).toHaveLength(2); // prettier-ignore
  });

  it('finds a new reply under an old thread, and does not dig out its old ones', async () => {
    const top = yt.add({}, 90 * 86_400);
    for (let n = 0; n < 20; n += 1) yt.add({ parent: top.id }, 80 * 86_400);
    const first = await poll(null);
    expect([first.posts, asked(/comments$/)]).toEqual([[], []]);
    const fresh = yt.add({ parent: top.id }, 5);
    expect(ids((await poll(first.cursor)).posts)).toEqual([fresh.id]);
  });

  it('searches for films as often as it may, tells them, and reads the comments under them in turn', async () => {
    const films = Array.from({ length: 13 }, (_, n) => yt.film({}, 3600 + n));
    const comments = films.map((film) => yt.add({ video: film.id }, 100).id);
    const settings = { queries: ['kargom'], channelId: undefined };
    let { posts, cursor } = await poll(null, settings);
    expect(posts.filter(({ extra }) => extra?.['film']).map(({ externalId, text }) => [externalId, text])).toEqual(films.map(({ id }) => [id, 'Kargom & ben\n\nBir kargo hikâyesi'])); // prettier-ignore
    const heard = ids(posts).filter((id) => comments.includes(id));
    expect(heard).toHaveLength(10);
    later(5);
    ({ posts, cursor } = await poll(cursor, settings));
    expect([...heard, ...ids(posts)].sort()).toEqual([...comments].sort());
    expect(asked(/search/)).toHaveLength(1);
    later(60);
    await poll(cursor, settings);
    expect(asked(/search/)).toHaveLength(2);
  });

  it('a film whose comments are off, or that is gone, silences nobody', async () => {
    const [off, gone, well] = [yt.film({ commentsOff: true }, 60), yt.film({}, 50), yt.film({}, 40)];
    const first = await poll(null, { queries: ['kargom'] });
    gone!.gone = true;
    const comment = yt.add({ video: well!.id }, 5);
    later(1);
    const { posts, end, cursor } = await poll(first.cursor, { queries: ['kargom'] });
    expect([ids(posts), end.outcome]).toEqual([[comment.id], 'ok']);
    const { films } = cursor as { films: { id: string }[] };
    expect(films.map(({ id }) => id)).toEqual([well!.id]);
    expect(off!.commentsOff).toBe(true);
  });

  it('counts what calls cost, and stops at its share before youtube does', async () => {
    const settings = { queries: ['kargom'], dailyUnits: 205, searchEveryMinutes: 15 };
    let { cursor, end } = await poll(null, settings);
    expect(end.spent).toEqual({ units: 102 });
    expect((cursor as { used: object }).used).toEqual({ day: '2026-11-22', units: 102 });
    later(15);
    ({ cursor, end } = await poll(cursor, settings));
    expect([end.outcome, (cursor as { used: { units: number } }).used.units]).toEqual(['empty', 203]);
    later(15);
    const left = yt.unitsLeft;
    ({ cursor, end } = await poll(cursor, settings));
    // It is 04:30 in California.
    expect(end).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 19.5 * 3600 });
    expect(left - yt.unitsLeft).toBe(1);
    later(24 * 60);
    expect((await poll(cursor, settings)).end.outcome).toBe('empty');
  });

  it.each([
    [403, 'quotaExceeded', { outcome: 'throttled', notes: [{ code: 'youtube-quota' }], retryAfterSeconds: 20 * 3600 }],
    [403, 'rateLimitExceeded', { outcome: 'throttled', retryAfterSeconds: 60 }],
    [403, 'commentsDisabled', { outcome: 'forbidden', notes: [{ code: 'youtube-comments-off' }] }],
    [403, 'accessNotConfigured', { outcome: 'forbidden', notes: [{ code: 'youtube-credentials' }] }],
    [404, 'channelNotFound', { outcome: 'forbidden', notes: [{ code: 'youtube-not-there' }] }],
    [400, 'processingFailure', { outcome: 'forbidden' }],
  ])('%s %s', async (status, reason, end) => {
    yt.server.fail(answers(status, {}, JSON.stringify({ error: { code: status, message: 'm', errors: [{ reason }] } })), { path: /Threads/ }); // prettier-ignore
    expect((await poll(null)).end).toMatchObject(end);
  });

  it('a comment that is gone is told once; one that changed where no list shows it any more, too', async () => {
    const film = yt.film({}, 3600);
    const [gone, changed] = [yt.add({ video: film.id }, 60), yt.add({ video: film.id }, 50)];
    const settings = { queries: ['kargom'] };
    const first = await poll(null, settings);
    film.commentsOff = true;
    gone.deleted = true;
    later(1);
    yt.edit(changed, 'Geldi');
    const second = await poll(first.cursor, settings);
    expect(second.deleted).toEqual([{ externalId: gone.id, at: now }]);
    expect(second.posts).toMatchObject([{ externalId: changed.id, text: 'Geldi', editedAt: now, extra: { video: film.id } }]);
    const third = await poll(second.cursor, settings);
    expect([third.posts, third.deleted]).toEqual([[], []]);
  });

  it('keys travel in headers, never in addresses', async () => {
    yt.add({}, 5);
    await poll(null, { queries: ['kargom'] });
    for (const { query } of yt.server.asked) expect(query.toString()).not.toMatch(/an-api-key|secret|token=/);
  });
});

describe('replying on youtube', () => {
  const reply = (externalId: string, more: Partial<OutgoingReply> = {}): OutgoingReply => ({ text: 'Bakıyoruz, hemen yazacağız.', visibility: 'public', idempotencyKey: 'k', inReplyTo: { externalId, url: 'https://www.youtube.com/watch?v=ourfilm0001&lc=x', authorHandle: null }, firstAttemptAt: null, ...more }); // prettier-ignore
  const replies = youTubeConnector.replies!;
  const ours = () => yt.comments.filter(({ author }) => author === YT_US);

  it('needs the account of a channel', () => {
    expect(replies.unavailable(contextOf({ refreshToken: undefined }).settings)).toBe('no-account-keys');
    expect(replies.unavailable(contextOf().settings)).toBeNull();
  });

  it('answers a comment, and a reply under the first comment of its thread', async () => {
    const top = yt.add({}, 60);
    const under = yt.add({ parent: top.id }, 30);
    for (const { id } of [top, under]) expect((await replies.send(contextOf(), reply(id))).outcome).toBe('sent');
    expect(ours().map(({ parent }) => parent)).toEqual([top.id, top.id]);
    expect(await replies.send(contextOf(), reply(top.id))).toEqual({ outcome: 'sent', externalId: ours()[2]!.id, url: `https://www.youtube.com/watch?v=ourfilm0001&lc=${ours()[2]!.id}` }); // prettier-ignore
  });

  it('does not answer a film', async () => {
    expect(await replies.send(contextOf(), reply('film0000001'))).toMatchObject({ outcome: 'refused' });
  });

  it('gets a new token when the old one has ended before its time', async () => {
    const top = yt.add({}, 60);
    await replies.send(contextOf(), reply(top.id));
    yt.tokenIsGood = false;
    expect((await replies.send(contextOf(), reply(top.id))).outcome).toBe('sent');
    expect(asked(/token/)).toHaveLength(2);
  });

  it('finds a reply whose answer was lost, among many, and only ours', async () => {
    const top = yt.add({}, 600);
    yt.server.fail(cuts, { path: /comments/ });
    expect((await replies.send(contextOf(), reply(top.id))).outcome).toBe('unknown');
    const retry = reply(top.id, { firstAttemptAt: now });
    yt.add({ parent: top.id, author: 'UCelse', text: retry.text });
    yt.add({ parent: top.id, author: YT_US, text: retry.text }, 3600);
    for (let n = 0; n < 150; n += 1) yt.add({ parent: top.id });
    expect(await replies.look(contextOf(), retry)).toEqual({ outcome: 'absent' });
    const lost = yt.add({ parent: top.id, author: YT_US, text: retry.text });
    expect(await replies.look(contextOf(), retry)).toMatchObject({ outcome: 'found', externalId: lost.id });
    yt.server.fail(answers(500), { path: /comments/ });
    expect((await replies.look(contextOf(), retry)).outcome).toBe('unsure');
  });

  it.each([
    [403, 'quotaExceeded', { outcome: 'later', retryAfterSeconds: 20 * 3600 }],
    [403, 'commentsDisabled', { outcome: 'refused', reason: 'Comments are switched off under this film.' }],
    [403, 'ineligibleAccount', { outcome: 'refused' }],
    [403, 'insufficientPermissions', { outcome: 'later', retryAfterSeconds: 900 }],
    [400, 'processingFailure', { outcome: 'unknown' }],
    [400, 'commentTextTooLong', { outcome: 'refused', reason: 'The text is longer than YouTube takes.' }],
    [500, 'backendError', { outcome: 'unknown' }],
  ])('%s %s to posting', async (status, reason, result) => {
    const top = yt.add({}, 60);
    yt.refusals.push([status, reason]);
    expect(await replies.send(contextOf(), reply(top.id))).toMatchObject(result);
    expect(ours()).toEqual([]);
  });

  it('credentials that Google takes back are said to be wrong', async () => {
    const { ok, notes } = await youTubeConnector.test(contextOf({ refreshToken: 'revoked' }));
    expect([ok, notes]).toEqual([false, [{ code: 'youtube-credentials', detail: expect.stringMatching(/expired or revoked/) }]]);
  });
});

describe('the day of the quota', () => {
  it.each([
    ['2026-11-22T07:59:59Z', '2026-11-21', 1],
    ['2026-11-22T08:00:00Z', '2026-11-22', 86_400],
    ['2026-07-01T06:59:00Z', '2026-06-30', 60],
  ])('%s', (at, day, seconds) => expect([quotaDay(new Date(at)), secondsToMidnight(new Date(at))]).toEqual([day, seconds]));
});
