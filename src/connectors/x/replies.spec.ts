import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X_KEYS, XServer } from '../../../test/support/x-server.js';
import type { Fault } from '../../../test/support/x-server/faults.js';
import { published } from '../../../test/support/x-server/published.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import { essence } from './find-reply.js';
import { xReplies } from './replies.js';
import { XSettings } from './settings.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
const TEXT = 'Merhaba Deniz & ekip, bakıyoruz: https://anadoluhat.example/durum 😀';
let x: XServer;
let target: string;

beforeEach(async () => {
  x = await XServer.start();
  target = x.post('deniz', '@AnadoluHat internet yok').id;
});
afterEach(() => x.stop());
afterAll(() => http.close());

function context(baseUrl = x.url) {
  const settings = XSettings.parse({ ...X_KEYS, baseUrl });
  return { settings, http, now: () => new Date(), signal: new AbortController().signal };
}
function reply(more: Partial<OutgoingReply> = {}): OutgoingReply {
  const inReplyTo = { externalId: target, url: null, authorHandle: 'deniz' };
  return {
    text: TEXT,
    visibility: 'public',
    idempotencyKey: 'k1',
    inReplyTo,
    firstAttemptAt: new Date(Date.now() - 1000),
    ...more,
  };
}
const onPost = (fault: Fault) => x.fail(fault, { method: 'POST' });

describe('sending on X', () => {
  it('posts the reply once, as the description of X wants it', async () => {
    const result = await xReplies.send(context(), reply());
    const [post] = x.ourPosts();
    expect(result).toEqual({ outcome: 'sent', externalId: post!.id, url: `https://x.com/i/web/status/${post!.id}` });
    expect(post).toMatchObject({ text: TEXT, references: [{ type: 'replied_to', id: target }] });
    expect(x.exchanges.flatMap((exchange) => published().faults(exchange))).toEqual([]);
  });

  it.each<[string, Fault, string]>([
    ['an answer lost after the effect', { kind: 'lost-after-effect' }, 'unknown'],
    ['a 5xx after the effect', { kind: 'error-after-effect', status: 503 }, 'unknown'],
    ['a 500 without effect', { kind: 'status', status: 500 }, 'unknown'],
    ['a cut before the effect', { kind: 'cut-before' }, 'unknown'],
    ['a garbled answer', { kind: 'malformed' }, 'unknown'],
    ['an answer without the id', { kind: 'status', status: 201, body: {} }, 'unknown'],
    ['a limit', { kind: 'too-many', resetInSeconds: 9 }, 'later'],
    ['a spending limit', { kind: 'status', status: 402 }, 'later'],
    ['a revoked token', { kind: 'unauthorized' }, 'later'],
    ['a bad request', { kind: 'status', status: 400 }, 'refused'],
    ['a suspended account', { kind: 'forbidden', detail: 'Your account is suspended' }, 'refused'],
  ])('ends %s as it must', async (_what, fault, outcome) => {
    onPost(fault);
    const result = await xReplies.send(context(), reply());
    expect(result.outcome).toBe(outcome);
    if (result.outcome === 'later') expect(result.retryAfterSeconds).toBeGreaterThan(0);
    if (result.outcome !== 'sent') expect(result.reason).toMatch(/\w{3}/);
  });

  it('refuses in plain words when the author did not mention us, and lets an enterprise plan', async () => {
    const untagged = reply({ inReplyTo: { externalId: x.post('deniz', 'internet yok').id, url: null, authorHandle: 'deniz' } });
    expect(await xReplies.send(context(), untagged)).toEqual({
      outcome: 'refused',
      reason: 'X lets an app answer only people who mentioned our account or quoted our post. Open the post and answer by hand.',
    });
    x.rules.plan = 'enterprise';
    expect((await xReplies.send(context(), untagged)).outcome).toBe('sent');
  });

  it('says that the post is gone', async () => {
    x.world.remove(target);
    expect(await xReplies.send(context(), reply())).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('deleted') as unknown,
    });
  });

  it('finds its own earlier try behind a complaint about doubles, and refuses words used elsewhere', async () => {
    onPost({ kind: 'lost-after-effect' });
    await xReplies.send(context(), reply());
    expect(await xReplies.send(context(), reply())).toMatchObject({ outcome: 'sent', externalId: x.ourPosts()[0]!.id });
    const other = reply({ inReplyTo: { externalId: x.post('marek', '@AnadoluHat ?').id, url: null, authorHandle: 'marek' } });
    expect(await xReplies.send(context(), other)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('twice') as unknown,
    });
    expect(x.ourPosts()).toHaveLength(1);
  });

  it('needs the four keys', () => {
    expect(xReplies.unavailable(XSettings.parse({ query: 'a', bearerToken: 'b' }))).toBe('no-account-keys');
    expect(xReplies.unavailable(context().settings)).toBeNull();
  });
});

describe('looking for a reply of unknown outcome', () => {
  it('finds it when the answer was lost, once X shows it', async () => {
    x.rules.consistencyMs = 200;
    onPost({ kind: 'lost-after-effect' });
    await xReplies.send(context(), reply());
    expect(await xReplies.look(context(), reply())).toEqual({ outcome: 'absent' });
    await new Promise((r) => setTimeout(r, 250));
    const id = x.ourPosts()[0]!.id;
    expect(await xReplies.look(context(), reply())).toEqual({
      outcome: 'found',
      externalId: id,
      url: `https://x.com/AnadoluHat/status/${id}`,
    });
  });

  it('knows it by its words as X shows them, and takes no other reply for it', async () => {
    const answer = (text: string, inReplyTo = target) => x.post(x.us, text, { inReplyTo });
    answer('@deniz Baska bir sey');
    answer(TEXT, x.post('marek', 'başka').id);
    expect((await xReplies.look(context(), reply())).outcome).toBe('absent');
    const shown = answer('@deniz Merhaba Deniz & ekip, bakıyoruz: https://t.co/xyzxyzxyzx 😀');
    expect(await xReplies.look(context(), reply())).toMatchObject({ outcome: 'found', externalId: shown.id });
  });

  it('finds it at an API that passes over the names it does not know', async () => {
    await x.stop();
    x = await XServer.start({ names: 'tweet', lenient: true });
    target = x.post('deniz', '@AnadoluHat internet yok').id;
    await xReplies.send(context(), reply());
    expect(await xReplies.look(context(), reply())).toMatchObject({ outcome: 'found', externalId: x.ourPosts()[0]!.id });
  });

  it('reads the timeline to its end', async () => {
    await xReplies.send(context(), reply());
    for (let i = 0; i < 150; i += 1) x.post(x.us, `Cevap ${i}`);
    expect((await xReplies.look(context(), reply())).outcome).toBe('found');
  });

  it.each<[string, Fault]>([
    ['a limit', { kind: 'too-many' }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a garbled answer', { kind: 'malformed' }],
    ['a timeline that never ends', { kind: 'empty-with-next' }],
    ['a cut', { kind: 'cut-before' }],
  ])('is unsure after %s', async (_what, fault) => {
    x.fail(fault, { route: '/2/users/{id}/tweets', times: 9 });
    expect((await xReplies.look(context(), reply())).outcome).toBe('unsure');
  });

  it('is unsure when X does not say who we are, and sure when nothing was tried', async () => {
    x.fail({ kind: 'unauthorized' });
    expect((await xReplies.look(context(), reply())).outcome).toBe('unsure');
    expect(await xReplies.look(context(), reply({ firstAttemptAt: null }))).toEqual({ outcome: 'absent' });
  });

  it('compares texts by what X cannot change', () => {
    expect(essence('@a @b  Bakıyoruz &amp; döneriz. https://t.co/a')).toBe(
      essence('Bakıyoruz & döneriz. https://very.long.example/path'),
    );
    expect(essence('Evet')).not.toBe(essence('Hayır'));
    expect(essence('😀')).not.toBe('');
  });
});
