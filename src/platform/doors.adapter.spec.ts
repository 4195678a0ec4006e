/** What the adapter answers in its own way arrives as express would have sent it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Response } from 'express';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { DoorsAdapter } from './doors.adapter.js';

class Card {
  readonly at = new Date('2026-05-04T10:00:00.000Z');
}
const CASES: [string, unknown, number][] = [
  ['an object', { id: '7', text: 'Prišla ďakovná správa, teşekkürler 👋', at: new Date(0), gone: undefined }, 200],
  ['a list', [1, null, { two: 2 }], 200],
  ['an empty object that was created', {}, 201],
  ['an object of a class', new Card(), 200],
  ['a long text in it', { text: 'ř'.repeat(100_000) }, 200],
  ['nothing', undefined, 200],
  ['a text', 'plain', 200],
  ['an object without a body', { a: 1 }, 204],
  ['a problem', { code: 'not-found' }, 404],
];

describe('an answer', () => {
  let server: Server;
  let url: string;
  const kept = { body: undefined as unknown, status: 200, type: undefined as string | undefined };

  beforeAll(async () => {
    const adapter = new DoorsAdapter();
    const plainly = (response: Response) => (typeof kept.body === 'object' ? response.json(kept.body) : response.send(kept.body));
    const app = express().disable('etag');
    app.use((asked, response) => {
      if (kept.type) response.setHeader('Content-Type', kept.type);
      void (asked.path === '/ours' ? adapter.reply(response, kept.body, kept.status) : plainly(response.status(kept.status)));
    });
    server = http.createServer((asked, answer) => void app(asked, answer));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  async function both(method: 'GET' | 'POST' | 'HEAD', headers: Record<string, string> = {}) {
    return Promise.all(
      ['/ours', '/plain'].map(async (at) => {
        const { statusCode, headers: got, body } = await request(url + at, { method, headers });
        return { statusCode, type: got['content-type'], length: got['content-length'], text: await body.text() };
      }),
    );
  }

  it.each(CASES)('with %s', async (_, body, status) => {
    Object.assign(kept, { body, status, type: undefined });
    for (const method of ['GET', 'POST', 'HEAD'] as const) {
      const [ours, plain] = await both(method);
      expect(ours).toEqual(plain);
    }
  });

  it('keeps a type that was set before', async () => {
    Object.assign(kept, { body: { type: 'Feature' }, status: 200, type: 'application/geo+json' });
    const [ours, plain] = await both('GET');
    expect(ours).toEqual(plain);
    expect(ours?.type).toBe('application/geo+json; charset=utf-8');
  });

  it('is not sent to whoever has it', async () => {
    Object.assign(kept, { body: { a: 1 }, status: 200, type: undefined });
    const [ours, plain] = await both('GET', { 'if-none-match': '*' });
    expect(ours).toEqual(plain);
    expect(ours?.statusCode).toBe(304);
  });
});
