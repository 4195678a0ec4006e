import { afterAll, describe, expect } from '@jest/globals';
import { xConnector } from '../../src/connectors/x/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { X_BEARER, XServer, X_KEYS } from '../support/x-server.js';
import type { Answer } from '../support/x-server/refusal.js';
import { published } from '../support/x-server/published.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const check = published();
const SEARCH = '/2/tweets/search/recent';
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function xWorld(more: object = {}): Promise<ContractWorld & { x: XServer }> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const x = await XServer.start({ now });
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => x.post(`user${count % 7}`, `kargom nerede & ne zaman? ${count++}`).id);
  return {
    x,
    settings: { query: 'kargom', ...X_KEYS, baseUrl: x.url, ...more },
    http,
    now,
    addPosts: add,
    // Longer than recent search reaches back: the mentions timeline has nothing to say about it.
    away: () => {
      add(5);
      ahead += 8 * 86_400_000;
      return add(3);
    },
    outcomes: {
      ok: () => undefined,
      throttled: () => x.fail({ kind: 'too-many', resetInSeconds: 7 }, { route: SEARCH }),
      forbidden: () => x.fail({ kind: 'unauthorized' }, { times: 2 }),
      truncated: () => x.fail({ kind: 'empty-with-next' }, { route: SEARCH }),
      'schema-changed': () => x.fail({ kind: 'malformed' }, { route: SEARCH }),
      unreachable: () => x.fail({ kind: 'cut-before' }, { route: SEARCH }),
    },
    badSettings: [
      { settings: { query: 'kargom' }, field: 'bearerToken' },
      { settings: { bearerToken: 't' }, field: 'query' },
      { settings: { query: 'kargom', bearerToken: 't', baseUrl: 'file:///etc/passwd' }, field: 'baseUrl' },
      { settings: { query: 'kargom', bearerToken: 't', colour: 'red' }, field: 'colour' },
      { settings: { query: 'kargom', bearerToken: 't', listenToQuotes: true }, field: 'listenToQuotes' },
    ],
    throttling: (seconds) => ({ 'x-rate-limit-reset': String(Math.ceil(Date.now() / 1000) + seconds) }),
    hang: () => x.fail({ kind: 'hang' }, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      const spoil = (answer: Answer): Answer => {
        const body = answer.body as { data: Record<string, unknown>[] };
        return { ...answer, body: { ...body, data: [...body.data, { ...body.data[0], id: 'a\u0000', text: 5 }, null, 'text'] } };
      };
      x.fail({ kind: 'change', change: spoil }, { route: SEARCH });
      return good;
    },
    edit: (id) => {
      const post = x.world.find(id)!;
      return { externalId: x.post(post.author, 'kargom geldi', { editOf: id }).id, text: 'kargom geldi' };
    },
    stop: async () => {
      await x.stop();
      const planned = new Set(['status', 'malformed', 'change', 'empty-with-next', 'cut-before', 'hang']);
      const honest = x.exchanges.filter((exchange) => !planned.has(exchange.fault ?? ''));
      expect(x.stream.sent.flatMap((message) => check.streamFaults(message))).toEqual([]);
      for (const exchange of honest) expect([exchange.path, check.faults(exchange)]).toEqual([exchange.path, []]);
    },
  };
}

/** Reposts are counted, too. */
async function repostWorld(): Promise<ContractWorld> {
  const world = await xWorld({ reposts: true });
  const again = (id: string) => `RT @${world.x.world.find(id)!.author.username}: ${world.x.world.find(id)!.text.slice(0, 9)}…`;
  return { ...world, repost: (id) => world.x.post('owen', again(id), { repostOf: id }).id };
}

/** What the network is not well at, it is not well at for the stream and the search alike. */
async function streamWorld(): Promise<ContractWorld> {
  const world = await xWorld({ stream: true, bearerToken: X_BEARER });
  const { x } = world;
  return {
    ...world,
    turnMs: 150,
    away: () => {
      x.stream.deaf = true; // nobody was connected
      return world.away?.() ?? [];
    },
    outcomes: {
      ok: () => undefined,
      throttled: () => x.fail({ kind: 'too-many', resetInSeconds: 7 }, { times: 2 }),
      forbidden: () => x.fail({ kind: 'unauthorized' }, { times: 2 }),
      'schema-changed': () => x.fail({ kind: 'malformed' }, { route: SEARCH }),
    },
  };
}

describe('the contract of connectors: x', () => connectorContract(xConnector, xWorld));
describe('the contract of connectors: x, reposts', () => connectorContract(xConnector, repostWorld));
describe('the contract of connectors: x, the stream', () => connectorContract(xConnector, streamWorld));
