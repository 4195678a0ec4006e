import { afterAll, describe } from '@jest/globals';
import { youTubeConnector } from '../../src/connectors/youtube/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { answers, cuts, hangs, showsHtml } from '../support/json-server.js';
import { YouTubeServer, YT_ACCOUNT, YT_KEY, YT_US } from '../support/youtube-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const THREADS = /commentThreads/;
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function youTubeWorld(): Promise<ContractWorld> {
  const yt = new YouTubeServer(() => new Date());
  const { server } = yt;
  await server.start();
  const film = yt.film({ title: 'kargo' }, 40 * 3600);
  let age = 20_000;
  let thread = '';
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      age -= 10;
      const text = `Kargom nerede & ne zaman? <${age}>`;
      if (age % 30 === 0 && thread !== '') return yt.add({ text, parent: thread }, age).id;
      const { id, video } = yt.add({ text, video: age % 20 === 0 ? film.id : 'ourfilm0001' }, age);
      if (video === 'ourfilm0001') thread = id;
      return id;
    });
  const find = (id: string) => yt.comments.find((one) => one.id === id)!;
  const repeated = '{"kind":"youtube#commentThreadListResponse","nextPageToken":"again","items":[]}';
  return {
    settings: { channelId: YT_US, queries: ['kargo'], ...YT_ACCOUNT, ...yt.settings },
    http,
    now: () => new Date(),
    addPosts: add,
    // A list is read as far as its newest 2,000 threads.
    away: () => Array.from({ length: 2050 }, (_, at) => yt.add({ text: `Kargom nerede? ${at}` }, 8000 - 3 * at).id).slice(-2000),
    outcomes: {
      ok: () => undefined,
      throttled: () => server.fail(answers(403, {}, '{"error":{"code":403,"message":"quota","errors":[{"reason":"quotaExceeded"}]}}'), { path: THREADS }), // prettier-ignore
      forbidden: () => server.fail(answers(400, {}, '{"error":{"code":400,"message":"API key not valid.","errors":[{"reason":"badRequest"}]}}')), // prettier-ignore
      'schema-changed': () => server.fail(showsHtml, { path: THREADS }),
      unreachable: () => server.fail(cuts),
      truncated: () => server.fail(answers(200, {}, repeated), { path: THREADS, times: 2 }),
    },
    badSettings: [
      { settings: { apiKey: YT_KEY }, field: 'channelId' },
      { settings: { channelId: YT_US }, field: 'apiKey' },
      { settings: { apiKey: YT_KEY, channelId: 'anadoluhat' }, field: 'channelId' },
      { settings: { apiKey: YT_KEY, channelId: YT_US, baseUrl: 'file:///etc/passwd' }, field: 'baseUrl' },
      { settings: { apiKey: YT_KEY, channelId: YT_US, colour: 'red' }, field: 'colour' },
    ],
    hang: () => server.fail(hangs, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      yt.odd.push({ id: 'UgxBad', snippet: { topLevelComment: { id: 'x', snippet: {} } } }, null, 'text');
      return good;
    },
    edit: (id) => {
      yt.edit(find(id), 'Şimdi geldi, sağ olun');
      return { externalId: id, text: 'Şimdi geldi' };
    },
    remove: (id) => void (find(id).deleted = true),
    stop: () => server.stop(),
  };
}

describe('the contract of connectors: youtube', () => connectorContract(youTubeConnector, youTubeWorld));
