/** What the API really answers fits what it says it answers: a case from post to resolution, and every list and thing read meanwhile. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { aPost, startDesk, type Client, type Desk } from '../support/desk.js';

interface Operation {
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

let desk: Desk;
let document: Document;
let ajv: Ajv2020;
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await startDesk();
  document = (await desk.anybody.call<Document>('GET', '/api/openapi.json')).body;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema({ $id: 'desk', ...document });
}, 120_000);
afterAll(() => desk.stop());

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Calls a route as it stands in the document and holds the answer against it. @returns the body */
async function fitting(who: Client, method: string, path: string, body?: unknown, query = ''): Promise<any> {
  const kind = path.split('/')[3] ?? '';
  const answer = await who.call(method, path.replace(/\{\w+\}/, ids[kind] ?? '0') + query, body);
  const operation = document.paths[path]?.[method.toLowerCase()];
  const told = operation?.responses[String(answer.status)];
  if (!told)
    throw new Error(`${method} ${path} answered ${answer.status}, which it does not tell: ${JSON.stringify(answer.body)}`);
  const type = Object.keys(told.content ?? {})[0];
  if (type === undefined || type === 'text/plain') return answer.body;
  expect(answer.headers.get('content-type')).toContain(type);
  const at = ['paths', path, method.toLowerCase(), 'responses', String(answer.status), 'content', type, 'schema']
    .map(escaped)
    .join('/');
  const fits = ajv.validate({ $ref: `desk#/${encodeURI(at)}` }, answer.body);
  if (!fits) throw new Error(`${method} ${path}: ${ajv.errorsText(ajv.errors)} in ${JSON.stringify(answer.body).slice(0, 500)}`);
  return answer.body;
}

const post = (path: string, body: unknown = {}) => fitting(desk.admin, 'POST', `/api/v1${path}`, body);

it('is so from the first post to the last word', async () => {
  ids['watches'] = String((await post('/watches', { name: 'Hat', kind: 'brand', query: '"anadolu hat"' })).id);
  await post('/watches/test', { query: '"anadolu hat" OR hat', texts: ['Anadolu Hat is down', 'nothing'] });
  const hook = await desk.webhook();
  ids['sources'] = hook.id;
  await hook.push([aPost({ url: 'https://posts.example/1' }), aPost({ externalId: 'x', postedAt: 'yesterday' })]);
  const row = await desk.db.one<{ case_id: string; mention_id: string }>(
    'select case_id, id as mention_id from mention where case_id is not null',
  );
  Object.assign(ids, { cases: row?.case_id, mentions: row?.mention_id });
  await post('/cases/{id}/claim');
  await post('/cases/{id}/notes', { text: 'Known since this morning' });
  await post('/cases/{id}/acknowledge', { undoSeconds: 30 });
  ids['replies'] = (await desk.db.one<{ id: string }>('select id from reply'))?.id ?? '';
  await post('/replies/{id}/cancel');
  await post('/cases/{id}/acknowledge', { delivery: 'by-hand', text: 'We know of it.' });
  await post('/cases/{id}/reply', { text: 'It works again.', delivery: 'by-hand' });
  await everyReading();
  await post('/cases/{id}/resolve', { outcome: 'solved' });
  await post('/cases/{id}/reopen', { reason: 'It does not' });
  await post('/cases/{id}/release');
  const person = await post('/people', { email: 'p@desk.example', name: 'P', roles: ['viewer'], password: 'long enough for it' });
  ids['people'] = person.id;
  ids['tokens'] = (await post('/tokens', { name: 'reports' })).id;
  await everyReading();
}, 60_000);

it('is so for refusals', async () => {
  for (const path of ['/cases/{id}/claim', '/people', '/watches', '/sources', '/tokens', '/teams', '/cases/{id}/reply']) {
    await fitting(desk.admin, 'POST', `/api/v1${path}`, { text: 7, name: 7, takeOver: 'x' });
    await fitting(desk.anybody, 'POST', `/api/v1${path}`, {});
  }
  await fitting(desk.admin, 'GET', '/api/v1/cases', undefined, '?cursor=nonsense');
  await fitting(desk.admin, 'GET', '/api/v1/cases', undefined, '?limit=100000');
});

/** Every route that reads, with what there is by now. */
async function everyReading(): Promise<void> {
  const readings = Object.keys(document.paths).filter((path) => document.paths[path]?.['get']);
  expect(readings.length).toBeGreaterThan(12);
  for (const path of readings) await fitting(desk.admin, 'GET', path);
}
