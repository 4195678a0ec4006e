import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { SafeRequest } from '../../platform/outbound/safe-http.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { feedConnector } from './connector.js';

const NOW = new Date('2026-03-02T15:00:00Z');
const FEED = '<rss version="2.0"><channel><title>Site</title><item><guid>1</guid><title>Hello</title></item></channel></rss>';

const BOMB = gzipSync(Buffer.alloc(50_000_000));

let server: Server | undefined;
let http: UndiciSafeHttp | undefined;

/** Only who drips is met with little patience: nothing else may hang on how busy this machine is. */
const PATIENT = { idleMs: 60_000, timeoutMs: 120_000 };
const IMPATIENT = { ...PATIENT, idleMs: 500 };

interface Polling {
  cursor?: unknown;
  signal?: AbortSignal;
  limits?: typeof PATIENT;
}

/** Polls a real server on this machine once. */
async function pollServer(
  listener: RequestListener,
  { cursor = null, signal = new AbortController().signal, limits = PATIENT }: Polling = {},
) {
  await stop();
  server = createServer(listener);
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = new UndiciSafeHttp({ allowedHosts: [host], userAgent: 'Earshot test', idleMs: limits.idleMs });
  const { timeoutMs } = limits;
  const run = feedConnector.poll!({
    settings: { url: `http://${host}/feed` },
    http: { request: (request: SafeRequest) => http!.request({ timeoutMs, ...request }) },
    cursor,
    now: () => NOW,
    signal,
    intervalSeconds: 300,
  } as never);
  const posts: IncomingPost[] = [];
  let last: unknown = cursor;
  for (let step = await run.next(); ; step = await run.next()) {
    if (step.done) return { posts, end: step.value as PollEnd, cursor: last };
    posts.push(...(step.value as PollPage).posts);
    last = (step.value as PollPage).cursor;
  }
}

async function stop(): Promise<void> {
  await http?.close();
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = undefined;
  http = undefined;
}
afterEach(stop);

describe('a feed over a real connection', () => {
  it('is read, packed and in its own charset', async () => {
    const bytes = Buffer.from(FEED.replace('Hello', '\xdeikayet \xfd\xf0'), 'latin1');
    const { posts, end } = await pollServer((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'text/xml; charset=iso-8859-9' }).end(gzipSync(bytes)));
    expect([posts.map(({ text }) => text), end.outcome]).toEqual([['Şikayet ığ'], 'ok']);
  }); // prettier-ignore

  it('that moved for good is asked at its new place, that moved for now is not', async () => {
    for (const [status, moved] of [[301, true], [302, false]] as const) {
      const { cursor } = await pollServer((request, response) => request.url === '/feed' ? response.writeHead(status, { location: '/new' }).end() : response.end(FEED));
      expect((cursor as { movedTo: string | null }).movedTo === null).toBe(!moved);
    }
  }); // prettier-ignore

  it.each<[string, string, RequestListener]>([
    ['slow bytes', 'unreachable', (_, response) => void response.write('<rss')],
    ['an endless body', 'truncated', (_, response) => { const more = () => response.write('<a>'.repeat(50_000), () => !response.destroyed && setImmediate(more)); more(); }],
    ['a gzip bomb', 'truncated', (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(BOMB)],
    ['nested packing', 'schema-changed', (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(FEED)))],
    ['a redirect loop', 'unreachable', (_, response) => response.writeHead(302, { location: '/feed' }).end()],
    ['a redirect inward', 'forbidden', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    ['a broken connection', 'unreachable', (_, response) => response.destroy()],
    ['throttling', 'throttled', (_, response) => response.writeHead(429, { 'Retry-After': '30' }).end()],
    ['a fault of the server', 'unreachable', (_, response) => response.writeHead(500).end('<rss/>')],
  ])('%s ends as %s, and the next poll is well', async (name, outcome, listener) => {
    const limits = name === 'slow bytes' ? IMPATIENT : PATIENT;
    expect((await pollServer(listener, { limits })).end.outcome).toBe(outcome);
    expect((await pollServer((_request, response) => response.end(FEED))).posts).toHaveLength(1);
  }); // prettier-ignore

  it('5 MB long is read within its bounds', async () => {
    const big = FEED.replace('</channel>', `${`<item><title>x</title><description>${'words and words '.repeat(600)}</description></item>`.replace('<title>x', '<guid>$</guid><title>x').repeat(500).replace(/\$/g, () => String(Math.random()))}</channel>`);
    expect(big.length).toBeGreaterThan(4_500_000);
    const { posts, end } = await pollServer((_, response) => response.end(big));
    expect([posts.length, end.outcome]).toEqual([501, 'ok']);
  }); // prettier-ignore

  it('stops when told to, long before its patience ends', async () => {
    const controller = new AbortController();
    const asked = () => controller.abort();
    await expect(pollServer(asked, { signal: controller.signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});
