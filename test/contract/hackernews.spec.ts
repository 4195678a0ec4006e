import { afterAll, describe } from '@jest/globals';
import { hackerNewsConnector } from '../../src/connectors/hackernews/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { HackerNewsServer } from '../support/hackernews-server.js';
import { answers, cuts, hangs, showsHtml } from '../support/json-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function hackerNewsWorld(): Promise<ContractWorld> {
  const hn = new HackerNewsServer(() => new Date());
  const { server } = hn;
  await server.start();
  hn.reach = 100;
  let age = 3000;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      age -= 5;
      return String(hn.add({ text: `Acme &amp; its <i>prices</i><p>no. ${age} &gt; 3` }, age).id);
    });
  const find = (id: string) => hn.items.find((item) => item.id === Number(id))!;
  return {
    settings: { queries: ['acme'], searchUrl: server.url, itemsUrl: server.url },
    http,
    now: () => new Date(),
    addPosts: add,
    outcomes: {
      ok: () => undefined,
      throttled: () => server.fail(answers(429)),
      forbidden: () => server.fail(answers(403)),
      'schema-changed': () => server.fail(showsHtml),
      unreachable: () => server.fail(cuts),
      truncated: () => server.fail((_request, response) => void response.end(' '.repeat(11_000_000))),
    },
    badSettings: [
      { settings: { stories: false, comments: false }, field: 'stories' },
      { settings: { searchUrl: 'file:///etc/passwd' }, field: 'searchUrl' },
      { settings: { colour: 'red' }, field: 'colour' },
    ],
    hang: () => server.fail(hangs, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      hn.odd.push({ objectID: 'x\u0000', created_at_i: 'soon' }, null, {
        ...({ objectID: '7', created_at_i: 1, author: 'x' } as object),
      });
      return good;
    },
    edit: (id) => {
      find(id).text = 'Acme has answered by now';
      return { externalId: id, text: 'Acme has answered by now' };
    },
    remove: (id) => void (find(id).deleted = true),
    stop: () => server.stop(),
  };
}

describe('the contract of connectors: hackernews', () => connectorContract(hackerNewsConnector, hackerNewsWorld));
