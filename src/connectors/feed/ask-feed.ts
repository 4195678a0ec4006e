/** One question to a feed and what its answer means. */
import type { NoteCode } from '#libs/contracts/notes.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import { OutboundError, type SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd } from '../polls.js';
import { explained, note, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';
import type { FeedCursor } from './cursor.js';
import { NotAFeed, type FeedReading } from './feed-reading.js';
import { normaliseFeed } from './normalise.js';
import { retryAfter } from './pace.js';
import { readFeed } from './read-feed.js';
import type { FeedSettings } from './settings.js';

const ACCEPT = 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5'; // prettier-ignore

export interface FeedAnswer {
  feed: FeedReading & { charset: string };
  posts: IncomingPost[];
  refused: RefusedPost[];
  movedTo: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** Asks and reads once: what the feed shows, or how the poll ends. @throws OutboundError `aborted` */
export async function askFeed(context: ConnectorContext<FeedSettings>, cursor: FeedCursor): Promise<FeedAnswer | Unread> {
  try {
    const answer = await context.http.request({
      url: cursor.movedTo ?? cursor.of,
      headers: conditions(cursor),
      signal: context.signal,
    });
    if (answer.status !== 200) return unread(answer, cursor, context.now());
    const feed = await readFeed(answer.body, answer.headers['content-type'] ?? null, context.settings.language ?? null);
    const feedUrl = URL.parse(answer.headers['content-location'] ?? '', answer.url)?.href ?? answer.url;
    return {
      feed,
      ...normaliseFeed(feed, { feedUrl: feedUrl.startsWith('http') ? feedUrl : answer.url, now: context.now() }),
      movedTo: answer.movedTo ?? cursor.movedTo,
      etag: echoable(answer.headers.etag),
      lastModified: echoable(answer.headers['last-modified']),
    };
  } catch (error) {
    return { end: failureOf(error, cursor.movedTo ?? cursor.of) };
  }
}

/** Only what can be sent back as a header: a strange one must not stop every later poll. */
function echoable(header: string | undefined): string | null {
  return header && header.length <= 500 && /^[\x20-\x7e]+$/.test(header) ? header : null;
}

function conditions(cursor: FeedCursor): Record<string, string> {
  return {
    accept: ACCEPT,
    ...(cursor.etag ? { 'if-none-match': cursor.etag } : {}),
    ...(cursor.lastModified ? { 'if-modified-since': cursor.lastModified } : {}),
  };
}

/** There is nothing to read, and why; `end` has no reason when nothing has changed. */
interface Unread {
  end: PollEnd | Explained;
  cursor?: FeedCursor;
}

/** What an answer other than 200 means. */
function unread({ status, headers, movedTo }: SafeResponse, cursor: FeedCursor, now: Date): Unread {
  const wish = retryAfter(headers['retry-after'], now);
  const end = (outcome: PollOutcome, code: NoteCode): Explained =>
    explained(outcome, note(code, { status }), wish === undefined ? {} : { retryAfterSeconds: wish });
  if (status === 304) return { end: { outcome: 'empty' }, cursor: { ...cursor, movedTo: movedTo ?? cursor.movedTo } };
  if (status === 204) return { end: end('empty', 'feed-nothing-said') };
  if (status === 429 || status === 503 || status === 420) return { end: end('throttled', 'feed-less-often') };
  if ([401, 403, 407, 451].includes(status)) return { end: end('forbidden', 'feed-not-allowed') };
  if (status === 404 || status === 410) {
    const back = cursor.movedTo === null ? {} : { cursor: { ...cursor, movedTo: null, etag: null, lastModified: null } };
    return { end: end('unreachable', 'feed-gone'), ...back };
  }
  return { end: end('unreachable', status >= 500 ? 'feed-own-fault' : 'feed-odd-status') };
}

/** @throws OutboundError `aborted` */
function failureOf(error: unknown, url: string): Explained {
  if (error instanceof NotAFeed) {
    const notes = error.offered === null ? [error.why] : [error.why, error.offered];
    const outcome = error.kind === 'challenge' ? 'forbidden' : 'schema-changed';
    return { outcome, notes };
  }
  if (!(error instanceof OutboundError) || error.kind === 'aborted') throw error;
  return endOfSilence(error, URL.parse(url)?.host ?? url);
}
