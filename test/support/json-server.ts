/** A server on this machine that answers JSON by routes and goes wrong when told to: the ground on which the local networks stand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedFor {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Answered {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body: unknown;
}

/** Answers in place of the route. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

interface Order {
  fault: Fault;
  path: RegExp;
  method: string | null;
  times: number;
  after: number;
}

export class JsonServer {
  url = '';
  /** What was asked, in order. */
  readonly asked: AskedFor[] = [];
  private orders: Order[] = [];
  private readonly server: Server;

  constructor(private readonly answer: (asked: AskedFor) => Answered) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** @param where which paths, how many answers (default 1), and how many fitting ones go well before */
  fail(fault: Fault, { path = /./, method = null, times = 1, after = 0 }: Partial<Omit<Order, 'fault'>> = {}): void {
    this.orders.push({ fault, path, method, times, after });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const url = new URL(request.url ?? '/', 'http://local');
    const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(parts).toString('utf8') }; // prettier-ignore
    this.asked.push(asked);
    const fault = this.faultFor(url.pathname, asked.method);
    if (fault === loses) this.answer(asked);
    if (fault !== null) return fault(request, response);
    const { status = 200, headers = {}, body } = this.answer(asked);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
  }

  private faultFor(path: string, method: string): Fault | null {
    for (const order of this.orders) {
      if (!order.path.test(path) || (order.method ?? method) !== method || order.times <= 0) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      order.times -= 1;
      return order.fault;
    }
    return null;
  }
}

/** @returns a fault that answers so */
export function answers(status: number, headers: Record<string, string> = {}, body = '{"message":"a planned fault"}'): Fault {
  return (_request, response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

export const hangs: Fault = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).write('{');
export const cuts: Fault = (request) => void request.socket.destroy();
/** The work is done, then the connection is cut without an answer. */
export const loses: Fault = (request) => void request.socket.destroy();
export const showsHtml: Fault = answers(200, { 'content-type': 'text/html' }, '<!doctype html><title>Sorry</title>');
