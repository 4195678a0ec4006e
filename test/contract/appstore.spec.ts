import { afterAll, describe } from '@jest/globals';
import { appStoreConnector } from '../../src/connectors/appstore/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { AppStoreServer } from '../support/appstore-server.js';
import { answers, cuts, hangs, showsHtml } from '../support/json-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const APP = '6443890123';
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function appStoreWorld(): Promise<ContractWorld> {
  const store = new AppStoreServer(APP, () => new Date());
  const { server } = store;
  await server.start();
  let age = 20_000;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      age -= 20;
      return store.add({ country: age % 40 === 0 ? 'tr' : 'sk' }, age).id;
    });
  return {
    settings: { appId: APP, countries: ['tr', 'sk'], baseUrl: server.url },
    http,
    now: () => new Date(),
    addPosts: add,
    // The store shows the newest 500 reviews of a country.
    away: () => Array.from({ length: 520 }, (_, at) => store.add({ country: 'tr' }, 8000 - 10 * at).id).slice(-500),
    outcomes: {
      ok: () => undefined,
      throttled: () => server.fail(answers(429)),
      forbidden: () => server.fail(answers(403)),
      'schema-changed': () => server.fail(showsHtml),
      unreachable: () => server.fail(cuts),
      truncated: () => server.fail((_request, response) => void response.end(' '.repeat(11_000_000))),
    },
    badSettings: [
      { settings: {}, field: 'appId' },
      { settings: { appId: 'com.example' }, field: 'appId' },
      { settings: { appId: APP, countries: ['Turkey'] }, field: 'countries' },
      { settings: { appId: APP, baseUrl: 'file:///etc/passwd' }, field: 'baseUrl' },
      { settings: { appId: APP, colour: 'red' }, field: 'colour' },
    ],
    hang: () => server.fail(hangs, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      store.odd.push({ id: { label: '1\u0000' }, 'im:rating': { label: '9' } }, null, 'text', { id: { label: '5' } });
      return good;
    },
    edit: (id) => {
      const review = store.reviews.find((one) => one.id === id)!;
      Object.assign(review, { text: 'Şimdi düzeldi', rating: 5, updated: new Date() });
      return { externalId: id, text: 'Şimdi düzeldi' };
    },
    stop: () => server.stop(),
  };
}

describe('the contract of connectors: appstore', () => connectorContract(appStoreConnector, appStoreWorld));
