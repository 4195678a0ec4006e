import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppStoreServer } from '../../../test/support/appstore-server.js';
import { answers } from '../../../test/support/json-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { PollEnd, PollPage } from '../polls.js';
import { appStoreConnector } from './connector.js';

const APP = '6443890123';
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

let now = new Date('2026-11-22T12:00:00Z');
let store: AppStoreServer;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  store = new AppStoreServer(APP, () => now);
  await store.server.start();
});
afterEach(() => store.server.stop());

async function poll(cursor: unknown, countries = ['tr']) {
  const settings = appStoreConnector.settings.parse({ appId: APP, countries, baseUrl: store.server.url });
  const run = appStoreConnector.poll!({ settings, http, cursor, now: () => now, signal: new AbortController().signal, intervalSeconds: 900 }); // prettier-ignore
  const pages: PollPage[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done)
      return { posts: pages.flatMap((p) => p.posts), end: step.value as PollEnd, cursor: pages.at(-1)?.cursor ?? cursor };
    pages.push(step.value);
  }
}

describe('the app store', () => {
  it('tells a review in our words; a single one comes as an object', async () => {
    const review = store.add({ text: 'Kargom nerede?\\nÜç gün oldu', rating: 2 }, 3600);
    const { posts, end } = await poll(null);
    expect(end.outcome).toBe('ok');
    expect(posts).toEqual([
      {
        externalId: review.id,
        text: 'Olmadı\n\nKargom nerede?\nÜç gün oldu',
        postedAt: new Date('2026-11-22T11:00:00Z'),
        author: { key: '700000000', handle: null, name: 'Deniz 0', followers: null, url: 'https://itunes.apple.com/tr/reviews/id700000000' }, // prettier-ignore
        url: `https://apps.apple.com/tr/app/id${APP}?see-all=reviews`,
        lang: null,
        inReplyTo: null,
        thread: null,
        network: 'appstore',
        extra: { rating: 2, country: 'tr', title: 'Olmadı', version: '8.0.9', helpful: 0, votes: 0 },
      },
    ]);
  });

  it('passes over the entry about the app, and an app without reviews is just empty', async () => {
    store.aboutTheApp = true;
    expect((await poll(null)).end.outcome).toBe('empty');
    store.add({}, 60);
    expect((await poll(null)).posts).toHaveLength(1);
  });

  it('leaves what is older than the look back, and does not take it later either', async () => {
    store.add({}, 30 * 86_400);
    const recent = store.add({}, 86_400);
    const { posts, cursor } = await poll(null);
    expect(posts.map((post) => post.externalId)).toEqual([recent.id]);
    expect((await poll(cursor)).posts).toEqual([]);
  });

  it('reads each country by itself; a new one begins by itself', async () => {
    const [tr, sk] = [store.add({ country: 'tr' }, 60), store.add({ country: 'sk' }, 50)];
    const first = await poll(null, ['tr']);
    const second = await poll(first.cursor, ['tr', 'sk']);
    expect([first, second].map(({ posts }) => posts.map((post) => post.externalId))).toEqual([[tr.id], [sk.id]]);
  });

  it('one country that cannot be read does not silence the others', async () => {
    const sk = store.add({ country: 'sk' }, 50);
    store.server.fail(answers(500), { path: /^\/tr\// });
    const { posts, end } = await poll(null, ['tr', 'sk']);
    expect([posts.map((post) => post.externalId), end.outcome]).toEqual([[sk.id], 'unreachable']);
  });

  it('an empty page between two others is not the end', async () => {
    for (let n = 0; n < 120; n += 1) store.add({}, 1000 + n);
    store.leftOut.add(2);
    const first = await poll(null);
    expect(first.posts).toHaveLength(70);
    store.leftOut.clear();
    for (let n = 0; n < 60; n += 1) store.add({}, 60 - n);
    expect((await poll(first.cursor)).posts).toHaveLength(110);
  });

  it('a store that shows none any more is no "nothing new"', async () => {
    store.add({}, 60);
    const { cursor } = await poll(null);
    store.reviews.length = 0;
    expect((await poll(cursor)).end).toMatchObject({ outcome: 'truncated' });
  });

  it('says when more came than it shows', async () => {
    store.add({}, 60_000);
    const { cursor } = await poll(null);
    for (let n = 0; n < 520; n += 1) store.add({}, 600 - n);
    const { posts, end } = await poll(cursor);
    expect([posts.length, end.outcome, end.reachesBackTo]).toEqual([500, 'truncated', posts[0]!.postedAt]);
  });

  it('stops at the first country that throttles', async () => {
    store.server.fail(answers(429, { 'retry-after': '90' }));
    const { end } = await poll(null, ['tr', 'sk', 'cz']);
    expect([end.outcome, end.retryAfterSeconds, store.server.asked.length]).toEqual(['throttled', 90, 1]);
  });
});
