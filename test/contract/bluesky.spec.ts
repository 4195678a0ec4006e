import { afterAll, describe, expect } from '@jest/globals';
import { blueskyConnector } from '../../src/connectors/bluesky/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { BlueskyServer } from '../support/bluesky-server.js';
import { lexiconFaults } from '../support/bluesky-server/published.js';
import type { Answer } from '../support/bluesky-server/routes.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const SEARCH = { method: 'app.bsky.feed.searchPosts' };
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function blueskyWorld(): Promise<ContractWorld> {
  const bluesky = await BlueskyServer.start();
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => bluesky.post(`user${count % 7}`, `kargom nerede & ne zaman? ${count++}`).uri);
  const account = { ...bluesky.account };
  return {
    settings: { query: 'kargom', ...account },
    http,
    now: () => new Date(),
    addPosts: add,
    outcomes: {
      ok: () => undefined,
      throttled: () => bluesky.fail({ kind: 'status', status: 429, headers: inSeconds(7) }, SEARCH),
      forbidden: () => bluesky.lockOut(),
      truncated: () => bluesky.fail({ kind: 'change', change: again }, { ...SEARCH, times: 2 }),
      'schema-changed': () => bluesky.fail({ kind: 'malformed' }, SEARCH),
      unreachable: () => bluesky.fail({ kind: 'cut-before' }, SEARCH),
    },
    throttling: inSeconds,
    badSettings: [
      { settings: { query: 'kargom' }, field: 'handle' },
      { settings: { listenToMentions: true }, field: 'query' },
      { settings: { query: 'kargom', handle: 'a.example.com' }, field: 'appPassword' },
      { settings: { ...account, server: 'file:///etc/passwd' }, field: 'server' },
      { settings: { stream: true, streamAddress: 'https://example.com' }, field: 'streamAddress' },
      { settings: { ...account, colour: 'red' }, field: 'colour' },
    ],
    hang: () => bluesky.fail({ kind: 'hang' }, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      bluesky.fail({ kind: 'change', change: spoil }, SEARCH);
      return good;
    },
    stop: async () => {
      await bluesky.stop();
      const honest = bluesky.exchanges.filter((exchange) => exchange.fault === null);
      for (const exchange of honest) expect([exchange.method, lexiconFaults(exchange)]).toEqual([exchange.method, []]);
    },
  };
}

async function streamWorld(): Promise<ContractWorld> {
  let ahead = -60_000;
  const now = () => new Date(Date.now() + ahead);
  const bluesky = await BlueskyServer.start({ now });
  let count = 0;
  const add = (many: number) => {
    ahead += 50;
    return Array.from({ length: many }, () => bluesky.post(`user${count % 7}`, `kargom nerede & ne zaman? ${count++}`).uri);
  };
  const { stream } = bluesky;
  return {
    settings: { stream: true, streamAddress: bluesky.streamUrl },
    http,
    now,
    addPosts: add,
    away: () => {
      add(5);
      stream.events.length = 0;
      ahead += 26 * 3_600_000;
      return add(3);
    },
    turnMs: 200,
    // Nothing is asked over HTTP; what can go wrong with a stream is tried in the connector's own tests.
    asksNobody: true,
    outcomes: {
      ok: () => undefined,
      throttled: () => void stream.refusals.push({ status: 429, headers: { 'retry-after': '7' } }),
      forbidden: () => void stream.refusals.push({ status: 403 }),
      'schema-changed': () => void stream.refusals.push({ status: 400 }),
      unreachable: () => void stream.refusals.push({ status: 503 }),
    },
    badSettings: [{ settings: { stream: true, streamAddress: 'https://example.com' }, field: 'streamAddress' }],
    hang: () => void (stream.hangs = true),
    addBadInput: () => {
      const good = add(2);
      stream.tellRaw('{"did":');
      stream.tellRaw('"text"');
      stream.commit('did:plc:nobody', 'create', '3l3qo2vuowo2b', { text: 5 });
      return [...good, ...add(1)];
    },
    edit: (uri) => {
      ahead += 10;
      const { author, rkey, record } = bluesky.world.find(uri)!;
      bluesky.world.put(author, rkey, { ...record, text: 'kargom geldi' }, now());
      return { externalId: uri, text: 'kargom geldi' };
    },
    remove: (uri) => void bluesky.world.remove(uri),
    stop: () => bluesky.stop(),
  };
}

const inSeconds = (seconds: number) => ({ 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds) });
const again = (answer: Answer): Answer => ({ ...answer, body: { ...(answer.body as object), cursor: '0' } });
function spoil(answer: Answer): Answer {
  const body = answer.body as { posts: Record<string, unknown>[] };
  const [first] = body.posts;
  const bad = [
    { ...first, uri: 'at://nobody' },
    { ...first, record: { text: 5 } },
    { ...first, indexedAt: null, uri: 'a\u0000' },
    null,
    'text',
  ];
  return { ...answer, body: { ...body, posts: [...body.posts, ...bad] } };
}

describe('the contract of connectors: bluesky', () => connectorContract(blueskyConnector, blueskyWorld));
describe('the contract of connectors: bluesky, the stream', () => connectorContract(blueskyConnector, streamWorld));
