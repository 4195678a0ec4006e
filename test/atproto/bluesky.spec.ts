/** The Bluesky connector on a real AT Protocol network of this machine: its own directory, account server, search and notifications. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AtpAgent, RichText } from '@atproto/api';
import { blueskyConnector } from '../../src/connectors/bluesky/connector.js';
import { pollBluesky } from '../../src/connectors/bluesky/poll.js';
import { recordKey } from '../../src/connectors/bluesky/record-key.js';
import { blueskyReplies } from '../../src/connectors/bluesky/replies.js';
import { BlueskySettings } from '../../src/connectors/bluesky/settings.js';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import type { OutgoingReply } from '../../src/connectors/outgoing-reply.js';
import type { PollEnd, PollPage } from '../../src/connectors/polls.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { startRealNetwork, type RealNetwork } from './real-network.js';

const PASSWORD = 'a-password-of-our-own';
const network = await startRealNetwork();

if (typeof network === 'string') {
  describe('Bluesky on a real network of its own', () => {
    it(`the network is ${network}: nothing was read from one`, () => expect(typeof network).toBe('string'));
  });
} else {
  describe('Bluesky on a real network of its own', () => onRealNetwork(network));
}

function onRealNetwork({ server, stop }: RealNetwork): void {
  const http = new UndiciSafeHttp({ allowedHosts: ['localhost'], userAgent: 'earshot-test' });
  let deniz: AtpAgent;
  let appPassword: string;
  let cursor: unknown = null;

  beforeAll(async () => {
    const ours = await account('destek');
    ({ password: appPassword } = (await ours.com.atproto.server.createAppPassword({ name: 'earshot' })).data);
    deniz = await account('deniz');
    await deniz.upsertProfile(() => ({ displayName: 'Deniz Ş.' }));
  }, 120_000);
  afterAll(async () => {
    await http.close();
    await stop();
  }, 60_000);

  async function account(name: string): Promise<AtpAgent> {
    const agent = new AtpAgent({ service: server });
    await agent.createAccount({ email: `${name}@kunde.example`, handle: `${name}.test`, password: PASSWORD });
    return agent;
  }
  const context = (more: Record<string, unknown> = {}) => ({
    settings: BlueskySettings.parse({ query: 'kargom', server, handle: 'destek.test', appPassword, ...more }),
    http,
    now: () => new Date(),
    signal: new AbortController().signal,
  });
  async function post(text: string, more: Record<string, unknown> = {}): Promise<{ uri: string; cid: string }> {
    const rich = new RichText({ text });
    await rich.detectFacets(deniz);
    const { uri, cid } = await deniz.post({ text, facets: rich.facets, langs: ['tr'], ...more });
    return { uri, cid };
  }
  async function poll(): Promise<{ posts: IncomingPost[]; end: PollEnd; account: PollPage['account'] }> {
    const run = pollBluesky({ ...context(), cursor, intervalSeconds: 60 });
    const posts: IncomingPost[] = [];
    let account: PollPage['account'];
    for (;;) {
      const step = await run.next();
      if (step.done) return { posts, end: step.value, account };
      account ??= step.value.account;
      posts.push(...step.value.posts);
      cursor = JSON.parse(JSON.stringify(step.value.cursor));
    }
  }
  /** Polls until these have come: the network indexes behind the scenes. @returns all that came */
  async function pollUntil(...uris: string[]): Promise<IncomingPost[]> {
    const came: IncomingPost[] = [];
    for (const end = Date.now() + 60_000; ; await pause()) {
      const { posts, end: how } = await poll();
      expect(['ok', 'empty']).toContain(how.outcome);
      came.push(...posts);
      if (uris.every((uri) => came.some((one) => one.externalId === uri))) return came;
      if (Date.now() > end) throw new Error(`${uris.join(', ')} did not come; came: ${JSON.stringify(came)}`);
    }
  }
  const replyTo = (uri: string, more: Partial<OutgoingReply> = {}): OutgoingReply => ({
    text: 'Merhaba @deniz.test, bakıyoruz 👀 https://yardim.example.com/kargo',
    visibility: 'public',
    idempotencyKey: `key of ${uri}`,
    inReplyTo: { externalId: uri, url: null, authorHandle: 'deniz.test' },
    firstAttemptAt: null,
    ...more,
  });

  it('hears a search and what is written to our account, each once', async () => {
    const asked = await post('Üç gündür yok: kargom nerede? Rezalet & ayıp');
    const told = await post('Bıktım artık @destek.test, cevap verin!');
    const came = await pollUntil(asked.uri, told.uri);
    expect(came).toHaveLength(2);
    const [complaint, mention] = [asked.uri, told.uri].map((uri) => came.find((one) => one.externalId === uri)!);
    expect(complaint).toMatchObject({
      text: 'Üç gündür yok: kargom nerede? Rezalet & ayıp',
      author: { key: deniz.session!.did, handle: 'deniz.test' },
      url: expect.stringMatching(/^https:\/\/bsky\.app\/profile\/deniz\.test\/post\//) as unknown,
      lang: 'tr',
      inReplyTo: null,
    });
    expect(mention!.text).toBe('Bıktım artık @destek.test, cevap verin!');
    expect(Math.abs(Date.now() - complaint!.postedAt.getTime())).toBeLessThan(600_000);
    expect(await poll()).toMatchObject({ posts: [], end: { outcome: 'empty' }, account: { handle: 'destek.test' } });
  }, 120_000);

  it('answers once, however often the reply is sent, finds it again, and does not hear itself', async () => {
    const target = await post('kargom kayıp');
    await pollUntil(target.uri);
    const reply = replyTo(target.uri);
    expect(await blueskyReplies.look(context(), reply)).toEqual({ outcome: 'absent' });
    const sent = await blueskyReplies.send(context(), reply);
    if (sent.outcome !== 'sent') throw new Error(JSON.stringify(sent));
    expect(sent.externalId.endsWith(`/${recordKey(reply)}`)).toBe(true);
    expect(await blueskyReplies.send(context(), { ...reply, text: 'Another text of a second try' })).toEqual(sent);
    expect(await blueskyReplies.look(context(), reply)).toEqual({ ...sent, outcome: 'found' });
    const ours = await deniz.com.atproto.repo.listRecords({ repo: 'destek.test', collection: 'app.bsky.feed.post' });
    expect(ours.data.records).toMatchObject([
      { value: { text: reply.text, reply: { root: target, parent: target }, facets: [{}, {}] } },
    ]);
    // What Deniz writes after it comes; what we wrote lies before and does not.
    const after = await post('kargom hâlâ yok', { reply: { root: target, parent: { uri: sent.externalId, cid: ours.data.records[0]!.cid } } }); // prettier-ignore
    const came = await pollUntil(after.uri);
    expect(came).toMatchObject([{ externalId: after.uri, inReplyTo: sent.externalId, thread: expect.stringContaining(target.uri) as unknown }]); // prettier-ignore
  }, 120_000);

  it('does not answer where the author lets nobody, nor what is gone', async () => {
    const closed = await post('kargom için bana yazmayın');
    const key = closed.uri.split('/').at(-1)!;
    await deniz.app.bsky.feed.threadgate.create({ repo: deniz.session!.did, rkey: key }, { post: closed.uri, allow: [], createdAt: new Date().toISOString() }); // prettier-ignore
    await pollUntil(closed.uri);
    await until(async () => (await deniz.getPosts({ uris: [closed.uri] })).data.posts[0]?.threadgate !== undefined);
    expect(await blueskyReplies.send(context(), replyTo(closed.uri))).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('chosen people') as unknown }); // prettier-ignore
    await deniz.deletePost(closed.uri);
    await until(async () => (await deniz.getPosts({ uris: [closed.uri] })).data.posts.length === 0);
    expect(await blueskyReplies.send(context(), replyTo(closed.uri))).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('deleted') as unknown }); // prettier-ignore
  }, 120_000);

  it('"test connection" says who we are, or what is wrong with the password', async () => {
    const good = await blueskyConnector.test(context());
    expect(good).toMatchObject({ ok: true, notes: [{ code: 'we-are', params: { handle: '@destek.test' } }, { code: 'search-finds' }], account: { handle: 'destek.test' } }); // prettier-ignore
    expect(good.samples.length).toBeGreaterThan(0);
    const bad = await blueskyConnector.test(context({ appPassword: 'wrong-wrong-wrong' }));
    expect(bad).toMatchObject({ ok: false, notes: [{ code: 'bluesky-password' }], samples: [] });
  }, 120_000);
}

const pause = () => new Promise((done) => setTimeout(done, 100));
async function until(fits: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await fits()); await pause())
    if (Date.now() > end) throw new Error('it did not come to pass');
}
