import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { X_BEARER, X_USER_BEARER, XServer, type Exchange } from '../support/x-server.js';
import { published } from '../support/x-server/published.js';
import { ROUTES } from '../support/x-server/routes.js';

const check = published();
const FIELDS = {
  'post.fields': 'attachments,conversation_id,created_at,entities,id,lang,note_post,public_metrics,text',
  expansions: 'author_id,in_reply_to_user_id,referenced_posts,attachments.media_keys',
  'user.fields': 'id,name,username,public_metrics',
  'media.fields': 'media_key,type,url',
};
let x: XServer;
let first: { id: string };

beforeAll(async () => {
  x = await XServer.start();
  first = x.post('deniz', '@AnadoluHat internet yok <üç gündür> & kimse aramıyor', { lang: 'tr' });
  x.post('marek', 'kargom, @AnadoluHat?', { inReplyTo: first.id, media: [{ key: '3_1', url: 'https://pbs.twimg.com/a.jpg' }] });
  x.post('priya', 'kargom https://t.co/a', {
    links: [{ url: 'https://t.co/a', expanded: 'https://example.com/a' }],
    note: 'kargom, a long story',
  });
  x.post('zeynep', 'RT kargom', { repostOf: first.id });
  for (let i = 0; i < 15; i += 1) x.post('owen', `kargom ${i} @AnadoluHat`);
});
afterAll(() => x.stop());

async function ask(
  path: string,
  query: Record<string, string> = {},
  token = X_BEARER,
  body?: unknown,
  method = 'POST',
): Promise<Exchange> {
  const init = body === undefined ? {} : { method, body: typeof body === 'string' ? body : JSON.stringify(body) };
  await fetch(`${x.url}${path}?${new URLSearchParams(query)}`, { ...init, headers: { authorization: `Bearer ${token}` } });
  return x.exchanges.at(-1)!;
}

async function askAboutTheStream(): Promise<void> {
  const rules = '/2/tweets/search/stream/rules';
  await ask(rules, { dry_run: 'true' }, X_BEARER, { add: [{ value: '(kargom' }, { value: 'kargom', tag: 'a' }] });
  const added = await ask(rules, {}, X_BEARER, { add: [{ value: 'kargom', tag: 'a' }] });
  await ask(rules);
  await ask(`${rules}/counts`);
  const stop = new AbortController();
  const open = await fetch(`${x.url}/2/tweets/search/stream?expansions=author_id`, {
    headers: { authorization: `Bearer ${X_BEARER}` },
    signal: stop.signal,
  });
  x.post('deniz', 'kargom geldi', { lang: 'tr' });
  const { value } = await open.body!.getReader().read();
  expect(JSON.parse(new TextDecoder().decode(value))).toMatchObject({
    data: { text: 'kargom geldi' },
    matching_rules: [{ tag: 'a' }],
  });
  expect(x.stream.sent.flatMap((message) => check.streamFaults(message))).toEqual([]);
  stop.abort();
  await ask(rules, {}, X_BEARER, { delete: { ids: (added.body as Body).data.map((rule) => rule.id) } });
  expect(x.world.streamRules).toEqual([]);
}

async function askAboutCompliance(known: string): Promise<void> {
  const made = await ask('/2/compliance/jobs', {}, X_BEARER, { type: 'tweets', name: 'ours' });
  const { id } = (made.body as unknown as { data: { id: string } }).data;
  expect((await ask('/2/compliance/jobs', {}, X_BEARER, { type: 'tweets' })).status).toBe(409);
  await ask(`/files/${id}/upload`, {}, X_BEARER, `${known}\n5\nodd`, 'PUT');
  await ask('/2/compliance/jobs', { type: 'tweets' });
  await ask(`/2/compliance/jobs/${id}`);
  const lines = (await ask(`/files/${id}/download`)).body as string;
  expect(lines.split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { id: '5', action: 'delete', reason: 'deleted' },
    { id: 'odd', error: 'invalid_id' },
  ]);
}

type Body = { data: { id: string; text: string }[]; meta: { next_token?: string; result_count: number } };

describe(`the local X, checked by ${check.from}`, () => {
  it('answers on every route as the description says', async () => {
    const { id } = x.us;
    const search = await ask('/2/tweets/search/recent', { query: 'kargom', ...FIELDS });
    await ask('/2/tweets/search/recent', { query: 'kargom', next_token: (search.body as Body).meta.next_token!, ...FIELDS });
    await ask('/2/tweets/search/recent', { query: 'nothing' });
    await ask(`/2/users/${id}/mentions`, { max_results: '100', ...FIELDS });
    await ask('/2/users/me', { 'user.fields': 'public_metrics' }, X_USER_BEARER);
    const target = x.post('katka', '@AnadoluHat prosím').id;
    const sent = await ask('/2/tweets', {}, X_USER_BEARER, { text: 'Bakıyoruz', reply: { in_reply_to_tweet_id: target } });
    await ask(`/2/users/${id}/tweets`, { start_time: '2020-01-01T00:00:00Z', ...FIELDS });
    await ask(`/2/tweets/${(sent.body as { data: { id: string } }).data.id}`, FIELDS);
    await ask('/2/tweets/1');
    await ask('/2/tweets', { ids: '1,2', ...FIELDS });
    await askAboutTheStream();
    await askAboutCompliance(first.id);
    const good = x.exchanges.filter((e) => e.status < 300);
    expect(new Set(good.map((e) => `${e.method} ${e.route}`))).toEqual(new Set(ROUTES.map((r) => `${r.method} ${r.template}`)));
    for (const exchange of good) expect([exchange.path, check.faults(exchange)]).toEqual([exchange.path, []]);
    expect((search.body as Body).data).toHaveLength(10);
  });

  it('refuses as the description says', async () => {
    const from = x.exchanges.length;
    const untagged = x.post('deniz', 'kargom yok').id;
    const statuses = [
      await ask('/2/users/me', {}, X_BEARER),
      await ask('/2/users/me', {}, 'nobody'),
      await ask('/2/tweets', {}, X_USER_BEARER, { text: 'Merhaba', reply: { in_reply_to_tweet_id: untagged } }),
      await ask('/2/tweets', {}, X_USER_BEARER, { text: 'Bakıyoruz' }),
      await ask('/2/tweets', {}, X_USER_BEARER, { text: 'x'.repeat(281) }),
      await ask('/2/tweets/search/recent', { query: 'kargom', since_id: '1' }),
      await ask('/2/tweets/search/recent', { query: '(kargom' }),
      await ask('/2/tweets/search/recent', { query: 'kargom', next_token: 'made up' }),
    ].map((exchange) => exchange.status);
    expect(statuses).toEqual([403, 401, 403, 403, 400, 400, 400, 400]);
    x.fail({ kind: 'too-many', resetInSeconds: 5 });
    expect((await ask('/2/tweets/search/recent', { query: 'kargom' })).status).toBe(429);
    for (const exchange of x.exchanges.slice(from)) expect([exchange.path, check.faults(exchange)]).toEqual([exchange.path, []]);
  });

  it('would notice an answer or a question that is not right', async () => {
    const good = await ask('/2/tweets/search/recent', { query: 'kargom', ...FIELDS });
    const body = good.body as Body;
    expect(check.faults({ ...good, body: { ...body, data: [{ id: 5 }] } })).not.toEqual([]);
    expect(check.faults({ ...good, body: 'text' })).not.toEqual([]);
    if (check.from === 'own shapes') return;
    expect(check.faults({ ...good, body: { ...body, mood: 'good' } })).not.toEqual([]);
    expect(check.faults({ ...good, query: new URLSearchParams({ query: 'kargom', 'tweet.fields': 'id' }) })).not.toEqual([]);
    expect(check.faults({ ...good, query: new URLSearchParams({ query: 'kargom', max_results: '101' }) })).not.toEqual([]);
  });

  it('pages newest first with exclusive bounds', async () => {
    const all = (await ask('/2/tweets/search/recent', { query: 'from:owen', max_results: '100' })).body as Body;
    const ids = all.data.map((p) => BigInt(p.id));
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
    const [newest, second] = all.data;
    const since = (await ask('/2/tweets/search/recent', { query: 'from:owen', since_id: second!.id })).body as Body;
    expect(since.data.map((p) => p.id)).toEqual([newest!.id]);
    const until = (await ask('/2/tweets/search/recent', { query: 'from:owen', until_id: newest!.id, max_results: '100' }))
      .body as Body;
    expect(until.meta.result_count).toBe(14);
  });

  it('shows a new post of ours only after a while when told so, and loses answers when told so', async () => {
    x.rules.consistencyMs = 100;
    x.fail({ kind: 'lost-after-effect' }, { method: 'POST' });
    await expect(ask('/2/tweets', {}, X_USER_BEARER, { text: 'Bir daha' })).rejects.toThrow();
    expect(x.ourPosts().at(-1)?.text).toBe('Bir daha');
    const shown = async () => ((await ask(`/2/users/${x.us.id}/tweets`)).body as Body).data.map((p) => p.text);
    expect(await shown()).not.toContain('Bir daha');
    await new Promise((r) => setTimeout(r, 150));
    expect(await shown()).toContain('Bir daha');
  });
});
