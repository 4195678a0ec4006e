import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ACCESS_TOKEN, MastodonServer } from '../../../test/support/mastodon-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OwnAccount } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd } from '../polls.js';
import { pollMastodon } from './poll.js';
import { MastodonSettings } from './settings.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let mastodon: MastodonServer;
let cursor: unknown;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  cursor = null;
  mastodon = await MastodonServer.start({ now: () => now });
});
afterEach(() => mastodon.stop());
afterAll(() => http.close());

const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const name = `<span class="h-card"><a href="https://local.example/@anadoluhat" class="u-url mention">@<span>anadoluhat</span></a></span>`;

async function poll(more: object = {}) {
  const settings = MastodonSettings.parse({ instance: mastodon.url, accessToken: ACCESS_TOKEN, stream: false, ...more });
  const posts: IncomingPost[] = [];
  const accounts: OwnAccount[] = [];
  const run = pollMastodon({
    settings,
    http,
    cursor,
    intervalSeconds: 60,
    now: () => now,
    signal: new AbortController().signal,
    turnMs: 100,
  });
  for (;;) {
    const step = await run.next();
    if (step.done) return { posts, accounts, texts: posts.map((post) => post.text), end: step.value as PollEnd };
    accounts.push(...(step.value.account ? [step.value.account] : []));
    posts.push(...step.value.posts);
    cursor = JSON.parse(JSON.stringify(step.value.cursor));
  }
}

describe('listening on Mastodon', () => {
  it('hears mentions and answers, once, in the thread of their conversation, and never ourselves', async () => {
    const ours = mastodon.world.add(mastodon.us, '<p>duyuru #kargo</p>');
    const first = mastodon.post('deniz@social.example', `<p>${name} kargom yok #kargo</p>`);
    const answer = mastodon.post('marek', '<p>a moja?</p>', { inReplyTo: ours.id });
    const deeper = mastodon.post('priya', `<p>${name} same</p>`, { inReplyTo: answer.id });
    const { posts, end, accounts } = await poll({ hashtags: ['kargo'] });
    expect(posts.map((post) => post.externalId).sort()).toEqual([first.id, answer.id, deeper.id].sort());
    const host = new URL(mastodon.url).host;
    expect(posts.find((post) => post.externalId === deeper.id)!.thread).toBe(`mastodon:${host}:${ours.id}`);
    expect(end).toEqual({ outcome: 'ok' });
    expect(accounts).toEqual([{ handle: `anadoluhat@${host}`, externalId: `${mastodon.url}/users/anadoluhat` }]);
    expect((await poll({ hashtags: ['kargo'] })).posts).toEqual([]);
  });

  it('pages forward, so that a burst leaves no gap', async () => {
    mastodon.post('deniz', '<p>#kargo 0</p>');
    await poll({ hashtags: ['kargo'] });
    for (let i = 1; i <= 130; i += 1) mastodon.post('deniz', `<p>#kargo ${i}</p>`);
    expect((await poll({ hashtags: ['kargo'] })).posts).toHaveLength(130);
    const asked = mastodon.asked.filter((one) => one.path.includes('timelines')).map((one) => one.query.get('min_id'));
    expect(asked.filter(Boolean).length).toBeGreaterThanOrEqual(4);
  });

  it('finds what came late from another server, and hands nothing on twice', async () => {
    mastodon.post('deniz', '<p>#kargo 1</p>');
    await poll({ hashtags: ['kargo'] });
    later(6);
    mastodon.post('deniz', '<p>#kargo 3</p>');
    await poll({ hashtags: ['kargo'] });
    mastodon.post('marek@social.example', '<p>#kargo 2</p>', { writtenAt: new Date(now.getTime() - 5 * 60_000) });
    expect((await poll({ hashtags: ['kargo'] })).texts).toEqual(['#kargo 2']);
    for (let i = 0; i < 3; i += 1) {
      later(30);
      expect((await poll({ hashtags: ['kargo'] })).texts).toEqual([]);
    }
  });

  it('looks back as far as it is told at first', async () => {
    mastodon.post('deniz', '<p>#kargo eski</p>', { writtenAt: new Date(now.getTime() - 30 * 3_600_000) });
    mastodon.post('deniz', '<p>#kargo yeni</p>');
    expect((await poll({ hashtags: ['kargo'] })).texts).toEqual(['#kargo yeni']);
    cursor = null;
    expect((await poll({ hashtags: ['kargo'], lookBackHours: 48 })).texts.sort()).toEqual(['#kargo eski', '#kargo yeni']);
  });

  it('needs no token for hashtags', async () => {
    mastodon.post('deniz', '<p>#kargo</p>');
    const { texts, end, accounts } = await poll({ hashtags: ['#kargo'], accessToken: undefined, listenToMentions: false });
    expect([texts, end.outcome, accounts]).toEqual([['#kargo'], 'ok', []]);
  });

  it('hears by stream what the lists show later, and only once', async () => {
    await poll({ hashtags: ['kargo'] });
    const writing = setInterval(() => {
      if (![...mastodon.listeners].some((one) => one.streams.length > 1)) return;
      clearInterval(writing);
      mastodon.post('deniz', `<p>${name} hemen #kargo</p>`);
    }, 5);
    const { texts, end } = await poll({ hashtags: ['kargo'], stream: true });
    clearInterval(writing);
    expect([texts, end.goOn]).toEqual([['@anadoluhat hemen #kargo'], true]);
    expect((await poll({ hashtags: ['kargo'], stream: true })).texts).toEqual([]);
  });
});
