/** The local Jetstream: every change of the world as an event, replayed from a cursor and then live. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { tidAt } from './world.js';

export interface StreamEvent {
  did: string;
  time_us: number;
  kind: 'commit' | 'identity' | 'account';
  commit?: Record<string, unknown>;
  account?: Record<string, unknown>;
  identity?: Record<string, unknown>;
}

export class LocalJetstream {
  readonly events: { at: number; text: string }[] = [];
  /** The addresses that were asked, in order. */
  readonly asked: URL[] = [];
  /** Answers the next handshakes with a status instead. */
  readonly refusals: { status: number; headers?: Record<string, string> }[] = [];
  /** Takes the handshake and never answers it. */
  hangs = false;
  private readonly hanging = new Set<Duplex>();
  private readonly sockets = new WebSocketServer({ noServer: true });
  private last = 0;

  constructor(
    server: Server,
    private readonly now: () => Date,
  ) {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  /** @returns the event's time */
  tell(event: Omit<StreamEvent, 'time_us'>): number {
    const at = (this.last = Math.max(this.last + 1, this.now().getTime() * 1000));
    // The order of fields is Jetstream's: the time stands before anything people wrote.
    const { did, ...rest } = event;
    this.tellRaw(JSON.stringify({ did, time_us: at, ...rest }), at);
    return at;
  }

  tellRaw(text: string, at = (this.last += 1)): void {
    this.events.push({ at, text });
    for (const socket of this.sockets.clients) socket.send(text);
  }

  commit(did: string, operation: 'create' | 'update' | 'delete', rkey: string, record?: unknown, cid?: string): number {
    const body = operation === 'delete' ? {} : { record, cid };
    const rev = tidAt(this.now(), this.events.length);
    return this.tell({ did, kind: 'commit', commit: { rev, operation, collection: 'app.bsky.feed.post', rkey, ...body } });
  }

  get listeners(): number {
    return this.sockets.clients.size;
  }

  /** Every connection breaks without a goodbye. */
  breakOff(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  stop(): void {
    this.breakOff();
    for (const socket of this.hanging) socket.destroy();
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'ws://jetstream');
    this.asked.push(url);
    if (this.hangs) return void this.hanging.add(socket);
    const refusal = url.pathname === '/subscribe' ? this.refusals.shift() : { status: 404 };
    if (refusal !== undefined) {
      const headers = Object.entries(refusal.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      return void socket.end(`HTTP/1.1 ${refusal.status} No\r\n${headers.join('')}content-length: 0\r\n\r\n`);
    }
    this.sockets.handleUpgrade(request, socket, head, (open) => this.replay(open, url));
  }

  private replay(open: WebSocket, url: URL): void {
    const cursor = Number(url.searchParams.get('cursor') ?? Infinity);
    // A cursor in the future means live.
    const from = cursor > this.now().getTime() * 1000 ? Infinity : cursor;
    for (const event of this.events) if (event.at >= from) open.send(event.text);
  }
}
