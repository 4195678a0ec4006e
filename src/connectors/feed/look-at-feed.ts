/** What the feed connector reads from one file or URL, for people who wonder why a feed is odd. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { noteInEnglish, notesInEnglish } from '#libs/contracts/notes.js';
import type { SafeHttp } from '../../platform/outbound/safe-http.js';
import { askFeed } from './ask-feed.js';
import { cursorFor } from './cursor.js';

/** Serves a file as if a server had sent it without a word about its encoding. */
function fileHttp(path: string): SafeHttp {
  return { request: async ({ url }) => ({ status: 200, headers: {}, body: await readFile(path), url, movedTo: null }) };
}

/** Everything the connector reads from one file or URL. @throws what reading the file throws, such as that there is none */
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
  if ('end' in asked) {
    const { outcome, notes = [] } = asked.end;
    return { source, outcome, message: notesInEnglish(notes), warnings: [], posts: [], refused: [] };
  }
  const { feed, posts, refused } = asked;
  const outcome = feed.truncated ? 'truncated' : posts.length > 0 ? 'ok' : 'empty';
  const warnings = feed.warnings.map(noteInEnglish);
  return { source, outcome, title: feed.title, charset: feed.charset, warnings, posts, refused };
}
