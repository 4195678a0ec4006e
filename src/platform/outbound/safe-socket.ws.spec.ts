import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { OutboundError } from './safe-http.js';
import { UndiciSafeHttp, type SafeHttpOptions } from './safe-http.undici.js';
import { HandshakeRefused, type SocketRequest } from './safe-socket.js';

const open: { server: Server; sockets: WebSocketServer; raw: Set<Socket>; http: UndiciSafeHttp }[] = [];

async function serve(options: Partial<SafeHttpOptions> = {}, refuse?: string) {
  const server = createServer((_request, response) => response.end('a page'));
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: true });
  const raw = new Set<Socket>();
  server.on('connection', (socket) => void raw.add(socket));
  server.on('upgrade', (request, socket, head) => {
    if (refuse !== undefined) return void socket.end(refuse);
    sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = new UndiciSafeHttp({ allowedHosts: [host], userAgent: 'Earshot test', ...options });
  open.push({ server, sockets, raw, http });
  const heard: string[] = [];
  const listen = (more: Partial<SocketRequest> = {}) =>
    http.openSocket(
      { url: `ws://${host}/`, signal: new AbortController().signal, ...more },
      (bytes) => void heard.push(bytes.toString('utf8')),
    );
  return { host, sockets, raw, heard, listen };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'over',
    (error: unknown) => (error instanceof OutboundError ? error.kind : error instanceof HandshakeRefused ? error.status : error),
  );

describe('listening to a web socket', () => {
  afterEach(async () => {
    for (const { server, sockets, raw, http } of open.splice(0)) {
      sockets.close();
      for (const socket of raw) socket.destroy();
      await new Promise((done) => server.close(done));
      await http.close();
    }
  });

  it('hands on each message as it came, and ends when the other side closes', async () => {
    const { sockets, heard, listen } = await serve();
    sockets.on('connection', (socket) => {
      for (const text of ['bir', 'şikâyet 😀', 'x'.repeat(100_000)]) socket.send(text);
      socket.on('message', (text) => {
        socket.send(`heard ${String(text)}`);
        socket.close(1000);
      });
    });
    const socket = await listen();
    socket.send('merhaba');
    expect(await failure(socket.over)).toBe('over');
    expect(heard.map((text) => text.slice(0, 20))).toEqual(['bir', 'şikâyet 😀', 'x'.repeat(20), 'heard merhaba']);
  });

  it('goes to no inward address that is not allowed', async () => {
    const { host, listen } = await serve({ allowedHosts: [] });
    expect(await failure(listen())).toBe('forbidden-address');
    expect(await failure(listen({ url: `http://${host}/` }))).toBe('bad-url');
    expect(await failure(listen({ url: 'ws://user:secret@example.com/' }))).toBe('bad-url');
    const inward = await serve({ allowedHosts: [], resolver: () => Promise.resolve([{ address: '10.0.0.7', family: 4 }]) });
    expect(await failure(inward.listen({ url: 'ws://public.example.com/' }))).toBe('forbidden-address');
  });

  it('says what was answered instead', async () => {
    const { listen } = await serve({}, 'HTTP/1.1 429 No\r\nretry-after: 9\r\ncontent-length: 0\r\n\r\n');
    const error: unknown = await listen().catch((one: unknown) => one);
    expect(error).toMatchObject({ status: 429, headers: { 'retry-after': '9' } });
  });

  it('follows no redirect', async () => {
    const { listen } = await serve({}, 'HTTP/1.1 302 No\r\nlocation: ws://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n');
    expect(await failure(listen())).toBe(302);
  });

  it('reads no message that is too large, packed or not', async () => {
    const { sockets, heard, listen } = await serve();
    sockets.on('connection', (socket) => socket.send('x'.repeat(60_000)));
    expect(await failure((await listen({ maxMessageBytes: 50_000 })).over)).toBe('too-large');
    expect(heard).toEqual([]);
  });

  it('notices a break, and a silence that is none', async () => {
    const broken = await serve();
    broken.sockets.on('connection', (socket) => setTimeout(() => socket.terminate(), 20));
    expect(await failure((await broken.listen()).over)).toBe('unreachable');
    const quiet = await serve();
    const socket = await quiet.listen({ idleMs: 80 });
    await new Promise((done) => setTimeout(done, 250));
    for (const raw of quiet.raw) raw.pause(); // neither messages nor answers to pings, and no end
    expect(await failure(socket.over)).toBe('timeout');
  });

  it('waits no longer than told for the socket to open, and stops on request', async () => {
    const { listen, sockets } = await serve();
    sockets.on('connection', () => undefined);
    const stop = new AbortController();
    const socket = await listen({ signal: stop.signal });
    stop.abort();
    expect(await failure(socket.over)).toBe('aborted');
    expect(await failure(listen({ signal: AbortSignal.abort() }))).toBe('aborted');
  });

  it('holds the other side back', async () => {
    const { sockets, heard, listen } = await serve();
    sockets.on('connection', (socket) => setInterval(() => socket.send('x'), 5).unref());
    const socket = await listen();
    await new Promise((done) => setTimeout(done, 60));
    socket.pause();
    await new Promise((done) => setTimeout(done, 30));
    const before = heard.length;
    await new Promise((done) => setTimeout(done, 60));
    expect(heard.length).toBe(before);
    socket.resume();
    await new Promise((done) => setTimeout(done, 60));
    expect(heard.length).toBeGreaterThan(before);
  });
});
