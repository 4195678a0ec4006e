/** One question to a feed and what its answer means. */
import type { PollOutcome } from '#libs/contracts/words.js';
import { OutboundError, type SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext, IncomingPost, PollEnd, RefusedPost } from '../connector.js';
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
export async function askFeed(
  context: ConnectorContext<FeedSettings>,
  cursor: FeedCursor,
): Promise<FeedAnswer | { end: PollEnd; cursor?: FeedCursor }> {
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
    return { end: failureOf(error) };
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

/** What an answer other than 200 means. */
function unread(answer: SafeResponse, cursor: FeedCursor, now: Date): { end: PollEnd; cursor?: FeedCursor } {
  const { status } = answer;
  const wish = retryAfter(answer.headers['retry-after'], now);
  const end = (outcome: PollOutcome, message: string): PollEnd => ({
    outcome,
    message,
    ...(wish === undefined ? {} : { retryAfterSeconds: wish }),
  });
  if (status === 304) return { end: { outcome: 'empty' }, cursor: { ...cursor, movedTo: answer.movedTo ?? cursor.movedTo } };
  if (status === 204) return { end: end('empty', 'The server has nothing to say for now (204)') };
  if (status === 429 || status === 503 || status === 420)
    return { end: end('throttled', `The server asks us to come less often (${status})`) };
  if ([401, 403, 407, 451].includes(status))
    return { end: end('forbidden', `The server does not let us read this feed (${status})`) };
  if (status === 404 || status === 410) {
    const back = cursor.movedTo === null ? {} : { cursor: { ...cursor, movedTo: null, etag: null, lastModified: null } };
    return { end: end('unreachable', `There is no feed at this address any more (${status})`), ...back };
  }
  if (status >= 500) return { end: end('unreachable', `The server has a fault of its own (${status})`) };
  return { end: end('unreachable', `The server answered ${status} instead of a feed`) };
}

function failureOf(error: unknown): PollEnd {
  if (error instanceof NotAFeed)
    return { outcome: error.kind === 'challenge' ? 'forbidden' : 'schema-changed', message: error.message };
  if (!(error instanceof OutboundError) || error.kind === 'aborted') throw error;
  if (error.kind === 'forbidden-address' || error.kind === 'bad-url') return { outcome: 'forbidden', message: error.message };
  if (error.kind === 'too-large') return { outcome: 'truncated', message: error.message };
  if (error.kind === 'bad-encoding') return { outcome: 'schema-changed', message: error.message };
  return { outcome: 'unreachable', message: error.message };
}
