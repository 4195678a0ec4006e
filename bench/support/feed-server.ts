/** Many feeds in a process of their own: each publishes an entry now and then, and answers 304 to whoever knows its ETag. */
import { createServer } from 'node:http';

const FEEDS = Number(process.env['FEEDS']);
/** A feed has something new once in so many seconds. */
const NEWS_EVERY_SECONDS = Number(process.env['NEWS_EVERY_SECONDS']);
const ENTRIES = 30;
const started = Date.now();
const counts = { asked: 0, unchanged: 0 };

/** How many entries a feed has had by now; feeds do not publish in step. */
function published(feed: number): number {
  const elapsed = (Date.now() - started) / 1000;
  return ENTRIES + Math.floor(elapsed / NEWS_EVERY_SECONDS + feed / FEEDS);
}

const server = createServer((request, response) => {
  const feed = Number(/^\/(\d+)\.rss$/.exec(request.url ?? '')?.[1] ?? -1);
  if (feed < 0 || feed >= FEEDS) return void response.writeHead(404).end();
  counts.asked += 1;
  const last = published(feed);
  const etag = `"${feed}-${last}"`;
  if (request.headers['if-none-match'] === etag) {
    counts.unchanged += 1;
    return void response.writeHead(304, { etag }).end();
  }
  const items = Array.from({ length: ENTRIES }, (_, place) => itemOf(feed, last - place));
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>https://site${feed}.example/</link>${items.join('')}</channel></rss>`;
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
});

function itemOf(feed: number, entry: number): string {
  const at = new Date(started + (entry - ENTRIES) * NEWS_EVERY_SECONDS * 1000 - 60_000).toUTCString();
  const words = 'A line of ordinary news about the town, its people and what the council has to say of the bridge. '.repeat(8);
  return `<item><guid isPermaLink="false">f${feed}-e${entry}</guid><title>News ${entry} of ${feed}</title><link>https://site${feed}.example/${entry}</link><pubDate>${at}</pubDate><description>${words}</description></item>`;
}

process.on('message', () => process.send?.(counts));
// Every address of the machine's own loopback network, so that feeds lie on many hosts as they do in life.
server.listen(Number(process.env['PORT']), '0.0.0.0', () => process.send?.('ready'));
