import { afterAll, describe } from '@jest/globals';
import { mastodonConnector } from '../../src/connectors/mastodon/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { ACCESS_TOKEN, MastodonServer } from '../support/mastodon-server.js';
import type { Answer } from '../support/mastodon-server/routes.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const TAG = { path: '/api/v1/timelines/tag/kargo' };
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

const html = (text: string) =>
  `<p>${text} &amp; <a href="https://local.example/tags/kargo" class="mention hashtag" rel="tag">#<span>kargo</span></a></p>`;

async function mastodonWorld(settings: object): Promise<ContractWorld & { mastodon: MastodonServer }> {
  const mastodon = await MastodonServer.start();
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => mastodon.post(`user${count % 7}`, html(`nerede &amp; ne zaman? ${count++}`)).id);
  const instance = mastodon.url;
  return {
    mastodon,
    settings: { instance, accessToken: ACCESS_TOKEN, stream: false, ...settings },
    http,
    now: () => new Date(),
    addPosts: add,
    threePages: 100,
    outcomes: {
      ok: () => undefined,
      throttled: () => mastodon.fail({ kind: 'status', status: 429, headers: inSeconds(7) }, { path: '/api/v1/accounts' }),
      forbidden: () => void (mastodon.isLocked = true),
      'schema-changed': () => mastodon.fail({ kind: 'malformed' }, { path: '/api/v1/notifications' }),
      unreachable: () => mastodon.fail({ kind: 'cut-before' }, { path: '/api/v1/notifications' }),
    },
    throttling: inSeconds,
    badSettings: [
      { settings: { instance }, field: 'hashtags' },
      { settings: { instance: 'mastodon.social', hashtags: ['a'] }, field: 'instance' },
      { settings: { instance, query: 'kargo' }, field: 'accessToken' },
      { settings: { instance, hashtags: ['a b'] }, field: 'hashtags' },
      { settings: { instance, hashtags: ['a'], colour: 'red' }, field: 'colour' },
    ],
    hang: () => mastodon.fail({ kind: 'hang' }, { times: 9 }),
    edit: (id) => {
      mastodon.world.edit(id, html('değişti'));
      return { externalId: id, text: 'değişti' };
    },
    stop: () => mastodon.stop(),
  };
}

const inSeconds = (seconds: number) => ({ 'x-ratelimit-reset': new Date(Date.now() + seconds * 1000).toISOString() });

async function hashtagWorld(): Promise<ContractWorld> {
  const world = await mastodonWorld({ hashtags: ['kargo'] });
  const { mastodon } = world;
  let first: unknown = null;
  const again = (answer: Answer): Answer => ({ ...answer, body: (first ??= answer.body) });
  const bad = (answer: Answer): Answer => {
    const items = answer.body as Record<string, unknown>[];
    return { ...answer, body: [...items, { ...items[0], id: 'a\u0000' }, { ...items[0], id: '5', account: null }, null, 'text'] };
  };
  return {
    ...world,
    outcomes: { ...world.outcomes, truncated: () => mastodon.fail({ kind: 'change', change: again }, { ...TAG, times: 2 }) },
    addBadInput: () => {
      const good = world.addPosts(3);
      mastodon.fail({ kind: 'change', change: bad }, TAG);
      return good;
    },
  };
}

async function searchWorld(): Promise<ContractWorld> {
  return mastodonWorld({ query: 'kargo' });
}

async function streamWorld(): Promise<ContractWorld> {
  const world = await mastodonWorld({ hashtags: ['kargo'], stream: true });
  const { mastodon } = world;
  const whenHeard = (work: () => void, before = new Set(mastodon.listeners)): void => {
    if ([...mastodon.listeners].some((one) => one.streams.length > 0 && !before.has(one))) work();
    else setTimeout(() => whenHeard(work, before), 5).unref();
  };
  return {
    ...world,
    turnMs: 150,
    // The stream remembers nothing: what goes while nobody listens is told by nobody.
    remove: (id) => whenHeard(() => mastodon.world.remove(id)),
  };
}

describe('the contract of connectors: mastodon, hashtags', () => connectorContract(mastodonConnector, hashtagWorld));
describe('the contract of connectors: mastodon, search', () => connectorContract(mastodonConnector, searchWorld));
describe('the contract of connectors: mastodon, the stream', () => connectorContract(mastodonConnector, streamWorld));
