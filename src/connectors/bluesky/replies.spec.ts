import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lexiconFaults } from '../../../test/support/bluesky-server/published.js';
import { BlueskyServer, type Fault } from '../../../test/support/bluesky-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply, SendResult } from '../outgoing-reply.js';
import { recordKey } from './record-key.js';
import { blueskyReplies } from './replies.js';
import { BlueskySettings } from './settings.js';
import { aPng } from '../../../test/support/form.js';

const PUT = { method: 'com.atproto.repo.putRecord' };
const TEXT = 'Merhaba @deniz.example.com, bakıyoruz 👀 https://yardim.example.com/şikâyet?a=1.';
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let bluesky: BlueskyServer;
let target: string;

beforeEach(async () => {
  bluesky = await BlueskyServer.start();
  const root = bluesky.post('marek', 'kargom');
  target = bluesky.post('deniz', 'benim de kargom yok', { inReplyTo: root }).uri;
});
afterEach(async () => {
  await bluesky.stop();
  for (const exchange of bluesky.exchanges.filter((one) => one.fault === null)) expect(lexiconFaults(exchange)).toEqual([]);
});
afterAll(() => http.close());

const context = (more: Partial<ReturnType<typeof settings>> = {}) => ({
  settings: { ...settings(), ...more },
  http,
  now: () => new Date(),
  signal: new AbortController().signal,
});
const settings = () => BlueskySettings.parse({ query: 'kargom', ...bluesky.account });
const reply = (more: Partial<OutgoingReply> = {}): OutgoingReply => ({
  text: TEXT,
  visibility: 'public',
  idempotencyKey: '5f3a',
  inReplyTo: { externalId: target, url: null, authorHandle: 'deniz.example.com' },
  firstAttemptAt: null,
  ...more,
});

describe('a reply on Bluesky', () => {
  it('stands in its thread, with root and parent, and with its link and name marked in bytes', async () => {
    const sent = await blueskyReplies.send(context(), reply());
    const [ours] = bluesky.ourPosts();
    expect(sent).toEqual({
      outcome: 'sent',
      externalId: ours!.uri,
      url: `https://bsky.app/profile/anadoluhat.example.com/post/${ours!.rkey}`,
    });
    const { reply: refs, facets } = ours!.record as unknown as {
      reply: { root: { uri: string }; parent: { uri: string } };
      facets: Facet[];
    };
    expect([refs.root.uri, refs.parent.uri]).toEqual([bluesky.world.posts[0]!.uri, target]);
    const bytes = Buffer.from(TEXT);
    const marked = facets.map(({ index, features }) => [bytes.subarray(index.byteStart, index.byteEnd).toString(), features[0]]);
    expect(marked).toEqual([
      ['@deniz.example.com', { $type: 'app.bsky.richtext.facet#mention', did: bluesky.world.user('deniz.example.com').did }],
      [
        'https://yardim.example.com/şikâyet?a=1',
        { $type: 'app.bsky.richtext.facet#link', uri: 'https://yardim.example.com/şikâyet?a=1' },
      ],
    ]);
  });

  it('leaves a name that nobody has as plain text', async () => {
    await blueskyReplies.send(context(), reply({ text: 'Merhaba @nobody.example.com' }));
    expect(bluesky.ourPosts()[0]!.record['facets']).toBeUndefined();
  });

  it.each<[string, Fault]>([
    ['the answer was lost', { kind: 'lost-after-effect' }],
    ['the answer was a failure', { kind: 'error-after-effect' }],
    ['the answer was garbled', { kind: 'malformed' }],
  ])('is written once, though %s and it is sent again and again', async (_what, fault) => {
    bluesky.fail(fault, PUT);
    expect((await blueskyReplies.send(context(), reply())).outcome).toBe('unknown');
    const [ours] = bluesky.ourPosts();
    const before = { ...ours! };
    const firstAttemptAt = new Date();
    expect(await blueskyReplies.look(context(), reply({ firstAttemptAt }))).toMatchObject({
      outcome: 'found',
      externalId: ours!.uri,
    });
    for (let i = 0; i < 3; i += 1) {
      const again = await blueskyReplies.send(context(), reply({ firstAttemptAt }));
      expect(again).toMatchObject({ outcome: 'sent', externalId: ours!.uri });
    }
    expect(bluesky.ourPosts()).toEqual([before]);
  });

  it('of another key is another one', async () => {
    await blueskyReplies.send(context(), reply());
    await blueskyReplies.send(context(), reply({ idempotencyKey: '5f3b' }));
    expect(bluesky.ourPosts()).toHaveLength(2);
  });

  it.each<[string, Fault, string | undefined, SendResult['outcome']]>([
    ['a limit', { kind: 'status', status: 429 }, PUT.method, 'later'],
    ['a limit before', { kind: 'status', status: 429 }, 'app.bsky.feed.getPosts', 'later'],
    ['a server that is ill before anything is written', { kind: 'status', status: 502 }, 'app.bsky.feed.getPosts', 'later'],
    ['no answer before anything is written', { kind: 'cut-before' }, 'com.atproto.server.createSession', 'later'],
    ['no answer to the writing', { kind: 'cut-before' }, PUT.method, 'unknown'],
    ['a record that is not taken', { kind: 'status', status: 400 }, PUT.method, 'refused'],
    ['no permission', { kind: 'status', status: 403 }, PUT.method, 'refused'],
  ])('ends after %s as it must', async (_what, fault, method, outcome) => {
    bluesky.fail(fault, method === undefined ? {} : { method });
    const result = await blueskyReplies.send(context(), reply());
    expect(result.outcome).toBe(outcome);
    if (result.outcome === 'later') expect(result.retryAfterSeconds).toBeGreaterThan(0);
    if (result.outcome !== 'sent') expect(result.reason).toMatch(/\w{3}/);
  });

  it('waits for a person when the app password is revoked', async () => {
    bluesky.lockOut();
    expect(await blueskyReplies.send(context(), reply())).toMatchObject({ outcome: 'later', retryAfterSeconds: 900 });
  });

  it('says that the post is gone, or that its author lets only others answer', async () => {
    bluesky.world.find(target)!.replyDisabled = true;
    expect(await blueskyReplies.send(context(), reply())).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('chosen people') as unknown }); // prettier-ignore
    bluesky.world.remove(target);
    expect(await blueskyReplies.send(context(), reply())).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('deleted') as unknown }); // prettier-ignore
    expect(bluesky.ourPosts()).toEqual([]);
  });

  it('is looked for and not found, or we do not know', async () => {
    const tried = reply({ firstAttemptAt: new Date() });
    expect(await blueskyReplies.look(context(), tried)).toEqual({ outcome: 'absent' });
    bluesky.fail({ kind: 'status', status: 500 });
    expect((await blueskyReplies.look(context(), tried)).outcome).toBe('unsure');
    bluesky.fail({ kind: 'hang' });
    expect((await blueskyReplies.look({ ...context(), signal: AbortSignal.timeout(50) }, tried)).outcome).toBe('unsure');
  });

  it('takes pictures along with their description, the same twice when it is tried twice', async () => {
    const image = {
      type: 'image/png' as const,
      bytes: aPng(),
      width: 3,
      height: 2,
      alt: 'Modem',
      uploadedAs: null,
      keep: () => Promise.resolve(),
    };
    bluesky.fail({ kind: 'lost-after-effect' }, { method: 'com.atproto.repo.putRecord' });
    expect((await blueskyReplies.send(context(), reply({ images: [image] }))).outcome).toBe('unknown');
    expect((await blueskyReplies.send(context(), reply({ images: [image] }))).outcome).toBe('sent');
    expect(bluesky.ourPosts()).toHaveLength(1);
    expect(bluesky.ourPosts()[0]?.record).toMatchObject({ embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'Modem', aspectRatio: { width: 3, height: 2 } }] } }); // prettier-ignore
    expect(bluesky.world.blobs[0]).toEqual({ type: 'image/png', bytes: aPng() });
  });

  it('needs an account', () => {
    expect(blueskyReplies.unavailable(BlueskySettings.parse({ stream: true }))).toBe('no-account-keys');
    expect(blueskyReplies.unavailable(settings())).toBeNull();
  });
});

interface Facet {
  index: { byteStart: number; byteEnd: number };
  features: unknown[];
}

describe('the key of a reply', () => {
  const key = (idempotencyKey: string, externalId: string) =>
    recordKey({ idempotencyKey, inReplyTo: { externalId, url: null, authorHandle: null } });

  it('is a TID of the hour after the post, the same on every try', () => {
    const post = 'at://did:plc:abc/app.bsky.feed.post/3l3qo2vuowo2b';
    const made = Array.from({ length: 500 }, (_, n) => key(`key ${n}`, post));
    expect(new Set(made).size).toBe(500);
    for (const one of made) {
      expect(one).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
      expect(one.slice(0, 13) > '3l3qo2vuowo2b' && one < '3l3qrnzzzzzzz').toBe(true);
    }
    expect(key('key 7', post)).toBe(made[7]);
    expect(key('key 7', 'at://did:plc:abc/app.bsky.feed.post/3l3qo2vuowo2c')).not.toBe(made[7]);
  });

  it('is a TID even where the post has no time in its key', () => {
    for (const rkey of ['self', 'zzzzzzzzzzzzz', 'jzzzzzzzzzzzz']) expect(key('a', `at://did:plc:abc/app.bsky.feed.post/${rkey}`)).toMatch(/^[2-7a-j][2-7a-z]{12}$/); // prettier-ignore
  });
});
