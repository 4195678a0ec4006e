/** A feed on this machine that can fall silent, lose old entries, or forbid. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Entry {
  id: string;
  title: string;
  at: Date;
}

export class FeedServer {
  entries: Entry[] = [];
  /** `away` cuts the connection; a number is answered as the status. */
  mood: 'well' | 'away' | number = 'well';
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<FeedServer> {
    const holder: { feed?: FeedServer } = {};
    const server = createServer((request, response) => {
      const feed = holder.feed as FeedServer;
      feed.asked++;
      if (feed.mood === 'away') return void request.socket.destroy();
      if (feed.mood !== 'well') return void response.writeHead(feed.mood).end('no');
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed.document());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    holder.feed = new FeedServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`);
    return holder.feed;
  }

  add(title: string, at: Date): void {
    this.entries.push({ id: `entry-${this.entries.length}-${at.getTime()}`, title, at });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private document(): string {
    const items = this.entries.map(
      ({ id, title, at }) => `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><pubDate>${at.toUTCString()}</pubDate></item>`,
    ); // prettier-ignore
    return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Notices</title>${items.join('')}</channel></rss>`;
  }
}
