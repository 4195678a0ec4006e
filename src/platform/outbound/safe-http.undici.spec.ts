import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OutboundError, type SafeRequest } from './safe-http.js';
import { UndiciSafeHttp, type SafeHttpOptions } from './safe-http.undici.js';

const open: { server: Server; http: UndiciSafeHttp[] }[] = [];

async function serve(listener: RequestListener, options: Partial<SafeHttpOptions> = {}) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = new UndiciSafeHttp({ allowedHosts: [host], userAgent: 'Earshot test', ...options });
  open.push({ server, http: [http] });
  const get = (path = '/', more: Partial<SafeRequest> = {}) => http.request({ url: `http://${host}${path}`, ...more });
  return { host, get };
}

const failure = (promise: Promise<unknown>) => promise.then(() => 'answered', (error: unknown) => (error instanceof OutboundError ? error.kind : error)); // prettier-ignore

afterEach(async () => {
  for (const { server, http } of open.splice(0)) {
    await Promise.all(http.map((one) => one.close()));
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

describe('a plain exchange', () => {
  it('answers status, headers, body and where it came from', async () => {
    const seen: IncomingMessage[] = [];
    const { host, get } = await serve((request, response) => {
      seen.push(request);
      response.writeHead(200, { 'Content-Type': 'text/xml', ETag: '"1"' }).end('hello');
    });
    const answer = await get('/a?b=c#d', { headers: { Accept: 'application/rss+xml' } });
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"1"', 'content-type': 'text/xml' },
      movedTo: null,
      url: `http://${host}/a?b=c`,
    });
    expect(answer.body.toString()).toBe('hello');
    expect(seen[0]!.url).toBe('/a?b=c');
    expect(seen[0]!.headers).toMatchObject({
      'user-agent': 'Earshot test',
      accept: 'application/rss+xml',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  it('an answer of any status is an answer', async () => {
    const { get } = await serve((_, response) => response.writeHead(503, { 'Retry-After': '7' }).end('later'));
    expect(await get()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  });

  it('sends a body', async () => {
    const { get } = await serve((request, response) => {
      request.pipe(response);
    });
    expect((await get('/', { method: 'POST', body: 'echo' })).body.toString()).toBe('echo');
  });
});

describe('unpacking', () => {
  const text = Buffer.from('Şikâyet '.repeat(1000));
  const packed: Record<string, Buffer> = { gzip: gzipSync(text), deflate: deflateSync(text), 'deflate, identity': deflateRawSync(text), br: brotliCompressSync(text), 'x-gzip': gzipSync(text) }; // prettier-ignore

  it.each(Object.keys(packed))('reads %s', async (coding) => {
    const { get } = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': coding }).end(packed[coding]));
    expect((await get()).body.equals(text)).toBe(true);
  });

  it('reads an empty packed body and a 304', async () => {
    const { get } = await serve((request, response) =>
      response.writeHead(request.url === '/304' ? 304 : 200, { 'Content-Encoding': 'gzip' }).end(),
    );
    expect((await get()).body).toHaveLength(0);
    expect((await get('/304')).status).toBe(304);
  });

  it('stops a bomb at the cap and keeps memory flat', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const { get } = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb));
    const before = process.memoryUsage().arrayBuffers;
    expect(await failure(get('/', { maxBytes: 1_000_000 }))).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each(['gzip, gzip', 'gzip, br', 'compress', 'zstd'])('refuses “%s”', async (coding) => {
    const nested = gzipSync(gzipSync(Buffer.alloc(1_000_000)));
    const { get } = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': coding }).end(nested));
    expect(await failure(get())).toBe('bad-encoding');
  });

  it.each(['gzip', 'deflate', 'br'])('says so when %s is garbage or cut', async (coding) => {
    const { get } = await serve((request, response) => response.writeHead(200, { 'Content-Encoding': coding }).end(request.url === '/cut' ? packed[coding]!.subarray(0, 20) : '<rss/>')); // prettier-ignore
    expect(await failure(get())).toBe('bad-encoding');
    expect(await failure(get('/cut'))).toBe('bad-encoding');
  });
});

describe('size and time', () => {
  it('stops an endless body at the cap', async () => {
    const { get } = await serve((_, response) => {
      const more = () => response.write(Buffer.alloc(65_536), () => (response.destroyed ? undefined : setImmediate(more)));
      more();
    });
    expect(await failure(get('/', { maxBytes: 500_000 }))).toBe('too-large');
  });

  it('stops slow bytes at the total time', async () => {
    const { get } = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await failure(get('/', { timeoutMs: 400 }))).toBe('timeout');
  });

  it('stops at silence, before the headers and within the body', async () => {
    const { get } = await serve((request, response) => void (request.url === '/body' && response.write('start')), {
      idleMs: 200,
    });
    const begun = performance.now();
    expect(await failure(get('/'))).toBe('timeout');
    expect(await failure(get('/body'))).toBe('timeout');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('stops when the caller does, at once', async () => {
    const { get } = await serve(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await failure(get('/', { signal: controller.signal }))).toBe('aborted');
    expect(await failure(get('/', { signal: controller.signal }))).toBe('aborted');
  });

  it('names a server that is not there or breaks off', async () => {
    const { get } = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('half');
      setTimeout(() => response.destroy(), 30);
    });
    expect(await failure(get())).toBe('unreachable');
    const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'test' });
    expect(await failure(http.request({ url: 'http://127.0.0.1:9/' }))).toBe('unreachable');
    await http.close();
  });
});

describe('redirects', () => {
  const hop =
    (status: number, location: string): RequestListener =>
    (request, response) =>
      request.url === '/end'
        ? response.end(JSON.stringify({ method: request.method, ...request.headers }))
        : response.writeHead(status, { location }).end('gone');

  it.each([[301, true], [308, true], [302, false], [303, false], [307, false]] as const)('follows %i; remembered for good: %s', async (status, remembered) => {
    const { host, get } = await serve(hop(status, '/end'));
    const answer = await get();
    expect(answer).toMatchObject({ status: 200, url: `http://${host}/end`, movedTo: remembered ? `http://${host}/end` : null });
  }); // prettier-ignore

  it('forgets the address when one redirect of several was for now only', async () => {
    const { get } = await serve((request, response) => response.writeHead(request.url === '/' ? 301 : request.url === '/b' ? 302 : 200, { location: request.url === '/' ? '/b' : '/end' }).end()); // prettier-ignore
    expect((await get()).movedTo).toBeNull();
  });

  it('stops a loop, and answers the redirect itself when asked', async () => {
    const { get } = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    expect(await failure(get())).toBe('too-many-redirects');
    expect(await get('/', { maxRedirects: 0 })).toMatchObject({ status: 302, headers: { location: '/again' } });
  });

  it.each(['http://127.0.0.1:1/', 'http://localhost/', 'http://169.254.169.254/', 'http://[::ffff:127.0.0.1]/', 'http://rebind.example/'])('refuses the way inward to %s', async (location) => {
    const { get } = await serve(hop(302, location), { resolver: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) });
    expect(await failure(get())).toBe('forbidden-address');
  }); // prettier-ignore

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://a:b@news.example.com/'])(
    'refuses the bad %s',
    async (location) => {
      const { get } = await serve(hop(302, location));
      expect(await failure(get())).toBe('bad-url');
    },
  );

  it('carries credentials on within a site, never to another', async () => {
    const other = await serve(hop(302, '/end'));
    const first = await serve(hop(302, `http://${other.host}/end`), { allowedHosts: ['127.0.0.1'] });
    const headers = { Authorization: 'Bearer s', Cookie: 'a=b', 'X-Api-Key': 'k', Accept: 'text/xml' };
    expect(JSON.parse((await other.get('/', { headers })).body.toString())).toMatchObject({
      authorization: 'Bearer s',
      'x-api-key': 'k',
    });
    const away = JSON.parse((await first.get('/', { headers })).body.toString()) as Record<string, string>;
    expect(away).toMatchObject({ accept: 'text/xml' });
    for (const name of ['authorization', 'cookie', 'x-api-key']) expect(away).not.toHaveProperty(name);
  });

  it('turns a POST into a GET as browsers do, and repeats no body at another site', async () => {
    const other = await serve(hop(302, '/end'));
    expect(JSON.parse((await other.get('/', { method: 'POST', body: 'x' })).body.toString())).toMatchObject({ method: 'GET' });
    const kept = await serve(hop(307, '/end'));
    expect(JSON.parse((await kept.get('/', { method: 'POST', body: 'x' })).body.toString())).toMatchObject({ method: 'POST' });
    const away = await serve(hop(307, `http://${other.host}/end`), { allowedHosts: ['127.0.0.1'] });
    expect(await failure(away.get('/', { method: 'POST', body: 'x' }))).toBe('forbidden-address');
  });
});

describe('names that lead inward', () => {
  it('are refused at connect unless an administrator named them', async () => {
    const resolver = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const { host } = await serve((_, response) => response.end('in'));
    const port = host.split(':')[1]!;
    const refused = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'test', resolver });
    const allowed = new UndiciSafeHttp({ allowedHosts: [`feeds.example.com:${port}`], userAgent: 'test', resolver });
    open[0]!.http.push(refused, allowed);
    expect(await failure(refused.request({ url: 'http://feeds.example.com/' }))).toBe('forbidden-address');
    expect((await allowed.request({ url: `http://feeds.example.com:${port}/` })).body.toString()).toBe('in');
  });
});
