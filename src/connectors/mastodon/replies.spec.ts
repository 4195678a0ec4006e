import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../test/support/bluesky-server.js';
import { ACCESS_TOKEN, MastodonServer } from '../../../test/support/mastodon-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply, SendResult } from '../outgoing-reply.js';
import { addressed, essence, mastodonReplies } from './replies.js';
import { MastodonSettings } from './settings.js';

const POST = { path: 'POST /api/v1/statuses' };
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let mastodon: MastodonServer;
let target: string;
let now: Date;

beforeEach(async () => {
  now = new Date();
  mastodon = await MastodonServer.start({ now: () => now });
  target = mastodon.post('deniz@social.example', '<p>internet yok</p>').id;
});
afterEach(() => mastodon.stop());
afterAll(() => http.close());

const context = (more: object = {}) => ({
  settings: MastodonSettings.parse({ instance: mastodon.url, accessToken: ACCESS_TOKEN, ...more }),
  http,
  now: () => now,
  signal: new AbortController().signal,
});
const reply = (more: Partial<OutgoingReply> = {}): OutgoingReply => ({
  text: 'Merhaba & iyi günler, bakıyoruz: https://yardim.example/a?b=1&c=2',
  visibility: 'public',
  idempotencyKey: '5f3a',
  inReplyTo: { externalId: target, url: null, authorHandle: 'deniz@social.example' },
  firstAttemptAt: null,
  ...more,
});

describe('a reply on Mastodon', () => {
  it('stands under its post, names the author, and is quiet unless told otherwise', async () => {
    const sent = await mastodonReplies.send(context(), reply());
    const [ours] = mastodon.ourPosts();
    expect(sent).toEqual({ outcome: 'sent', externalId: ours!.id, url: `${mastodon.url}/@anadoluhat/${ours!.id}` });
    expect(ours).toMatchObject({ inReplyTo: target, visibility: 'unlisted', content: expect.stringContaining('@deniz@social.example Merhaba') as unknown }); // prettier-ignore
    await mastodonReplies.send(context({ replyQuietly: false }), reply({ idempotencyKey: 'b' }));
    expect(mastodon.ourPosts()[1]!.visibility).toBe('public');
  });

  it.each(['private', 'direct', 'unlisted'])('to a post that is %s is no wider, and keeps its warning', async (visibility) => {
    target = mastodon.post('deniz', '<p>özel</p>', { visibility, spoiler: 'Sağlık' }).id;
    await mastodonReplies.send(context({ replyQuietly: false }), reply());
    expect(mastodon.ourPosts()[0]).toMatchObject({ visibility, spoiler: 'Sağlık' });
  });

  it.each<[string, Fault]>([
    ['the answer was lost', { kind: 'lost-after-effect' }],
    ['the answer was a failure', { kind: 'error-after-effect' }],
    ['the answer was garbled', { kind: 'malformed' }],
  ])('is posted once, though %s and it is sent again', async (_what, fault) => {
    mastodon.fail(fault, POST);
    expect((await mastodonReplies.send(context(), reply())).outcome).toBe('unknown');
    const firstAttemptAt = now;
    const [ours] = mastodon.ourPosts();
    expect(await mastodonReplies.look(context(), reply({ firstAttemptAt }))).toMatchObject({
      outcome: 'found',
      externalId: ours!.id,
    });
    expect(await mastodonReplies.send(context(), reply({ firstAttemptAt }))).toMatchObject({
      outcome: 'sent',
      externalId: ours!.id,
    });
    // The instance forgets the key after an hour: then we look before we post.
    mastodon.rules.keys.clear();
    now = new Date(now.getTime() + 2 * 3_600_000);
    expect(await mastodonReplies.send(context(), reply({ firstAttemptAt }))).toMatchObject({
      outcome: 'sent',
      externalId: ours!.id,
    });
    expect(mastodon.ourPosts()).toHaveLength(1);
    mastodon.fail({ kind: 'status', status: 500 });
    expect((await mastodonReplies.send(context(), reply({ firstAttemptAt }))).outcome).toBe('unknown');
  });

  it.each<[string, Fault, string, SendResult['outcome']]>([
    ['a limit', { kind: 'status', status: 429 }, POST.path, 'later'],
    ['a limit before', { kind: 'status', status: 429 }, 'GET /api/v1/statuses', 'later'],
    ['a server that is ill before', { kind: 'status', status: 503 }, 'GET /api/v1/statuses', 'later'],
    ['no answer to the posting', { kind: 'cut-before' }, POST.path, 'unknown'],
    ['a text that is not taken', { kind: 'status', status: 422 }, POST.path, 'refused'],
    ['a suspended account', { kind: 'status', status: 403 }, POST.path, 'refused'],
    ['a revoked token', { kind: 'status', status: 401 }, POST.path, 'later'],
  ])('ends after %s as it must', async (_what, fault, path, outcome) => {
    mastodon.fail(fault, { path });
    const result = await mastodonReplies.send(context(), reply());
    expect(result.outcome).toBe(outcome);
    if (result.outcome === 'later') expect(result.retryAfterSeconds).toBeGreaterThan(0);
    if (result.outcome !== 'sent') expect(result.reason).toMatch(/\w{3}/);
  });

  it('says that the post is gone, and that the instance takes less', async () => {
    mastodon.rules.maxCharacters = 40;
    expect(await mastodonReplies.send(context(), reply())).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('takes 40') as unknown }); // prettier-ignore
    mastodon.world.remove(target);
    expect(await mastodonReplies.send(context(), reply())).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('deleted') as unknown }); // prettier-ignore
    expect(mastodon.ourPosts()).toEqual([]);
  });

  it('is looked for to the first try, and takes no other for it', async () => {
    const firstAttemptAt = now;
    mastodon.world.add(mastodon.us, '<p>Başka</p>', { inReplyTo: target });
    for (let i = 0; i < 60; i += 1) mastodon.world.add(mastodon.us, `<p>Cevap ${i}</p>`);
    expect(await mastodonReplies.look(context(), reply({ firstAttemptAt }))).toEqual({ outcome: 'absent' });
    mastodon.fail({ kind: 'status', status: 500 });
    expect((await mastodonReplies.look(context(), reply({ firstAttemptAt }))).outcome).toBe('unsure');
  });

  it('goes to its reader alone where its writer chose so, and where the post was narrow', async () => {
    await mastodonReplies.send(context(), reply({ visibility: 'private' }));
    expect(mastodon.ourPosts()[0]).toMatchObject({ inReplyTo: target, visibility: 'direct' });
    const offered = (visibility: string) => mastodonReplies.visibilities!(context().settings, { externalId: '1', network: 'mastodon', extra: { visibility } }); // prettier-ignore
    expect(['public', 'unlisted', 'private', 'direct'].map(offered)).toEqual([
      ['public', 'private'],
      ['public', 'private'],
      ['private'],
      ['private'],
    ]);
  });

  it('has the length of its instance and needs a token', () => {
    expect(mastodonReplies.rulesFor!(MastodonSettings.parse({ instance: 'https://a.example', hashtags: ['a'], maxCharacters: 5000 }), '1', 'public').maxLength).toBe(5000); // prettier-ignore
    expect(mastodonReplies.unavailable(MastodonSettings.parse({ instance: 'https://a.example', hashtags: ['a'] }))).toBe('no-account-keys'); // prettier-ignore
    expect(mastodonReplies.unavailable(context().settings)).toBeNull();
  });

  it('names the author once', () => {
    expect(addressed('Merhaba @deniz@social.example.', 'deniz@social.example')).toBe('Merhaba @deniz@social.example.');
    expect(addressed('Merhaba @denizli', 'deniz')).toBe('@deniz Merhaba @denizli');
    expect(essence('@deniz@social.example Merhaba, bakıyoruz: https://a.example/b')).toBe(essence('Merhaba bakıyoruz: '));
  });
});
