import { afterAll, describe } from '@jest/globals';
import { redditConnector } from '../../src/connectors/reddit/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { answers, cuts, hangs, showsHtml } from '../support/json-server.js';
import { REDDIT_ACCOUNT, REDDIT_APP, RedditServer } from '../support/reddit-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const LISTS = /^\/(search|r\/)/;
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function redditWorld(): Promise<ContractWorld> {
  const reddit = new RedditServer({ now: () => new Date() });
  const { server } = reddit;
  await server.start();
  let age = 20_000;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      age -= 10;
      const kind = age % 20 === 0 ? 't1' : 't3';
      return reddit.add({ kind, title: `Kargom & ben <${age}>`, body: `nerede & ne zaman? ${age}` }, age).name;
    });
  const find = (name: string) => reddit.things.find((thing) => thing.name === name)!;
  return {
    settings: { searches: ['kargom'], subreddits: ['AskTurkey'], ...REDDIT_ACCOUNT, signInUrl: `${server.url}/api/v1/access_token`, baseUrl: server.url }, // prettier-ignore
    http,
    now: () => new Date(),
    addPosts: add,
    // A list shows its newest 1,000 things.
    away: () => {
      const names = Array.from({ length: 2100 }, (_, at) => reddit.add({ kind: at % 2 === 0 ? 't1' : 't3', title: 'Kargom', body: 'nerede' }, 8000 - 3 * at).name); // prettier-ignore
      return names.slice(-2000);
    },
    outcomes: {
      ok: () => undefined,
      throttled: () => server.fail(answers(429, { 'x-ratelimit-reset': '7', 'x-ratelimit-remaining': '0' }), { path: LISTS }),
      forbidden: () => server.fail(answers(403, { 'content-type': 'text/html' }, '<h1>blocked by network security</h1>')),
      'schema-changed': () => server.fail(showsHtml, { path: LISTS }),
      unreachable: () => server.fail(cuts),
      truncated: () =>
        server.fail(answers(200, {}, '{"kind":"Listing","data":{"after":"t3_again","children":[]}}'), { path: LISTS }),
    },
    badSettings: [
      { settings: { ...REDDIT_APP }, field: 'searches' },
      { settings: { ...REDDIT_APP, subreddits: ['not a name'] }, field: 'subreddits' },
      { settings: { ...REDDIT_APP, searches: ['x'], userAgent: 'é' }, field: 'userAgent' },
      { settings: { ...REDDIT_APP, searches: ['x'], signInUrl: 'file:///etc/passwd' }, field: 'signInUrl' },
      { settings: { ...REDDIT_APP, searches: ['x'], colour: 'red' }, field: 'colour' },
    ],
    throttling: (seconds) => ({ 'x-ratelimit-reset': String(seconds), 'x-ratelimit-remaining': '0' }),
    hang: () => server.fail(hangs, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      reddit.odd.push({ kind: 't3', data: { name: 't3_bad', title: 5, created_utc: 1e9 } }, null, 'text');
      return good;
    },
    edit: (name) => {
      reddit.edit(find(name), 'Şimdi geldi, sağ olun');
      return { externalId: name, text: 'Şimdi geldi' };
    },
    remove: (name) => void (find(name).state = 'deleted'),
    stop: () => server.stop(),
  };
}

describe('the contract of connectors: reddit', () => connectorContract(redditConnector, redditWorld));
