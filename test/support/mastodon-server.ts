/** A stateful instance of Mastodon on this machine, with its stream: what connector tests talk to instead of the network. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Fault } from './bluesky-server.js';
import { readForm } from './form.js';
import { refusal, ROUTES, statusOf, tagsIn, type Answer, type Rules } from './mastodon-server/routes.js';
import { MastodonWorld, type MastodonPost, type MastodonUser, type NewPost } from './mastodon-server/world.js';

export const ACCESS_TOKEN = 'a-token-of-ours';

interface Listener {
  socket: WebSocket;
  streams: { stream: string; tag?: string }[];
}

export class MastodonServer {
  readonly world: MastodonWorld;
  readonly us: MastodonUser;
  readonly rules: Rules = { maxCharacters: 500, keys: new Map(), media: new Map() };
  readonly asked: { method: string; path: string; query: URLSearchParams; body: unknown }[] = [];
  readonly listeners = new Set<Listener>();
  isLocked = false;
  url = '';
  private orders: { fault: Fault; path?: string; times: number; after: number }[] = [];
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly server: Server;

  private constructor(now: () => Date) {
    this.world = new MastodonWorld(now, () => this.url);
    this.us = this.world.user('anadoluhat', { followers: 48_000 });
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`)
        return void socket.end('HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n');
      this.sockets.handleUpgrade(request, socket, head, (open) => this.welcome(open));
    });
    this.world.changed = (post, event) => this.tell(post, event);
  }

  static async start({ now = () => new Date(), port = 0 } = {}): Promise<MastodonServer> {
    const mastodon = new MastodonServer(now);
    await new Promise<void>((ready) => mastodon.server.listen(port, '127.0.0.1', ready));
    mastodon.url = `http://127.0.0.1:${(mastodon.server.address() as AddressInfo).port}`;
    return mastodon;
  }

  async stop(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate();
    this.sockets.close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** @param html as instances give it */
  post(acct: string, html: string, more: NewPost = {}): MastodonPost {
    return this.world.add(this.world.user(acct), html, more);
  }

  ourPosts(): MastodonPost[] {
    return this.world.posts.filter((post) => post.account === this.us);
  }

  /** @param where which requests, how many answers, and how many fitting ones go well before */
  fail(fault: Fault, { path, times = 1, after = 0 }: { path?: string; times?: number; after?: number } = {}): void {
    this.orders.push({ fault, times, after, ...(path === undefined ? {} : { path }) });
  }

  private takeFault(request: string): Fault | null {
    for (const order of this.orders) {
      if (order.times <= 0 || (order.path !== undefined && !request.includes(order.path))) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      order.times -= 1;
      return order.fault;
    }
    return null;
  }

  private welcome(socket: WebSocket): void {
    const listener: Listener = { socket, streams: [] };
    this.listeners.add(listener);
    socket.on('close', () => this.listeners.delete(listener));
    socket.on('message', (data: Buffer) => {
      const { type, ...stream } = JSON.parse(data.toString('utf8')) as { type: string; stream: string; tag?: string };
      if (type === 'subscribe') listener.streams.push(stream);
    });
  }

  private tell(post: MastodonPost, event: 'update' | 'status.update' | 'delete'): void {
    const tags = tagsIn(post);
    for (const { socket, streams } of this.listeners) {
      const tag = streams.find((one) => one.stream === 'hashtag' && tags.includes(one.tag!.toLowerCase()));
      const payload = event === 'delete' ? post.id : JSON.stringify(statusOf(post, this.world));
      if (tag !== undefined) socket.send(JSON.stringify({ stream: ['hashtag', tag.tag], event, payload }));
      const listens = streams.some((one) => one.stream === 'user:notification');
      const notification = { id: '1', type: 'mention', status: statusOf(post, this.world) };
      if (listens && event === 'update' && this.world.mentions(post, this.us))
        socket.send(
          JSON.stringify({ stream: ['user:notification'], event: 'notification', payload: JSON.stringify(notification) }),
        );
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://mastodon');
    const method = request.method ?? 'GET';
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const form = await readForm(request.headers, Buffer.concat(parts));
    const raw = form === null ? Buffer.concat(parts).toString('utf8') : '';
    const body = raw === '' ? form : (JSON.parse(raw) as Record<string, unknown>);
    this.asked.push({ method, path: url.pathname, query: url.searchParams, body });
    const fault = this.takeFault(`${method} ${url.pathname}`);
    if (fault?.kind === 'cut-before') return void request.socket.destroy();
    const planned = fault?.kind === 'status' ? fault : null;
    const key = String(request.headers['idempotency-key'] ?? '') || null;
    let answer: Answer = planned ? { status: planned.status, body: planned.body ?? { error: 'A planned fault' } } : this.answer(method, url, body, key, request.headers.authorization ?? ''); // prettier-ignore
    if (fault?.kind === 'change') answer = fault.change(answer);
    if (fault?.kind === 'error-after-effect') answer = refusal(502, 'Bad gateway');
    if (fault?.kind === 'lost-after-effect') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...planned?.headers });
    if (fault?.kind === 'hang') return void response.write('[');
    const text = JSON.stringify(answer.body);
    response.end(fault?.kind === 'malformed' ? text.slice(0, -2) : text);
  }

  private answer(method: string, url: URL, body: Record<string, unknown> | null, key: string | null, token: string): Answer {
    if (token !== '' && (token !== `Bearer ${ACCESS_TOKEN}` || this.isLocked)) {
      this.isLocked = false;
      return refusal(401, 'The access token is invalid');
    }
    const isOpen = /^\/api\/(v2\/instance|v1\/timelines\/tag|v1\/statuses)/.test(url.pathname) && method === 'GET';
    if (token === '' && !isOpen) return refusal(401, 'The access token is invalid');
    for (const [verb, pattern, route] of ROUTES) {
      const found = verb === method ? pattern.exec(url.pathname) : null;
      if (found !== null)
        return route({ path: url.pathname, query: url.searchParams, body, key }, this.world, this.rules, found[1] ?? '');
    }
    return refusal(404, 'Record not found');
  }
}
