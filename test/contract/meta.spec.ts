import { afterAll, describe, expect } from '@jest/globals';
import { metaConnector } from '../../src/connectors/meta/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { META, MetaServer } from '../support/meta-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function metaWorld(): Promise<ContractWorld> {
  const meta = await MetaServer.start();
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  const post = meta.ownPost('Duyuru', { at: ago(3600) });
  const media = meta.ownMedia({ at: ago(3600) });
  let count = 0;
  /** Under a post of the page and of the account in turn, some as answers to the comment before. */
  const add = (many: number) => {
    let before = '';
    return Array.from({ length: many }, () => {
      const text = `hattım çekmiyor & ${count++}`;
      if (count % 2 === 0) return `fb:${meta.comment(post, text).id}`;
      const made = meta.answer(media, text, count % 5 === 0 && before !== '' ? { parent: before } : {});
      if (made.parent === undefined) before = made.id;
      return `ig:${made.id}`;
    });
  };
  return {
    settings: { ...META, baseUrl: meta.url },
    http,
    now: () => new Date(),
    addPosts: add,
    outcomes: {
      ok: () => undefined,
      throttled: () =>
        meta.fail({ kind: 'error', status: 400, code: 32, message: 'Page request limit reached' }, { path: /feed/ }),
      forbidden: () => meta.fail({ kind: 'error', status: 401, code: 190, message: 'Session has expired' }),
      truncated: () => meta.fail({ kind: 'same-page' }, { path: /feed/, times: 2 }),
      'schema-changed': () => meta.fail({ kind: 'raw', status: 200, body: '{"data":{}}' }, { path: /feed/ }),
      unreachable: () => meta.fail({ kind: 'cut-before' }, { path: /feed/ }),
    },
    badSettings: [
      { settings: { ...META, pageId: 'our page' }, field: 'pageId' },
      { settings: { ...META, instagramId: 'anadoluhat' }, field: 'instagramId' },
      { settings: { ...META, accessToken: undefined }, field: 'accessToken' },
      { settings: { ...META, appSecret: 'short' }, field: 'appSecret' },
      { settings: { ...META, baseUrl: 'file:///etc/passwd' }, field: 'baseUrl' },
    ],
    hang: () => meta.fail({ kind: 'hang' }, { times: 9 }),
    addBadInput: () => {
      const good = add(3);
      meta.addOdd(/^\d+_\d+\/comments|1789\d+\/comments/, { id: 'odd', text: 5, created_time: 'yesterday' });
      return good;
    },
    stop: async () => {
      await meta.stop();
      expect(meta.misuse).toEqual([]);
    },
  };
}

describe('the contract of connectors: meta', () => connectorContract(metaConnector, metaWorld));
