/** Feeds: RSS, Atom, RDF, JSON Feed and web alerts. They are read only; nobody can be answered there. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { explained, fails, isExplained, note, works } from '../explained.js';
import { askFeed, type FeedAnswer } from './ask-feed.js';
import { boundedSeen, cursorFor, seenKey, type FeedCursor } from './cursor.js';
import type { FeedReading } from './feed-reading.js';
import { restSeconds } from './pace.js';
import { FeedSettings } from './settings.js';
import { isFromNews, newStories, type Story } from './stories.js';

const PAGE = 200;
const SAMPLES = 5;
/** Of one reading, what is said of its form. */
const WARNINGS = 5;

export const feedConnector = defineConnector<FeedSettings>({
  kind: 'feed',
  capabilities: {
    listens: ['feed'],
    tells: ['thread', 'language', 'media', 'links'],
    reachesBack: 'what the feed still shows',
    testedAgainst: '1,769 published test feeds, captured and made feeds, a hostile local server, nginx where it is installed',
  },
  settings: FeedSettings,
  defaultIntervalSeconds: 300,
  poll,
  test,
});

/** @throws OutboundError `aborted` when the signal says so: then nothing is known about the source */
async function* poll(context: PollContext<FeedSettings>): AsyncGenerator<PollPage, PollEnd> {
  const cursor = cursorFor(context.settings.url, context.cursor);
  const asked = await askFeed(context, cursor);
  if ('end' in asked) {
    const changed = asked.cursor && !sameCursor(asked.cursor, cursor);
    if (changed) yield { posts: [], refused: [], cursor: asked.cursor };
    return asked.end;
  }
  const { feed, posts, refused } = asked;
  const known = new Set(cursor.seen);
  const unseen = posts.filter((post) => !known.has(seenKey(post.externalId))).sort(byTime);
  const fromNews = isFromNews(context.settings.url, feed.link);
  const told = fromNews ? newStories(unseen, cursor.stories) : { posts: unseen, repeated: [], stories: cursor.stories };
  const fresh = told.posts;
  const bad = [...refused.filter((entry) => !known.has(refusalKey(entry))), ...told.repeated];
  const current = new Set([...posts.map((post) => seenKey(post.externalId)), ...refused.map(refusalKey)]);
  yield* pages(fresh, bad, cursor, asked, { current, ...told });
  const reachesBackTo = allNew(fresh, posts, cursor) ? (fresh[0]?.postedAt ?? null) : null;
  return { ...endOf(feed, fresh.length, posts.length, cursor, context), reachesBackTo };
}

/** Pages oldest first. Only the last cursor carries etag and date, so that a crash between pages asks for the whole feed again. */
function* pages(
  fresh: IncomingPost[],
  bad: RefusedPost[],
  cursor: FeedCursor,
  asked: FeedAnswer,
  { current, repeated, stories }: { current: Set<string>; repeated: RefusedPost[]; stories: Story[] },
): Generator<PollPage> {
  const handed: string[] = [];
  const count = Math.max(1, Math.ceil(fresh.length / PAGE));
  for (let page = 0; page < count; page += 1) {
    const posts = fresh.slice(page * PAGE, (page + 1) * PAGE);
    const last = page === count - 1;
    const refused = last ? bad : [];
    handed.unshift(...posts.map((post) => seenKey(post.externalId)), ...refused.map(refusalKey));
    if (last) handed.push(...repeated.map((entry) => seenKey(entry.externalId!)));
    const seen = boundedSeen(handed, cursor.seen, current);
    // A document that was cut is asked for again in full.
    const whole = last && !asked.feed.truncated;
    const next = {
      ...cursor,
      movedTo: asked.movedTo,
      etag: whole ? asked.etag : null,
      lastModified: whole ? asked.lastModified : null,
      seen,
      stories: last ? stories : cursor.stories,
    };
    if (posts.length > 0 || refused.length > 0 || !sameCursor(next, cursor)) yield { posts, refused, cursor: next };
  }
}

/** None of the entries was there before, though some were: what came and went in between is lost. */
function allNew(fresh: readonly IncomingPost[], all: readonly IncomingPost[], cursor: FeedCursor): boolean {
  return fresh.length > 0 && fresh.length === all.length && cursor.seen.length > 0;
}

/** How a poll that read something ended. */
function endOf(feed: FeedReading, fresh: number, all: number, cursor: FeedCursor, context: PollContext<FeedSettings>): PollEnd {
  const rest = restSeconds(feed.pace, context.intervalSeconds, context.now());
  const wish = rest === undefined ? {} : { retryAfterSeconds: rest };
  const notes = feed.warnings.length > 0 ? { notes: feed.warnings.slice(0, WARNINGS) } : {};
  if (feed.truncated) return { outcome: 'truncated', ...notes };
  if (fresh > 0 && fresh === all && all >= 10 && cursor.seen.length > 0)
    return explained('truncated', note('feed-all-new', { count: all }));
  return { outcome: fresh > 0 ? 'ok' : 'empty', ...notes, ...wish };
}

async function test(context: ConnectorContext<FeedSettings>): Promise<TestResult> {
  const asked = await askFeed(context, cursorFor(context.settings.url, null));
  if ('end' in asked) return fails(isExplained(asked.end) ? asked.end : { notes: [note('feed-unchanged')] });
  const { feed, posts, refused, movedTo } = asked;
  const notes = [
    feed.title ? note('feed-titled', { title: feed.title.slice(0, 100) }) : note('feed-untitled'),
    note('feed-entries', { count: posts.length }),
    ...(posts.length === 0 ? [note('feed-empty')] : []),
    ...(refused.length > 0 ? [note('feed-refused', { count: refused.length }, refused[0]!.reason)] : []),
    ...(movedTo ? [note('feed-moved', { address: movedTo })] : []),
    ...feed.warnings.slice(0, 3),
  ];
  return works(notes, [...posts].sort(byTime).slice(-SAMPLES).reverse());
}

function byTime(a: IncomingPost, b: IncomingPost): number {
  return a.postedAt.getTime() - b.postedAt.getTime();
}

function refusalKey(entry: RefusedPost): string {
  return seenKey(`refused ${entry.externalId ?? ''} ${entry.excerpt}`);
}

function sameCursor(a: FeedCursor, b: FeedCursor): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
