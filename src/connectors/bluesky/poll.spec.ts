import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BlueskyServer } from '../../../test/support/bluesky-server.js';
import { lexiconFaults } from '../../../test/support/bluesky-server/published.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd } from '../polls.js';
import { pollBluesky } from './poll.js';
import { BlueskySettings } from './settings.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let bluesky: BlueskyServer;
let cursor: unknown = null;
let now = new Date();

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  bluesky = await BlueskyServer.start({ now: () => now });
  cursor = null;
});
afterEach(async () => {
  await bluesky.stop();
  for (const exchange of bluesky.exchanges.filter((one) => one.fault === null)) expect(lexiconFaults(exchange)).toEqual([]);
});
afterAll(() => http.close());

async function poll(more: object = {}) {
  const settings = BlueskySettings.parse({ query: 'kargom', ...bluesky.account, ...more });
  const posts: IncomingPost[] = [];
  const refused: RefusedPost[] = [];
  const run = pollBluesky({ settings, http, cursor, intervalSeconds: 60, now: () => now, signal: new AbortController().signal });
  for (;;) {
    const step = await run.next();
    if (step.done) return { posts, refused, end: step.value as PollEnd, texts: posts.map((post) => post.text) };
    posts.push(...step.value.posts);
    refused.push(...step.value.refused);
    cursor = JSON.parse(JSON.stringify(step.value.cursor));
  }
}
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const asked = (method: string) => bluesky.exchanges.filter((one) => one.method === method).length;

describe('listening on Bluesky', () => {
  it('signs in once, renews what has run out, and signs in anew when that is not possible', async () => {
    bluesky.post('deniz', 'kargom nerede');
    expect((await poll()).end.outcome).toBe('ok');
    await poll();
    expect(asked('com.atproto.server.createSession')).toBe(1);
    bluesky.expireTokens();
    bluesky.post('deniz', 'kargom hâlâ yok');
    expect((await poll()).texts).toEqual(['kargom hâlâ yok']);
    expect([asked('com.atproto.server.createSession'), asked('com.atproto.server.refreshSession')]).toEqual([1, 1]);
    bluesky.lockOut();
    expect((await poll()).end).toMatchObject({
      outcome: 'forbidden',
      notes: [{ code: 'bluesky-password' }],
    });
    bluesky.post('deniz', 'kargom geldi');
    expect((await poll()).texts).toEqual(['kargom geldi']);
  });

  it('hears what is written to us, once, and never ourselves', async () => {
    const ours = bluesky.world.add(bluesky.us, 'kargom hakkında duyuru');
    const mention = [{ index: { byteStart: 0, byteEnd: 23 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: bluesky.us.did }] }]; // prettier-ignore
    const named = bluesky.post('deniz', '@anadoluhat.example.com kargom yok', { facets: mention });
    const answer = bluesky.post('marek', 'a moja?', { inReplyTo: ours });
    const quote = bluesky.post('priya', 'so slow', { quotes: ours });
    bluesky.post('owen', 'something else');
    const { posts } = await poll();
    expect(posts.map((post) => post.externalId).sort()).toEqual([named.uri, answer.uri, quote.uri].sort());
    expect(posts.find((post) => post.externalId === quote.uri)).toMatchObject({
      quoteOf: ours.uri,
      thread: `bluesky:${quote.uri}`,
    });
    expect(posts.find((post) => post.externalId === answer.uri)).toMatchObject({
      inReplyTo: ours.uri,
      thread: `bluesky:${ours.uri}`,
    });
    expect((await poll()).posts).toEqual([]);
  });

  it('finds what search shows late, and hands nothing on twice', async () => {
    bluesky.post('deniz', 'kargom 1');
    await poll();
    later(5);
    bluesky.post('deniz', 'kargom 3');
    expect((await poll()).texts).toEqual(['kargom 3']);
    later(3);
    bluesky.post('deniz', 'kargom 2', { createdAt: new Date(now.getTime() - 7 * 60_000), indexedAt: now });
    expect((await poll()).texts).toEqual(['kargom 2']);
    for (let i = 0; i < 5; i += 1) {
      later(4);
      expect((await poll()).texts).toEqual([]);
    }
    const { search } = cursor as { search: { handed: object } };
    expect(Object.keys(search.handed).length).toBeLessThanOrEqual(3);
  });

  it('hears a reply whose author has a slow clock', async () => {
    const ours = bluesky.world.add(bluesky.us, 'duyuru');
    await poll();
    bluesky.post('deniz', 've?', { inReplyTo: ours });
    await poll();
    later(30);
    bluesky.post('deniz', 'hâlâ?', { inReplyTo: ours, createdAt: new Date(now.getTime() - 3 * 3_600_000), indexedAt: now });
    expect((await poll()).texts).toEqual(['hâlâ?']);
  });

  it('looks back as far as it is told at first, and starts anew when the search changes', async () => {
    bluesky.post('deniz', 'kargom eski', { createdAt: new Date(now.getTime() - 30 * 3_600_000) });
    bluesky.post('deniz', 'kargom ve paket');
    expect((await poll()).texts).toEqual(['kargom ve paket']);
    expect((await poll({ query: 'paket' })).texts).toEqual(['kargom ve paket']);
    cursor = null;
    expect((await poll({ lookBackHours: 48 })).texts).toEqual(['kargom ve paket', 'kargom eski']);
  });

  it('gives followers of the authors, and does without them', async () => {
    bluesky.world.user('reach.example.com', { followers: 12_345 });
    bluesky.post('reach', 'kargom');
    expect((await poll()).posts[0]!.author).toMatchObject({ followers: 12_345, handle: 'reach.example.com' });
    bluesky.fail({ kind: 'status', status: 500 }, { method: 'app.bsky.actor.getProfiles' });
    bluesky.post('unheard', 'kargom');
    expect((await poll()).posts[0]!.author).toMatchObject({ followers: null, handle: 'unheard.example.com' });
  });

  it('reads more than one poll holds in the next, at once', async () => {
    for (let i = 0; i < 2100; i += 1) bluesky.post('deniz', `kargom ${i}`);
    const first = await poll({ listenToMentions: false });
    expect(first.end).toMatchObject({ outcome: 'ok', goOn: true });
    const second = await poll({ listenToMentions: false });
    expect(new Set([...first.texts, ...second.texts]).size).toBe(2100);
    expect(second.end.goOn).toBeUndefined();
  });

  it('reads the lists that can be read when another cannot', async () => {
    bluesky.post('deniz', 'kargom');
    bluesky.fail({ kind: 'status', status: 403 }, { method: 'app.bsky.notification.listNotifications' });
    const { end, texts } = await poll();
    expect([end.outcome, texts]).toEqual(['forbidden', ['kargom']]);
  });
});
