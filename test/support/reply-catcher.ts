/** A network of our own for a webhook's replies: takes each key once, as the webhook's contract asks, and can lose answers or refuse. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Taken {
  key: string;
  text: string;
  inReplyTo: { externalId: string };
  visibility: string;
  at: number;
}

/** How the next call goes wrong; the effect is there after `lost`, not after `refused` or `busy`. */
export type Mishap = 'lost' | 'cut-before' | 'refused' | 'busy';

export class ReplyCatcher {
  /** What stands on the network, in the order in which it came to stand there. */
  readonly taken: Taken[] = [];
  /** Calls, repeats included. */
  calls = 0;
  /** Asked at each call: how it goes wrong, if it does. */
  mishap: () => Mishap | null = () => null;

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<ReplyCatcher> {
    const server = createServer();
    const catcher = new ReplyCatcher(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => catcher.take(body, response));
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    return catcher;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/replies`;
  }

  texts(): string[] {
    return this.taken.map(({ text }) => text);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private take(body: string, response: ServerResponse): void {
    this.calls += 1;
    const mishap = this.mishap();
    if (mishap === 'cut-before') return void response.destroy();
    if (mishap === 'refused') return void response.writeHead(410).end();
    if (mishap === 'busy') return void response.writeHead(429, { 'retry-after': '1' }).end();
    const { idempotencyKey, text, inReplyTo, visibility } = JSON.parse(body) as {
      idempotencyKey: string;
      text: string;
      inReplyTo: Taken['inReplyTo'];
      visibility: string;
    };
    if (!this.taken.some(({ key }) => key === idempotencyKey))
      this.taken.push({ key: idempotencyKey, text, inReplyTo, visibility, at: Date.now() });
    if (mishap === 'lost') return void response.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ externalId: idempotencyKey }));
  }
}
