/** Translations: off until somebody says who, only when asked, once for a text, and never further than the address that was set. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk } from '../support/desk.js';

interface Asked {
  path: string;
  key: string | undefined;
  body: Record<string, unknown>;
}
let desk: Desk;
let ece: Client;
let server: Server;
let url: string;
let asked: Asked[] = [];
let answer: { status: number; body: unknown; headers?: Record<string, string> } | null = null;
let caseId: string;
let mentionId: string;

/** As LibreTranslate and DeepL describe their own answers. */
function reply({ path, body, key }: Asked): { status: number; body: unknown } {
  if (path === '/translate') {
    if (typeof body['q'] !== 'string' || body['source'] !== 'auto' || body['format'] !== 'text') return { status: 400, body: { error: 'Invalid request' } }; // prettier-ignore
    return { status: 200, body: { translatedText: `[${String(body['target'])}] ${body['q']}`, detectedLanguage: { language: 'en', confidence: 90 } } }; // prettier-ignore
  }
  if (path !== '/v2/translate') return { status: 404, body: {} };
  if (key !== 'DeepL-Auth-Key a-key:fx') return { status: 403, body: { message: 'Forbidden' } };
  const texts = body['text'] as string[];
  return { status: 200, body: { translations: texts.map((text) => ({ detected_source_language: 'EN', text: `(${String(body['target_lang'])}) ${text}` })) } }; // prettier-ignore
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { path: request.url ?? '', key: request.headers.authorization, body: JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown> }; // prettier-ignore
      asked.push(one);
      const { status, body, headers } = answer ?? { ...reply(one), headers: {} };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  ece = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const hook = await desk.webhook();
  const post = aPost();
  await hook.push([post]);
  const row = await desk.db.one<{ id: string; caseId: string }>(`select id, case_id as "caseId" from mention where external_id = $1`, [post['externalId']]); // prettier-ignore
  [mentionId, caseId] = [row?.id ?? '', row?.caseId ?? ''];
}, 60_000);
afterAll(async () => {
  await desk.stop();
  server.close();
});
beforeEach(() => {
  [asked, answer] = [[], null];
});
const translate = (body: object) => ece.post(`/cases/${caseId}/translate`, body);

it('does nothing until an administrator says who translates', async () => {
  expect((await ece.must('GET', '/translation')).provider).toBeNull();
  expect((await translate({ mentionId, to: 'tr' })).body.code).toBe('translation-off');
  expect((await ece.call('PUT', '/api/v1/translation', { provider: 'libretranslate', url })).status).toBe(403);
  expect(asked).toEqual([]);
});

it('asks LibreTranslate once for a text, and sends nothing to the customer', async () => {
  await desk.admin.must('PUT', '/translation', { provider: 'libretranslate', url, key: 'secret-of-libre' });
  const first = await translate({ mentionId, to: 'tr' });
  expect(first.body).toMatchObject({ text: expect.stringContaining('[tr] Anadolu Hat my internet'), from: 'en', cached: false, host: new URL(url).host }); // prettier-ignore
  expect((await translate({ mentionId, to: 'tr' })).body).toMatchObject({ text: first.body.text, cached: true });
  expect((await translate({ text: 'We look into it.', to: 'sk' })).body.text).toBe('[sk] We look into it.');
  expect(asked.map(({ body }) => [body['target'], body['api_key']])).toEqual([['tr', 'secret-of-libre'], ['sk', 'secret-of-libre']]); // prettier-ignore
  expect(await desk.db.query('select 1 from reply')).toEqual([]);
  expect(JSON.stringify(await desk.db.query('select * from setting'))).not.toContain('secret-of-libre');
  expect((await translate({ mentionId: '999999', to: 'tr' })).status).toBe(404);
  expect((await translate({ text: 'x', to: 'T R' })).status).toBe(400);
});

it('asks DeepL with its key, never at another address, and says why it fails', async () => {
  const set = (more: object) => desk.admin.must('PUT', '/translation', { provider: 'deepl', url, ...more });
  // The key of before was for another provider: it does not go along.
  expect(await set({})).toMatchObject({ provider: 'deepl', hasKey: false });
  const refused = await translate({ mentionId, to: 'en' });
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([502, 'translation-failed', expect.stringContaining('does not accept the key')]); // prettier-ignore
  await set({ key: 'a-key:fx' });
  expect((await translate({ mentionId, to: 'en' })).body.text).toContain('(EN-GB) Anadolu Hat');
  expect(await set({})).toMatchObject({ hasKey: true });
  expect(await set({ url: 'https://elsewhere.example' })).toMatchObject({ hasKey: false });
  await set({ key: 'a-key:fx' });
  for (const [given, words] of [
    [{ status: 456, body: {} }, 'used up'],
    [{ status: 200, body: {} }, 'cannot be read'],
    [{ status: 302, body: {}, headers: { location: 'http://127.0.0.1:1/' } }, '302'],
  ] as const) {
    // prettier-ignore
    answer = given;
    expect((await translate({ text: words, to: 'tr' })).body.detail).toContain(words);
  }
  await set({ url: 'http://10.0.0.1/' });
  expect((await translate({ text: 'inward', to: 'tr' })).body.code).toBe('translation-failed');
});

it('is forgotten when it is switched off, and when a person is erased', async () => {
  await desk.admin.must('PUT', '/translation', { provider: 'libretranslate', url });
  await translate({ mentionId, to: 'de' });
  const { handle } = (await ece.must('GET', `/cases/${caseId}`)).card.author;
  await desk.admin.must('POST', '/erasures', { handle });
  expect(await desk.db.query('select 1 from translation')).toEqual([]);
  expect((await desk.admin.must('DELETE', '/translation')).provider).toBeNull();
});
