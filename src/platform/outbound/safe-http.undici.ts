/** SafeHttp on undici: every hop's address is checked where the socket connects, and size, time and unpacking are bounded. */
import { isIP } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import { AllowedHosts, checkedHost, checkedUrl } from './address-guard.js';
import type { Agents } from './agents.undici.js';
import { failureOf, Patience } from './patience.js';
import { guardedLookup, systemResolver, type Resolver } from './guarded-lookup.js';
import { ACCEPT_ENCODING, codingOf, readBody } from './read-body.js';
import { nextHop, type Hop } from './redirect.js';
import type { SafeAddress, SafeHttp, SafeRequest, SafeResponse } from './safe-http.js';
import type { SafeSocket, SocketRequest } from './safe-socket.js';
import type { SafeStream, StreamRequest } from './safe-stream.js';

const DEFAULTS = { maxBytes: 10_000_000, timeoutMs: 20_000, maxRedirects: 5, idleMs: 10_000 };

export interface SafeHttpOptions {
  /** `host` or `host:port` that an administrator allowed, even if it leads inward. */
  allowedHosts: string[];
  userAgent: string;
  /** Replaces the system's name resolution, for tests. */
  resolver?: Resolver;
  /** Longest wait for the next byte; default 10,000. */
  idleMs?: number;
}

export class UndiciSafeHttp implements SafeHttp {
  private readonly allowed: AllowedHosts;
  private readonly resolver: Resolver;
  private agents: Promise<Agents> | undefined;

  constructor(private readonly options: SafeHttpOptions) {
    this.resolver = options.resolver ?? systemResolver;
    this.allowed = new AllowedHosts(options.allowedHosts);
  }

  /** @throws OutboundError */
  async request(request: SafeRequest): Promise<SafeResponse> {
    const patience = new Patience(
      request.timeoutMs ?? DEFAULTS.timeoutMs,
      this.options.idleMs ?? DEFAULTS.idleMs,
      request.signal,
    );
    try {
      return await this.follow(request, patience);
    } catch (error) {
      throw patience.reason ?? failureOf(error);
    } finally {
      patience.end();
    }
  }

  /** @throws OutboundError, HandshakeRefused */
  async openSocket(request: SocketRequest, onMessage: (bytes: Buffer) => void): Promise<SafeSocket> {
    const { openSocket } = await import('./safe-socket.ws.js'); // only where something is streamed
    return openSocket(request, onMessage, {
      allowed: this.allowed,
      resolver: this.resolver,
      userAgent: this.options.userAgent,
    });
  }

  /** @throws OutboundError, StreamRefused */
  async openStream(request: StreamRequest, onLine: (line: Buffer) => void): Promise<SafeStream> {
    const { openStream } = await import('./safe-stream.undici.js'); // only where something is streamed
    const { url, allowed } = checkedUrl(request.url, this.allowed);
    const headers = { 'user-agent': this.options.userAgent, ...request.headers };
    return openStream({ ...request, headers }, url, await this.agentFor('streams', allowed), onLine);
  }

  /** @throws OutboundError */
  async addressOf(host: string, port: number, usualPorts: readonly number[]): Promise<SafeAddress> {
    const checked = checkedHost(host, port, usualPorts, this.allowed);
    const lookup = guardedLookup(this.resolver, !checked.allowed);
    if (isIP(checked.host) !== 0) return { address: checked.host, allowed: checked.allowed };
    return new Promise((done, failed) => {
      lookup(checked.host, {}, (error, address) =>
        error ? failed(failureOf(error)) : done({ address: String(address), allowed: checked.allowed }),
      );
    });
  }

  /** Closes idle connections at shutdown. */
  async close(): Promise<void> {
    await (await this.agents)?.close();
  }

  private async agentFor(what: 'questions' | 'streams', allowed: boolean): Promise<Agent> {
    this.agents ??= import('./agents.undici.js').then(({ Agents }) => new Agents(this.resolver));
    return (await this.agents)[what][allowed ? 'named' : 'outward'];
  }

  private async follow(request: SafeRequest, patience: Patience): Promise<SafeResponse> {
    const maxRedirects = request.maxRedirects ?? DEFAULTS.maxRedirects;
    let hop: Hop = { ...checkedUrl(request.url, this.allowed), ...start(request), permanent: true, count: 0 };
    for (;;) {
      const answer = await this.ask(hop, patience);
      const next = nextHop(hop, answer, maxRedirects, this.allowed);
      if (!next) return await finish(hop, answer, request.maxBytes ?? DEFAULTS.maxBytes, patience);
      answer.body.on('error', () => undefined).destroy();
      hop = next;
    }
  }

  private async ask(hop: Hop, patience: Patience): Promise<Dispatcher.ResponseData> {
    const agent = await this.agentFor('questions', hop.allowed);
    patience.moved();
    return agent.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: hop.method,
      headers: { 'user-agent': this.options.userAgent, ...hop.headers, 'accept-encoding': ACCEPT_ENCODING },
      body: hop.body,
      signal: patience.signal,
    });
  }
}

function start(request: SafeRequest): Pick<Hop, 'method' | 'headers' | 'body'> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  return { method: request.method ?? 'GET', headers, body: request.body ?? null };
}

async function finish(hop: Hop, answer: Dispatcher.ResponseData, maxBytes: number, patience: Patience): Promise<SafeResponse> {
  const headers = plainHeaders(answer.headers);
  patience.moved();
  try {
    const body = await readBody(answer.body, codingOf(headers['content-encoding']), maxBytes, () => patience.moved());
    const movedTo = hop.count > 0 && hop.permanent ? hop.url.href : null;
    return { status: answer.statusCode, headers, body, url: hop.url.href, movedTo };
  } finally {
    answer.body.on('error', () => undefined).destroy();
  }
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
