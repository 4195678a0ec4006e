import { readFileSync, existsSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notesInEnglish } from '#libs/contracts/notes.js';
import { META, MetaServer, type MetaFault } from '../../../test/support/meta-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { PendingPost, PollEnd, PollPage } from '../polls.js';
import { proofOf } from './client.js';
import { metaConnector } from './connector.js';
import { pollMeta } from './poll.js';
import { challenge, receiveDelivery, verifyDelivery } from './receive.js';
import { metaReplies } from './replies.js';
import { MetaSettings } from './settings.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let meta: MetaServer;
let time = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

beforeEach(async () => {
  time = Date.UTC(2026, 10, 22, 12);
  meta = await MetaServer.start(() => new Date(time));
});
afterEach(async () => {
  await meta.stop();
  expect(meta.misuse).toEqual([]);
});
afterAll(() => http.close());

function context(more: Record<string, unknown> = {}) {
  const settings = MetaSettings.parse({ ...META, baseUrl: meta.url, ...more });
  return { settings, http, now: () => new Date(time), signal: new AbortController().signal };
}

async function poll(cursor: unknown = null, more: Record<string, unknown> = {}, pending: PendingPost[] = []) {
  const run = pollMeta({ ...context(more), cursor, intervalSeconds: 120, pending });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (!step.done) pages.push(JSON.parse(JSON.stringify(step.value)) as PollPage);
    else {
      const posts = pages.flatMap((page) => page.posts);
      const settled = pages.flatMap((page) => page.settled ?? []);
      const deleted = pages.flatMap((page) => page.deleted ?? []);
      return {
        posts,
        ids: posts.map((p) => p.externalId).sort(),
        settled,
        deleted,
        end: step.value,
        cursor: pages.at(-1)?.cursor ?? cursor,
      };
    }
  }
}
const paths = () => meta.asked.map((one) => one.path);
const deliver = (...given: Parameters<MetaServer['delivery']>) => {
  const { body, headers } = meta.delivery(...given);
  const { settings } = context();
  expect(verifyDelivery(body, headers, settings)).toBe(true);
  return receiveDelivery(body, { settings });
};

describe('what a poll of Meta hears', () => {
  it('comments and answers under our posts, visitors’ posts, marks and tags, with their place; not what we write', async () => {
    const own = meta.ownPost();
    const comment = meta.comment(own, 'hattım yok');
    meta.comment(own, 'Bakıyoruz', { from: { id: META.pageId, name: 'Anadolu Hat' } });
    const answer = meta.comment(own, 'bizde de', { parent: comment.id });
    const visitor = meta.visitorPost('şikâyetim var');
    const nobody = meta.visitorPost('adsız', { from: null });
    const tagged = meta.taggedPost('@Anadolu Hat kötü');
    const media = meta.ownMedia();
    const under = meta.answer(media, 'fiyat?');
    const reply = meta.answer(media, 'evet fiyat', { parent: under.id });
    const tag = meta.tag('anadoluhat ile');
    const { posts, ids, end } = await poll();
    const [a, b, c, d, e, f, g, h] = [comment, answer, visitor, nobody, tagged].map((one) => `fb:${one.id}`).concat(`ig:${under.id}`, `ig:${reply.id}`, `igm:${tag.id}`); // prettier-ignore
    expect(ids).toEqual([a, b, c, d, e, f, g, h].sort());
    expect(end).toEqual({ outcome: 'ok' });
    const by = Object.fromEntries(posts.map((post) => [post.externalId, post]));
    expect(by[a!]).toEqual({
      externalId: a,
      text: 'hattım yok',
      postedAt: '2026-11-22T12:00:00.000Z',
      author: {
        key: comment.from!.id,
        handle: null,
        name: comment.from!.name,
        followers: null,
        url: `https://www.facebook.com/${comment.from!.id}`,
      },
      url: `https://www.facebook.com/${own.id}?comment_id=${comment.id}`,
      lang: null,
      network: 'facebook',
      inReplyTo: `fb:${own.id}`,
      thread: `facebook:${comment.id}`,
      reach: { likes: 1, replies: 0 },
    });
    expect([by[b!]!.inReplyTo, by[b!]!.thread]).toEqual([a, `facebook:${comment.id}`]);
    expect(by[c!]).toMatchObject({ inReplyTo: null, reach: { likes: 2, replies: 0, reposts: 1 } });
    expect(by[d!]!.author).toMatchObject({ key: `unknown:${nobody.id}`, name: null });
    expect(by[f!]).toMatchObject({
      network: 'instagram',
      url: `https://www.instagram.com/p/${media.id}/`,
      thread: `instagram:${under.id}`,
    });
    expect([by[g!]!.inReplyTo, by[g!]!.thread]).toEqual([f, `instagram:${under.id}`]);
    expect(by[h!]).toMatchObject({ author: { key: `name:kisi${tag.id}`, handle: `kisi${tag.id}` }, media: [{ type: 'image' }] });
  });

  it('reads comments only of posts that have changed, and asks four times when nothing has', async () => {
    const own = [meta.ownPost(), meta.ownPost(), meta.ownMedia()];
    meta.comment(own[0]!, 'a');
    meta.comment(own[1]!, 'b');
    meta.answer(own[2]!, 'c');
    const first = await poll();
    meta.asked.length = 0;
    const quiet = await poll(first.cursor);
    expect([quiet.end.outcome, paths().length, quiet.cursor]).toEqual(['empty', 4, first.cursor]);
    time += HOUR;
    const fresh = meta.comment(own[1]!, 'd');
    meta.asked.length = 0;
    expect((await poll(quiet.cursor)).ids).toEqual([`fb:${fresh.id}`]);
    expect(paths().filter((path) => path.endsWith('/comments'))).toEqual([`${own[1]!.id}/comments`]);
  });

  it('pages through all comments of a post, and all answers to one comment', async () => {
    const own = meta.ownPost();
    const media = meta.ownMedia();
    const all = Array.from({ length: 230 }, (_, i) => `fb:${meta.comment(own, `c${i}`).id}`);
    const under = meta.answer(media, 'fiyat?');
    all.push(`ig:${under.id}`);
    for (let i = 0; i < 120; i += 1) all.push(`ig:${meta.answer(media, `r${i}`, { parent: under.id }).id}`);
    expect((await poll()).ids).toEqual(all.sort());
  });

  it('hears what shows up late, and begins no further back than told', async () => {
    const own = meta.ownPost('x', { at: new Date(time - 48 * HOUR) });
    meta.comment(own, 'alt', { at: new Date(time - 30 * HOUR) });
    const seen = meta.comment(own, 'neu');
    const first = await poll();
    expect(first.ids).toEqual([`fb:${seen.id}`]);
    const late = meta.comment(own, 'spät', { at: new Date(time - 20_000) });
    time += 30_000;
    expect((await poll(first.cursor)).ids).toEqual([`fb:${late.id}`]);
  });

  it('goes on from the start of a list when Meta forgets where it was', async () => {
    const own = meta.ownPost();
    const all = Array.from({ length: 150 }, (_, i) => `fb:${meta.comment(own, `c${i}`).id}`);
    meta.fail({ kind: 'error', status: 500, code: 2 }, { path: /\/comments/, after: 1 });
    const cut = await poll();
    expect([cut.end.outcome, cut.ids.length]).toEqual(['unreachable', 100]);
    (cut.cursor as { walk: { after: string } }).walk.after = 'forgotten';
    const rest = await poll(cut.cursor);
    expect([...cut.ids, ...rest.ids].sort()).toEqual(all.sort());
  });

  it('stops before the calls are used up', async () => {
    const own = meta.ownPost();
    meta.comment(own, 'a');
    const usage = JSON.stringify({
      [META.pageId]: [{ type: 'pages', call_count: 97, total_cputime: 5, total_time: 5, estimated_time_to_regain_access: 0 }],
    });
    meta.fail({ kind: 'headers', headers: { 'x-business-use-case-usage': usage } }, { path: /feed/ });
    expect((await poll()).end).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 300 });
  });

  it.each<[MetaFault, string, RegExp, number | null]>([
    [{ kind: 'error', status: 400, code: 190, subcode: 463 }, 'forbidden', /expired/, null],
    [
      { kind: 'error', status: 403, code: 10, message: '(#10) needs pages_read_user_content' },
      'forbidden',
      /pages_read_user_content/,
      null,
    ],
    [{ kind: 'error', status: 400, code: 4 }, 'throttled', /wait/, 300],
    [{ kind: 'error', status: 400, code: 80_001, headers: { 'x-business-use-case-usage': '{"1":[{"call_count":100,"estimated_time_to_regain_access":7}]}' } }, 'throttled', /wait/, 420], // prettier-ignore
    [{ kind: 'error', status: 500, code: 1, message: 'An unknown error occurred' }, 'unreachable', /unknown error/, null],
    [{ kind: 'error', status: 400, code: 2, transient: true }, 'unreachable', /400/, null],
    [{ kind: 'error', status: 400, code: 100, message: 'Tried accessing nonexisting field' }, 'forbidden', /nonexisting/, null],
    [{ kind: 'raw', status: 200, body: '<html>' }, 'schema-changed', /JSON/, null],
  ])('ends %j as %s and loses nothing', async (fault, outcome, words, wait) => {
    const own = meta.ownPost();
    const comment = meta.comment(own, 'a');
    meta.fail(fault, { path: /feed/ });
    const ill = await poll();
    expect([ill.end.outcome, words.test(notesInEnglish(ill.end.notes ?? [])), ill.end.retryAfterSeconds ?? null]).toEqual([
      outcome,
      true,
      wait,
    ]);
    expect((await poll(ill.cursor)).ids).toEqual([`fb:${comment.id}`]);
  });

  it('proves its calls', () => {
    expect(proofOf({ accessToken: 'token', appSecret: 'secret-words' })).toBe(
      '74a2d4724537b1859a083f6eaa64201fe9ea00bc18f1c8e1cd528a50d13147c1',
    );
  });
});

describe('what Meta delivers', () => {
  const from = { id: '7', name: 'Deniz' };
  const value = (more: Record<string, unknown> = {}) => ({ item: 'comment', verb: 'add', post_id: '1_2', comment_id: '2_3', parent_id: '1_2', from, message: 'hat yok', created_time: 1_795_000_000, ...more }); // prettier-ignore

  it('answers the question with the right token only', () => {
    const { settings } = context();
    const ask = { 'hub.mode': 'subscribe', 'hub.verify_token': META.verifyToken, 'hub.challenge': '1158201444' };
    expect(challenge(ask, settings)).toBe('1158201444');
    expect(challenge({ ...ask, 'hub.verify_token': 'guess' }, settings)).toBeNull();
    expect(challenge({ ...ask, 'hub.mode': 'unsubscribe' }, settings)).toBeNull();
    expect(challenge({ ...ask, 'hub.verify_token': '' }, context({ verifyToken: undefined }).settings)).toBeNull();
  });

  it('is taken only when it is signed with the app secret, over the very bytes', () => {
    const { settings } = context();
    const { body, headers } = meta.delivery('page', 'feed', value());
    expect(verifyDelivery(body, headers, settings)).toBe(true);
    expect(verifyDelivery(Buffer.concat([body, Buffer.from(' ')]), headers, settings)).toBe(false);
    expect(verifyDelivery(body, {}, settings)).toBe(false);
    expect(verifyDelivery(body, meta.delivery('page', 'feed', value(), { secret: 'other' }).headers, settings)).toBe(false);
    expect(() => receiveDelivery(Buffer.from('{'), { settings })).toThrow('delivery');
  });

  it('a comment and an answer to it, as the poll would give them', () => {
    const { posts } = deliver('page', 'feed', value());
    expect(posts).toMatchObject([{ externalId: 'fb:2_3', text: 'hat yok', inReplyTo: 'fb:1_2', thread: 'facebook:2_3', author: { key: '7' }, postedAt: new Date(1_795_000_000_000) }]); // prettier-ignore
    expect(deliver('page', 'feed', value({ comment_id: '2_4', parent_id: '2_3' })).posts).toMatchObject([{ externalId: 'fb:2_4', inReplyTo: 'fb:2_3', thread: 'facebook:2_3' }]); // prettier-ignore
  });

  it('an edit, a deletion; and nothing of reactions, hiding and our own', () => {
    expect(deliver('page', 'feed', value({ verb: 'edited', message: 'hat var' })).posts).toMatchObject([{ externalId: 'fb:2_3', text: 'hat var', editedAt: new Date(time) }]); // prettier-ignore
    expect(deliver('page', 'feed', value({ verb: 'remove', message: undefined })).deleted).toEqual([
      { externalId: 'fb:2_3', at: new Date(time) },
    ]);
    for (const more of [{ item: 'reaction' }, { verb: 'hide' }, { from: { id: META.pageId } }]) {
      expect(deliver('page', 'feed', value(more))).toEqual({ posts: [], refused: [], deleted: [], pending: [] });
    }
  });

  it('what is about another account, or cannot be read, is refused with its reason', () => {
    expect(deliver('page', 'feed', value(), { id: '999' }).refused).toMatchObject([
      { reason: expect.stringContaining('999') as unknown },
    ]);
    expect(deliver('page', 'feed', { item: 5 }).refused).toMatchObject([
      { reason: expect.stringContaining('value.item') as unknown },
    ]);
    expect(deliver('instagram', 'mentions', {}).refused).toHaveLength(1);
    expect(deliver('page', 'ratings', {}).refused).toEqual([]);
  });

  it('comments of Instagram, but not the account’s own', () => {
    const comment = { id: '178', from: { id: '9', username: 'deniz' }, media: { id: '179' }, parent_id: '177', text: 'fiyat?' };
    expect(deliver('instagram', 'comments', comment).posts).toMatchObject([{ externalId: 'ig:178', inReplyTo: 'ig:177', thread: 'instagram:177', author: { key: '9' } }]); // prettier-ignore
    expect(
      deliver('instagram', 'comments', { ...comment, from: { id: '5', username: 'a', self_ig_scoped_id: '5' } }).posts,
    ).toEqual([]);
  });

  it('a mention by its id alone is kept and asked for by the next poll; the second telling is the same thing', async () => {
    const { comment, mediaId } = meta.mention('anadoluhat berbat');
    const tag = meta.tag('anadoluhat ile');
    const told = { media_id: mediaId, comment_id: comment.id };
    const { pending = [], posts } = deliver('instagram', 'mentions', told);
    expect([posts, deliver('instagram', 'mentions', told).pending]).toEqual([[], pending]);
    const caption = deliver('instagram', 'mentions', { media_id: tag.id }).pending ?? [];
    const heard = await poll(null, {}, [...pending, ...caption]);
    expect(heard.ids).toEqual([`igm:${mediaId}:${comment.id}`, `igm:${tag.id}`].sort());
    expect(heard.posts).toMatchObject([{ text: 'anadoluhat berbat', author: { key: `unknown:${comment.id}` }, url: 'https://www.instagram.com/p/abc/' }, {}]); // prettier-ignore
    expect(heard.settled).toEqual([...pending, ...caption].map((one) => one.key));
    expect([...(await poll(heard.cursor)).ids]).toEqual([]);
  });

  it('words that were left out are asked for; what is gone meanwhile is told as deleted; what waits does not stand in the way', async () => {
    const own = meta.ownPost();
    const comment = meta.comment(own, 'hat yok');
    const gone = meta.comment(own, 'weg');
    meta.remove(gone);
    const ask = (id: string, more = {}) =>
      deliver('page', 'feed', value({ comment_id: id, post_id: own.id, message: undefined, ...more })).pending ?? [];
    meta.fail({ kind: 'error', status: 500, code: 2 }, { path: new RegExp(`^${gone.id}`) });
    const pending = [...ask(gone.id), ...ask(comment.id, { verb: 'edited' })];
    const first = await poll(null, {}, pending);
    expect([first.ids, first.end.outcome]).toEqual([[`fb:${comment.id}`], 'unreachable']);
    expect(first.posts[0]?.editedAt).toBe(new Date(time).toISOString());
    expect(first.settled).toEqual([pending[1]!.key]);
    const second = await poll(first.cursor, {}, [pending[0]!]);
    expect([second.deleted.map((one) => one.externalId), second.settled]).toEqual([[`fb:${gone.id}`], [pending[0]!.key]]);
  });

  it('waits for a new token with what was told', async () => {
    const { comment, mediaId } = meta.mention('anadoluhat');
    const { pending = [] } = deliver('instagram', 'mentions', { media_id: mediaId, comment_id: comment.id });
    const ill = await poll(null, { accessToken: 'an-expired-token' }, pending);
    expect([ill.end.outcome, ill.settled]).toEqual(['forbidden', []]);
    expect((await poll(ill.cursor, {}, pending)).ids).toEqual([`igm:${mediaId}:${comment.id}`]);
  });

  const sample = ['../shared/data/contracts/meta', '../../shared/data/contracts/meta'].map((folder) => `${folder}/instagram_comment_webhook.json`).find((path) => existsSync(path)); // prettier-ignore
  it(`a delivery of the collection (${sample === undefined ? 'not at hand: its own shape is read above' : 'read'})`, () => {
    if (sample === undefined) return;
    const { posts, pending } = receiveDelivery(readFileSync(sample), context());
    expect(posts).toMatchObject([
      { externalId: 'ig:17865799348089039', text: 'Still waiting for my order @acme', inReplyTo: 'ig:17865799348089000' },
    ]);
    expect(pending).toMatchObject([{ key: 'instagram-mention:17918195224117851:17894227972186120' }]);
  });
});

describe('answering on Facebook and Instagram', () => {
  const reply = (externalId: string, more: Partial<OutgoingReply> = {}): OutgoingReply => ({
    text: 'Bakıyoruz 😀',
    visibility: 'public',
    idempotencyKey: 'k1',
    inReplyTo: { externalId, url: 'https://www.instagram.com/p/abc/', authorHandle: null },
    firstAttemptAt: new Date(time),
    ...more,
  });

  it('each where it belongs, and finds it again', async () => {
    const own = meta.ownPost();
    const comment = meta.comment(own, 'a');
    const media = meta.ownMedia();
    const answer = meta.answer(media, 'b');
    const cases = [`fb:${comment.id}`, `ig:${answer.id}`];
    for (const id of cases) {
      expect(await metaReplies.look(context(), reply(id))).toEqual({ outcome: 'absent' });
      const sent = await metaReplies.send(context(), reply(id));
      expect(sent.outcome).toBe('sent');
      expect(await metaReplies.look(context(), reply(id))).toMatchObject({
        outcome: 'found',
        externalId: (sent as { externalId: string }).externalId,
      });
    }
    await metaReplies.send(context(), reply('igm:17911111:178'));
    await metaReplies.send(context(), reply('igm:17911111'));
    expect(meta.sent.map((one) => [one.path, one.body])).toEqual([
      [`${comment.id}/comments`, { message: 'Bakıyoruz 😀' }],
      [`${answer.id}/replies`, { message: 'Bakıyoruz 😀' }],
      [`${META.instagramId}/mentions`, { media_id: '17911111', comment_id: '178', message: 'Bakıyoruz 😀' }],
      [`${META.instagramId}/mentions`, { media_id: '17911111', message: 'Bakıyoruz 😀' }],
    ]);
    expect(await metaReplies.look(context(), reply('igm:17911111'))).toMatchObject({ outcome: 'unsure', final: true });
    expect((await poll()).ids).toEqual([`fb:${comment.id}`, `ig:${answer.id}`].sort());
  });

  it('privately: once for each comment', async () => {
    const comment = meta.comment(meta.ownPost(), 'a');
    const here = context();
    const privately = (id: string) => reply(id, { visibility: 'private' });
    expect(await metaReplies.look(here, privately(`fb:${comment.id}`))).toEqual({ outcome: 'absent' });
    expect(await metaReplies.send(here, privately(`fb:${comment.id}`))).toEqual({
      outcome: 'sent',
      externalId: 'message:m_1',
      url: null,
    });
    expect(meta.sent[0]!.body).toEqual({ recipient: { comment_id: comment.id }, message: { text: 'Bakıyoruz 😀' } });
    expect(await metaReplies.send(here, privately(`fb:${comment.id}`))).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('one for each') as unknown }); // prettier-ignore
    expect(await metaReplies.look(here, privately(`fb:${comment.id}`))).toMatchObject({ outcome: 'unsure', final: true });
    expect(await metaReplies.send(here, privately('igm:1:2'))).toMatchObject({ outcome: 'refused' });
    const offered = (answers: 'publicly' | 'privately', externalId: string) => metaReplies.visibilities!(context({ answers }).settings, { externalId, network: 'facebook', extra: null }); // prettier-ignore
    expect(offered('publicly', 'fb:1_2')).toEqual(['public', 'private']);
    expect(offered('privately', 'ig:1')).toEqual(['private', 'public']);
    expect(offered('privately', 'igm:1:2')).toEqual(['public']);
  });

  it.each<[string, MetaFault, string, RegExp]>([
    ['an answer lost after the effect', { kind: 'lost-after-effect' }, 'unknown', /\w/],
    ['a 500', { kind: 'error', status: 500, code: 2 }, 'unknown', /fault/],
    ['a garbled answer', { kind: 'raw', status: 200, body: '{"ok":1}' }, 'unknown', /new comment/],
    ['a limit', { kind: 'error', status: 400, code: 32 }, 'later', /wait/],
    ['an expired token', { kind: 'error', status: 401, code: 190 }, 'later', /token/],
    [
      'a block',
      { kind: 'error', status: 400, code: 368, message: 'The action attempted has been deemed abusive' },
      'refused',
      /blocked/,
    ],
    ['a deleted comment', { kind: 'error', status: 400, code: 100, subcode: 33 }, 'refused', /deleted/],
    ['anything else', { kind: 'error', status: 400, code: 100, message: 'odd' }, 'refused', /odd/],
  ])('ends %s as it must', async (_what, fault, outcome, words) => {
    const comment = meta.comment(meta.ownPost(), 'a');
    meta.fail(fault, { path: /\/comments/ });
    const result = await metaReplies.send(context(), reply(`fb:${comment.id}`));
    expect([result.outcome, 'reason' in result && words.test(result.reason)]).toEqual([outcome, true]);
  });

  it('is unsure when it cannot look, and counts by each network’s own length', async () => {
    const comment = meta.comment(meta.ownPost(), 'a');
    meta.fail({ kind: 'error', status: 500, code: 2 }, { path: /\/comments/ });
    expect((await metaReplies.look(context(), reply(`fb:${comment.id}`))).outcome).toBe('unsure');
    const { settings } = context();
    expect([
      metaReplies.rulesFor?.(settings, 'fb:1_2', 'public').maxLength,
      metaReplies.rulesFor?.(settings, 'ig:1', 'public').maxLength,
      metaReplies.rulesFor?.(settings, 'ig:1', 'private').maxLength,
    ]).toEqual([8000, 300, 1000]);
    expect((await metaReplies.send(context(), reply('x'))).outcome).toBe('refused');
  });

  it('test connection says who we are, shows what is written, and explains an expired token', async () => {
    meta.comment(meta.ownPost(), 'a');
    meta.answer(meta.ownMedia(), 'b');
    const tried = await metaConnector.test(context());
    expect([tried.ok, tried.samples.map((one) => one.text)]).toEqual([true, ['a', 'b']]);
    expect(tried.notes).toEqual([{ code: 'we-are', params: { handle: 'Anadolu Hat', network: 'Facebook' } }, { code: 'meta-instagram' }]); // prettier-ignore
    expect(await metaConnector.test(context({ accessToken: 'an-old-token' }))).toMatchObject({ ok: false, notes: [{ code: 'meta-token' }] }); // prettier-ignore
  });
});
