/** `npm run feed -- <file or URL>…`: prints what the feed connector reads from each as JSON lines, for people who wonder why a feed is odd. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Clock } from '../../platform/clock.js';
import { OutboundError, type SafeHttp } from '../../platform/outbound/safe-http.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import { askFeed } from './ask-feed.js';
import { cursorFor } from './cursor.js';

/** Serves a file as if a server had sent it without a word about its encoding. */
export function fileHttp(path: string): SafeHttp {
  return {
    async request({ url }) {
      const body = await readFile(path).catch(() => {
        throw new OutboundError('unreachable', `There is no file ${path}`);
      });
      return { status: 200, headers: {}, body, url, movedTo: null };
    },
  };
}

/** Everything the connector reads from one file or URL. */
export async function lookAt(source: string, http: SafeHttp, now: Date): Promise<Record<string, unknown>> {
  const isUrl = /^https?:/i.test(source);
  const url = isUrl ? source : `http://file.invalid/${encodeURIComponent(basename(source))}`;
  const context = {
    settings: { url },
    http: isUrl ? http : fileHttp(source),
    now: () => now,
    signal: AbortSignal.timeout(60_000),
  };
  const asked = await askFeed(context, cursorFor(url, null));
  if ('end' in asked) return { source, ...asked.end, warnings: [], posts: [], refused: [] };
  const { feed, posts, refused } = asked;
  const outcome = feed.truncated ? 'truncated' : posts.length > 0 ? 'ok' : 'empty';
  return { source, outcome, title: feed.title, charset: feed.charset, warnings: feed.warnings, posts, refused };
}

async function main(sources: string[]): Promise<void> {
  if (sources.length === 0) process.stderr.write('Name at least one file or URL: npm run feed -- <file or URL>…\n');
  const http = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'Earshot' });
  for (const source of sources) process.stdout.write(`${JSON.stringify(await lookAt(source, http, new Clock().now()))}\n`);
  await http.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
