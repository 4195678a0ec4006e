import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OutboundError } from './safe-http.js';
import { UndiciSafeHttp } from './safe-http.undici.js';
import { StreamRefused, type SafeStream, type StreamRequest } from './safe-stream.js';

const open: { server: Server; http: UndiciSafeHttp }[] = [];

async function serve(listener: RequestListener, allowed = true) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = new UndiciSafeHttp({ allowedHosts: allowed ? [host] : [], userAgent: 'Earshot test' });
  open.push({ server, http });
  const lines: string[] = [];
  const listen = (more: Partial<StreamRequest> = {}) =>
    http.openStream({ url: `http://${host}/s`, signal: new AbortController().signal, ...more }, (line) => void lines.push(line.toString())); // prettier-ignore
  return { lines, listen };
}

afterEach(async () => {
  for (const { server, http } of open.splice(0)) {
    await http.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const endOf = (stream: SafeStream) => stream.over.then(() => 'ended', (error: unknown) => (error instanceof OutboundError ? error.kind : error)); // prettier-ignore
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !isSo(); i += 1) await new Promise((r) => setTimeout(r, 5));
  expect(isSo()).toBe(true);
}

describe('an answer that does not end', () => {
  it('comes line by line, however it is cut, without its empty lines', async () => {
    const { lines, listen } = await serve((_, response) => {
      response.write('{"a":"ş');
      setTimeout(() => response.write('"}\r\n\r\n{"b"'), 20);
      setTimeout(() => response.end(':2}\n\nrest'), 40);
    });
    expect(await endOf(await listen())).toBe('ended');
    expect(lines).toEqual(['{"a":"ş"}', '{"b":2}']);
  });

  it('is broken by silence, a line without end, a cut; empty lines are a sign of life', async () => {
    const silent = await serve((_, response) => void response.write('{}\n'));
    expect(await endOf(await silent.listen({ idleMs: 50 }))).toBe('timeout');
    const slow = await serve((_, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await endOf(await slow.listen({ idleMs: 80 }))).toBe('timeout');
    const endless = await serve((_, response) => void response.write('x'.repeat(5000)));
    expect(await endOf(await endless.listen({ maxLineBytes: 1000 }))).toBe('too-large');
    const cut = await serve((_, response) => {
      response.write('{}\n');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await endOf(await cut.listen())).toBe('unreachable');
    let beats = 0;
    const alive = await serve((_, response) => {
      const beat = setInterval(() => (beats++ < 10 ? response.write('\r\n') : response.end()), 20);
      response.on('close', () => clearInterval(beat));
    });
    expect(await endOf(await alive.listen({ idleMs: 2000 }))).toBe('ended');
  });

  it('waits while it is held back, and ends when told to', async () => {
    const stop = new AbortController();
    const { lines, listen } = await serve((_, response) => void setInterval(() => response.write('{}\n'), 5).unref());
    const stream = await listen({ signal: stop.signal });
    stream.pause();
    stream.resume();
    await until(() => lines.length > 3);
    stop.abort();
    expect(await endOf(stream)).toBe('aborted');
    const other = await listen();
    other.close();
    expect(await endOf(other)).toBe('aborted');
  });

  it('is not opened where it may not be, and a refusal is told with its words', async () => {
    const inward = await serve((_, response) => response.end(), false);
    await expect(inward.listen()).rejects.toMatchObject({ kind: 'forbidden-address' });
    const refusing = await serve((_, response) => response.writeHead(429, { 'Retry-After': '7' }).end('{"title":"wait"}'));
    const refused = await refusing.listen().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StreamRefused);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect((refused as StreamRefused).body.toString()).toBe('{"title":"wait"}');
    const moved = await serve((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
    await expect(moved.listen()).rejects.toMatchObject({ status: 302 });
    const packed = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{}\n')));
    await expect(packed.listen()).rejects.toMatchObject({ kind: 'bad-encoding' });
    const mute = await serve(() => undefined);
    await expect(mute.listen({ openMs: 50 })).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('a fault of ours while reading is not blamed on the server', async () => {
    await serve((_, response) => void response.write('{}\n'));
    const fault = new TypeError('ours');
    const { http } = open.at(-1)!;
    const url = `http://127.0.0.1:${(open.at(-1)!.server.address() as AddressInfo).port}/`;
    const stream = await http.openStream({ url, signal: new AbortController().signal }, () => {
      throw fault;
    });
    expect(await endOf(stream)).toBe(fault);
  });
});
