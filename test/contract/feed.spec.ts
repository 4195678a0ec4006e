import { afterAll, describe } from '@jest/globals';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedConnector } from '../../src/connectors/feed/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function feedWorld(): Promise<ContractWorld> {
  const items: string[] = [];
  let next: ((response: ServerResponse) => void) | null = null;
  const server = createServer((_request, response) => {
    const fault = next;
    next = null;
    if (fault !== null) return fault(response);
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>News</title>${items.toReversed().join('')}</channel></rss>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      const id = `urn:item:${count}`;
      const at = new Date(Date.now() - 1_000_000 + count++ * 1000).toUTCString();
      items.push(`<item><guid isPermaLink="false">${id}</guid><title>Kargo &amp; ${id}</title><pubDate>${at}</pubDate></item>`);
      return id;
    });
  const answer =
    (status: number, headers: Record<string, string>, body = '') =>
    () => {
      next = (response) => void response.writeHead(status, headers).end(body);
    };
  return {
    settings: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed` },
    http,
    now: () => new Date(),
    addPosts: add,
    away: () => {
      items.length = 0;
      add(5);
      items.length = 0;
      return add(12);
    },
    outcomes: {
      ok: () => undefined,
      throttled: answer(429, { 'retry-after': '7' }),
      forbidden: answer(403, {}),
      'schema-changed': answer(
        200,
        { 'content-type': 'text/html' },
        '<!doctype html><title>News</title><body><p>Our new site</p>',
      ),
      unreachable: answer(500, {}),
      empty: answer(
        200,
        { 'content-type': 'application/rss+xml' },
        '<rss version="2.0"><channel><title>News</title></channel></rss>',
      ),
    },
    badSettings: [
      { settings: {}, field: 'url' },
      { settings: { url: 'file:///etc/passwd' }, field: 'url' },
    ],
    hang: () => {
      next = (response) => void response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss');
    },
    addBadInput: () => {
      const good = add(2);
      items.push('<item></item>');
      return [...good, ...add(1)];
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

describe('the contract of connectors: feed', () => connectorContract(feedConnector, feedWorld));
