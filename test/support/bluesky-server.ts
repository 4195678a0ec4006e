/** A stateful server of Bluesky on this machine, account server and search in one: what connector tests talk to instead of the network. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal, ROUTES, type Answer } from './bluesky-server/routes.js';
import { LocalJetstream } from './bluesky-server/stream.js';
import { BlueskyWorld, type BlueskyPost, type BlueskyUser, type NewPost } from './bluesky-server/world.js';

export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** The connection is cut before anything is done. */
  | { kind: 'cut-before' }
  /** The work is done, then the connection is cut without an answer. */
  | { kind: 'lost-after-effect' }
  /** The work is done, then 502 is answered. */
  | { kind: 'error-after-effect' }
  /** The answer begins and never ends. */
  | { kind: 'hang' }
  | { kind: 'malformed' }
  | { kind: 'change'; change: (answer: Answer) => Answer };

interface Order {
  fault: Fault;
  /** Name in the lexicon; all when left out. */
  method?: string;
  times: number;
  /** Fitting ones that go well before. */
  after: number;
}

/** One question and what it got, for tests to look at. */
export interface Exchange {
  method: string;
  query: URLSearchParams;
  requestBody: unknown;
  status: number;
  body: unknown;
  fault: Fault['kind'] | null;
}

export const OUR_HANDLE = 'anadoluhat.example.com';
export const APP_PASSWORD = 'abcd-efgh-ijkl-mnop';

export class BlueskyServer {
  readonly world: BlueskyWorld;
  readonly stream: LocalJetstream;
  readonly exchanges: Exchange[] = [];
  /** The account that signs in here. */
  readonly us: BlueskyUser;
  url = '';
  private orders: Order[] = [];
  private tokens = new Map<string, 'access' | 'refresh'>();
  private serial = 0;
  private isLocked = false;
  private readonly server: Server;

  private constructor(now: () => Date) {
    this.world = new BlueskyWorld(now);
    this.us = this.world.user(OUR_HANDLE, { name: 'Anadolu Hat', followers: 48_000 });
    this.server = createServer((request, response) => void this.serve(request, response));
    this.stream = new LocalJetstream(this.server, now);
    this.world.changed = (post, operation) =>
      void this.stream.commit(post.author.did, operation, post.rkey, post.record, post.cid);
  }

  static async start({ now = () => new Date(), port = 0 } = {}): Promise<BlueskyServer> {
    const bluesky = new BlueskyServer(now);
    await new Promise<void>((ready) => bluesky.server.listen(port, '127.0.0.1', ready));
    bluesky.url = `http://127.0.0.1:${(bluesky.server.address() as AddressInfo).port}`;
    return bluesky;
  }

  async stop(): Promise<void> {
    this.stream.stop();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** What an administrator would set for our account here. */
  get account() {
    return { handle: OUR_HANDLE, appPassword: APP_PASSWORD, server: this.url };
  }

  get streamUrl(): string {
    return `${this.url.replace('http', 'ws')}/subscribe`;
  }

  /** @param author a name without its domain */
  post(author: string, text: string, more: NewPost = {}): BlueskyPost {
    return this.world.add(this.world.user(`${author}.example.com`), text, more);
  }

  ourPosts(): BlueskyPost[] {
    return this.world.posts.filter((post) => post.author === this.us);
  }

  fail(fault: Fault, { method, times = 1, after = 0 }: { method?: string; times?: number; after?: number } = {}): void {
    this.orders.push({ fault, times, after, ...(method === undefined ? {} : { method }) });
  }

  private takeFault(method: string): Fault | null {
    for (const order of this.orders) {
      if (order.times <= 0 || (order.method !== undefined && order.method !== method)) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      order.times -= 1;
      return order.fault;
    }
    return null;
  }

  /** The access tokens run out, as they do every few minutes. */
  expireTokens(): void {
    for (const [token, kind] of this.tokens) if (kind === 'access') this.tokens.delete(token);
  }

  /** The app password is revoked, and with it every session; set anew once somebody was turned away. */
  lockOut(): void {
    this.tokens.clear();
    this.isLocked = true;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bluesky');
    const method = url.pathname.replace('/xrpc/', '');
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const bytes = Buffer.concat(parts);
    const isBlob = method === 'com.atproto.repo.uploadBlob';
    const requestBody: unknown = isBlob
      ? { type: request.headers['content-type'], bytes }
      : bytes.length === 0
        ? undefined
        : JSON.parse(bytes.toString('utf8'));
    const fault = this.takeFault(method);
    if (fault?.kind === 'cut-before') return void request.socket.destroy();
    const planned = fault?.kind === 'status' ? fault : null;
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    let answer = planned ? { status: planned.status, body: planned.body ?? { error: 'Planned', message: 'A planned fault' } } : this.answer(method, url.searchParams, requestBody, token); // prettier-ignore
    if (fault?.kind === 'change') answer = fault.change(answer);
    if (fault?.kind === 'error-after-effect') answer = refusal(502, 'UpstreamFailure', 'Upstream Failure');
    this.exchanges.push({ method, query: url.searchParams, requestBody, ...answer, fault: fault?.kind ?? null });
    if (fault?.kind === 'lost-after-effect') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...planned?.headers });
    if (fault?.kind === 'hang') return void response.write('{"posts":[');
    const text = JSON.stringify(answer.body);
    response.end(fault?.kind === 'malformed' ? text.slice(0, -2) : text);
  }

  private answer(method: string, query: URLSearchParams, body: unknown, token: string): Answer {
    if (method === 'com.atproto.server.createSession') return this.signIn(body as { identifier: string; password: string });
    const kind = this.tokens.get(token);
    const wanted = method === 'com.atproto.server.refreshSession' ? 'refresh' : 'access';
    if (kind !== wanted) {
      if (token === '') return refusal(401, 'AuthMissing', 'Authentication Required');
      return refusal(400, 'ExpiredToken', 'Token has expired');
    }
    if (method === 'com.atproto.server.refreshSession') {
      this.tokens.delete(token);
      return this.session();
    }
    if (method === 'com.atproto.server.getSession') return this.session();
    const route = ROUTES[method];
    if (route === undefined) return refusal(501, 'MethodNotImplemented', 'Method Not Implemented');
    return route({ query, body, as: this.us }, this.world);
  }

  private signIn({ identifier, password }: { identifier: string; password: string }): Answer {
    const fits = password === APP_PASSWORD && [this.us.handle, this.us.did].includes(identifier);
    if (fits && !this.isLocked) return this.session();
    this.isLocked = false;
    return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
  }

  private session(): Answer {
    const { did, handle } = this.us;
    const accessJwt = `access-${(this.serial += 1)}`;
    const refreshJwt = `refresh-${this.serial}`;
    this.tokens.set(accessJwt, 'access').set(refreshJwt, 'refresh');
    const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: this.url }];
    const didDoc = { '@context': ['https://www.w3.org/ns/did/v1'], id: did, alsoKnownAs: [`at://${handle}`], service };
    return { status: 200, body: { accessJwt, refreshJwt, did, handle, didDoc, emailConfirmed: true, active: true } };
  }
}
