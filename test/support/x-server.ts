/** A stateful X API v2 on this machine: what connector tests, journeys and benchmarks talk to instead of the network. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Names } from './x-server/answers.js';
import { FaultList, type Fault, type FaultOrder } from './x-server/faults.js';
import { RateLimits } from './x-server/rate-limits.js';
import { forbidden, invalid, Refusal, type Answer, type Asked } from './x-server/refusal.js';
import { ROUTES, STREAM, type Rules } from './x-server/routes.js';
import { signatureFits } from './x-server/signature.js';
import { StreamHub } from './x-server/stream.js';
import { XWorld, type NewPost, type XPost, type XUser } from './x-server/world.js';

export interface XServerOptions extends Partial<Rules> {
  now?: () => Date;
  port?: number;
  /** Calls a route takes in 15 minutes. */
  rateLimit?: number;
  names?: Names;
  /** Passes over parameters it does not know instead of refusing them. */
  lenient?: boolean;
}

/** One request and what it got, for tests to look at. */
export interface Exchange {
  method: string;
  route: string | null;
  path: string;
  query: URLSearchParams;
  requestBody: unknown;
  status: number;
  body: unknown;
  fault: Fault['kind'] | null;
}

/** What a program needs to ask this server as its own account. */
export const X_KEYS = { appKey: 'app-key', appSecret: 'app-secret', accessToken: 'our-token', accessSecret: 'our-secret' };
export const X_BEARER = 'app-bearer';
/** A token that stands for the account itself (OAuth 2.0 with user context). */
export const X_USER_BEARER = 'our-bearer';

export class XServer {
  readonly world: XWorld;
  readonly faults = new FaultList();
  readonly exchanges: Exchange[] = [];
  readonly limits: RateLimits;
  readonly rules: Rules;
  readonly stream: StreamHub;
  /** The account that the credentials belong to. */
  readonly us: XUser;
  url = '';
  private readonly now: () => Date;
  private readonly server: Server;
  private readonly lenient: boolean;

  private constructor(options: XServerOptions) {
    this.now = options.now ?? (() => new Date());
    this.world = new XWorld(this.now);
    this.lenient = options.lenient ?? false;
    this.limits = new RateLimits(options.rateLimit ?? 450, this.now);
    const { names = 'post', plan = 'self-serve', consistencyMs = 0, reachBackMs = 7 * 86_400_000 } = options;
    this.rules = { ...streamRulesOf(options), names, plan, consistencyMs, reachBackMs, url: '' };
    this.stream = new StreamHub(this.world, this.rules);
    this.us = this.world.addUser('AnadoluHat', { name: 'Anadolu Hat', followers: 48_000 });
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(options: XServerOptions = {}): Promise<XServer> {
    const x = new XServer(options);
    await new Promise<void>((ready) => x.server.listen(options.port ?? 0, '127.0.0.1', ready));
    x.url = `http://127.0.0.1:${(x.server.address() as AddressInfo).port}`;
    x.rules.url = x.url;
    return x;
  }

  async stop(): Promise<void> {
    this.stream.hangUp('cut');
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** A post appears on X. */
  post(author: XUser | string, text: string, more: Partial<NewPost> = {}): XPost {
    const by = typeof author === 'string' ? this.user(author) : author;
    return this.world.addPost({ author: by, text, ...more });
  }

  user(username: string): XUser {
    return this.world.users.find((u) => u.username === username) ?? this.world.addUser(username);
  }

  fail(fault: Fault, where: Omit<FaultOrder, 'fault'> = {}): void {
    this.faults.add({ fault, ...where });
  }

  /** @returns what our account has posted, oldest first */
  ourPosts(): XPost[] {
    return this.world.posts.filter((post) => post.author === this.us).reverse();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x');
    const method = request.method ?? 'GET';
    const raw = await bodyOf(request);
    const route = ROUTES.find((r) => r.method === method && r.pattern.test(url.pathname)) ?? null;
    const fault = this.faults.take(method, route?.template ?? url.pathname);
    const requestBody = parsed(raw);
    const exchange = {
      method,
      route: route?.template ?? null,
      path: url.pathname,
      query: url.searchParams,
      requestBody,
      fault: fault?.kind ?? null,
    };
    if (fault?.kind === 'delay') await new Promise((r) => setTimeout(r, fault.ms));
    if (fault?.kind === 'cut-before') {
      this.exchanges.push({ ...exchange, status: 0, body: null });
      request.socket.destroy();
      return;
    }
    const answer = this.answer(
      { method, path: url.pathname, query: url.searchParams, body: requestBody, as: 'app' },
      request,
      fault,
    );
    const opens = route?.template === STREAM && answer.status === 200;
    const taken = opens ? this.stream.refusal(url.searchParams) : null;
    const given = taken ?? answer;
    this.exchanges.push({ ...exchange, status: given.status, body: given.body });
    if (opens && taken === null) return this.stream.connect(response, url.searchParams, this.limits.headers(STREAM, undefined, false)); // prettier-ignore
    this.send(request, response, given, fault, route?.template ?? '');
  }

  private answer(asked: Asked, request: IncomingMessage, fault: Fault | null): Answer {
    const planned = plannedAnswer(fault);
    if (planned !== null) return planned;
    const route = ROUTES.find((r) => r.method === asked.method && r.pattern.test(asked.path));
    if (route === undefined) return { status: 404, body: { code: 34, message: 'Sorry, that page does not exist' } };
    const as = this.whoAsks(request, asked);
    if (as === null) return { status: 401, body: { code: 32, message: 'Unauthorized' } };
    if (!this.limits.take(route.template)) return { status: 429, body: { code: 88, message: 'Too Many Requests' } };
    if (route.needsUser && as === 'app')
      return forbidden('Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.');
    if (route.needsApp && as !== 'app') return forbidden('This endpoint takes the token of an app.');
    const odd = route.template === STREAM ? null : this.oddParameter(asked.query);
    if (odd !== null) return invalid(odd, '', `The query parameter [${odd}] is not one of those that are known`);
    try {
      const done = route.answer({ ...asked, as }, this.world, this.rules, route.pattern.exec(asked.path)?.[1] ?? '');
      return changed(done, fault, asked.query);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }

  private oddParameter(query: URLSearchParams): string | null {
    if (this.lenient) return null;
    const other = this.rules.names === 'post' ? 'tweet.fields' : 'post.fields';
    return query.has(other) ? other : null;
  }

  private whoAsks(request: IncomingMessage, asked: Asked): XUser | 'app' | null {
    const header = request.headers.authorization ?? '';
    if (header === `Bearer ${X_BEARER}`) return 'app';
    if (header === `Bearer ${X_USER_BEARER}`) return this.us;
    return header.startsWith('OAuth ') && signatureFits(header, asked, X_KEYS) ? this.us : null;
  }

  private send(request: IncomingMessage, response: ServerResponse, answer: Answer, fault: Fault | null, route: string): void {
    if (fault?.kind === 'lost-after-effect') return void request.socket.destroy();
    const type =
      answer.status >= 400 && (answer.body as { type?: string } | null)?.type ? 'application/problem+json' : 'application/json';
    const reset = fault?.kind === 'too-many' ? fault.resetInSeconds : undefined;
    const headers = {
      ...this.limits.headers(route, reset, fault?.kind === 'too-many'),
      ...(fault?.kind === 'status' ? fault.headers : {}),
    };
    if (answer.isText) return void response.writeHead(200, { 'content-type': 'text/plain' }).end(answer.body as string);
    response.writeHead(answer.status, { 'content-type': fault?.kind === 'html' ? 'text/html' : type, ...headers });
    if (fault?.kind === 'hang') return void response.write('{"data":[');
    response.end(textOf(answer, fault));
  }
}

function streamRulesOf({
  mostRules,
  connections,
  whenTaken,
  keepAliveMs,
  compliance,
  complianceMs,
}: XServerOptions): Partial<Rules> {
  const told = { mostRules, connections, whenTaken, keepAliveMs, compliance, complianceMs };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** Faults that answer without the work being done. */
function plannedAnswer(fault: Fault | null): Answer | null {
  switch (fault?.kind) {
    case 'status':
      return { status: fault.status, body: fault.body ?? { code: fault.status, message: 'A planned fault' } };
    case 'too-many':
      return { status: 429, body: { code: 88, message: 'Too Many Requests' } };
    case 'unauthorized':
      return { status: 401, body: { code: 32, message: 'Unauthorized' } };
    case 'forbidden':
      return forbidden(fault.detail);
    default:
      return null;
  }
}

/** Faults that change a right answer. */
function changed(answer: Answer, fault: Fault | null, query: URLSearchParams): Answer {
  const meta = (answer.body as { meta?: object } | null)?.meta ?? {};
  const token = query.get('next_token') ?? query.get('pagination_token');
  switch (fault?.kind) {
    case 'error-after-effect':
      return { status: fault.status, body: { code: 131, message: 'Internal error' } };
    case 'repeated-cursor':
      return { ...answer, body: { ...(answer.body as object), meta: { ...meta, next_token: token ?? 'again' } } };
    case 'empty-with-next':
      return { ...answer, body: { meta: { result_count: 0, next_token: 'nowhere' } } };
    case 'change':
      return fault.change(answer);
    default:
      return answer;
  }
}

function textOf(answer: Answer, fault: Fault | null): string {
  if (fault?.kind === 'html') return '<!doctype html><title>Something went wrong</title>';
  const text = JSON.stringify(answer.body);
  if (fault?.kind === 'malformed') return text.slice(0, -2);
  return fault?.kind === 'huge' ? text + ' '.repeat(Math.max(0, fault.bytes - text.length)) : text;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function parsed(raw: string): unknown {
  try {
    return raw === '' ? null : JSON.parse(raw);
  } catch {
    return raw;
  }
}
