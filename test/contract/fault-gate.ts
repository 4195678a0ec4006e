/** Stands between a connector and its network and makes answers go wrong on the wire, the same way for every network. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { SafeHttp, SafeRequest } from '../../src/platform/outbound/safe-http.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';

/** Tighter than in earnest, so that a test need not wait; only who drips is met with little patience, as others may be slow on a busy machine. */
const LIMITS = { maxBytes: 1_000_000, timeoutMs: 20_000, idleMs: 10_000, drippingMs: 500 };
const MORE = 64 * 1024;

export type WireFault = (response: ServerResponse, gate: FaultGate) => void;

const answer =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = '{"error":"a planned fault"}'): WireFault =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** @param headers by which the network says how long to wait */
export const tooMany = (headers: Record<string, string>): WireFault => answer(429, headers);
export const unauthorised = answer(401);
export const brokenServer = answer(500);
export const webPage = answer(
  200,
  { 'content-type': 'text/html; charset=utf-8' },
  '<!doctype html><html><head><title>Hello</title></head><body><p>A page of another program</p></body></html>',
);
export const otherSchema = answer(200, {}, '{"renamed":{"everything":[1,2,3]}}');
export const cutAnswer: WireFault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' }).write('{"');
  setTimeout(() => response.destroy(), 20);
};
export const slowBytes: WireFault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(drip));
};
export const endlessBody: WireFault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('[');
  const pour = (): void => {
    while (!response.destroyed && response.write(' '.repeat(MORE)));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};
const bomb = gzipSync(Buffer.alloc(40_000_000, ' '));
export const gzipBomb = answer(200, { 'content-encoding': 'gzip' }, bomb);
export const redirectLoop: WireFault = (response) => void response.writeHead(302, { location: `/again?${Math.random()}` }).end();
export const redirectInward: WireFault = (response, gate) => void response.writeHead(302, { location: gate.innerUrl }).end();

export class FaultGate {
  /** Questions that reached the server no redirect may lead to. */
  inward = 0;
  innerUrl = '';
  private url = '';
  private fault: { how: WireFault; after: number } | null = null;
  private hit = false;

  private constructor(
    private readonly outer: Server,
    private readonly inner: Server,
    private readonly wire: UndiciSafeHttp,
  ) {}

  static async open(): Promise<FaultGate> {
    const inner = createServer((_request, response) => {
      gate.inward += 1;
      response.end('{}');
    });
    const outer = createServer((_request, response) => gate.fault?.how(response, gate));
    await Promise.all([inner, outer].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
    const outerHost = `127.0.0.1:${(outer.address() as AddressInfo).port}`;
    const wire = new UndiciSafeHttp({ allowedHosts: [outerHost], userAgent: 'earshot-test', idleMs: LIMITS.idleMs });
    const gate = new FaultGate(outer, inner, wire);
    gate.url = `http://${outerHost}/`;
    gate.innerUrl = `http://127.0.0.1:${(inner.address() as AddressInfo).port}/`;
    return gate;
  }

  /** From now on. @param after how many questions get through before */
  fail(how: WireFault, after = 0): void {
    this.fault = { how, after };
    this.hit = false;
  }

  /** @returns whether the fault was met */
  heal(): boolean {
    this.fault = null;
    return this.hit;
  }

  /** @param http where questions go that no fault meets */
  before(http: SafeHttp): SafeHttp {
    return {
      request: (request) => (this.meets() ? this.divert(request) : http.request(request)),
      ...(http.openSocket === undefined ? {} : { openSocket: http.openSocket.bind(http) }),
      openStream: (request, onLine) =>
        this.meets()
          ? this.wire.openStream({ ...request, url: this.url, idleMs: LIMITS.idleMs }, onLine)
          : http.openStream!(request, onLine),
    };
  }

  async close(): Promise<void> {
    await this.wire.close();
    for (const server of [this.outer, this.inner]) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  }

  private meets(): boolean {
    if (this.fault === null) return false;
    if (this.fault.after > 0) {
      this.fault.after -= 1;
      return false;
    }
    this.hit = true;
    return true;
  }

  private divert(request: SafeRequest) {
    const { maxBytes = Infinity, timeoutMs = Infinity } = request;
    const patienceMs = this.fault?.how === slowBytes ? LIMITS.drippingMs : LIMITS.timeoutMs;
    return this.wire.request({
      ...request,
      url: this.url,
      maxBytes: Math.min(maxBytes, LIMITS.maxBytes),
      timeoutMs: Math.min(timeoutMs, patienceMs),
    });
  }
}
