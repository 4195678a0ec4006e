/** Reads one list of comment threads, newest first, until it meets what is known, with the replies that are new; hands all of it on oldest first. */
import type { Note } from '#libs/contracts/notes.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { explained, note } from '../explained.js';
import { placeOf, RawThread, type Place } from './answers.js';
import type { Query, YouTubeClient } from './client.js';
import { NETWORK } from './failures.js';
import { lineOf, remember, rememberReplies, shortName, type Lane, type Watched } from './cursor.js';
import { readPost, type Where } from './normalise.js';

const PER_PAGE = 100;
const MOST_PAGES = 20;
const PAGE = 200;

export interface LaneWork {
  lane: Lane;
  /** Which threads. */
  query: Query;
  client: YouTubeClient;
  now: () => Date;
  /** What this poll has handed on. */
  handed: Set<string>;
  /** Told of each post as it is handed on. */
  found(watched: Watched): void;
  /** The whole cursor with this lane as it is now. */
  snapshot(): unknown;
}

interface Found {
  item: unknown;
  index: number;
  place: Place | null;
  where: Where;
}

/** @throws what the client throws: then nothing is handed on, and all of it comes again */
export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const { lane } = work;
  const begun = lane.seen.length > 0;
  const counts = new Map<string, number>();
  const { found, fault, toTheEnd } = await readThreads(work, counts);
  yield* handOn(found, work, counts);
  if (fault !== null) return explained('truncated', fault);
  if (!toTheEnd && begun) {
    const oldest = Math.min(...found.flatMap(({ place }) => place?.at ?? []));
    const depth = Number.isFinite(oldest) ? { reachesBackTo: new Date(oldest) } : {};
    return explained('truncated', note('too-many-new', { count: MOST_PAGES * PER_PAGE }), depth);
  }
  return { outcome: 'ok' };
}

interface Threads {
  found: Found[];
  fault: Note | null;
  toTheEnd: boolean;
}

async function readThreads(work: LaneWork, counts: Map<string, number>): Promise<Threads> {
  const found: Found[] = [];
  const tokens = new Set<string>();
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      part: 'snippet,replies',
      order: 'time',
      textFormat: 'plainText',
      maxResults: PER_PAGE,
      ...work.query,
      pageToken,
    };
    const { items, nextPageToken } = await work.client.list('commentThreads', query);
    let fresh = 0;
    for (const [place, item] of items.entries()) {
      const ofThread = await commentsOf(item, page * PER_PAGE + place, work, counts);
      const news = ofThread.filter((one) => isNew(one, work));
      // What cannot be read has no place in time: it does not keep the reading going.
      fresh += news.filter((one) => one.place !== null).length;
      found.push(...news);
    }
    if (nextPageToken === null || (items.length > 0 && fresh === 0)) return { found, fault: null, toTheEnd: true };
    if (tokens.has(nextPageToken)) return { found, fault: note('same-page', { network: NETWORK }), toTheEnd: false };
    tokens.add(nextPageToken);
    pageToken = nextPageToken;
  }
  return { found, fault: null, toTheEnd: false };
}

/** The first comment of a thread, and its replies when there are new ones. */
async function commentsOf(item: unknown, index: number, work: LaneWork, counts: Map<string, number>): Promise<Found[]> {
  const read = RawThread.safeParse(item);
  if (!read.success) return [{ item, index, place: null, where: { videoId: null, replies: null } }];
  const { id, snippet, replies } = read.data;
  const videoId = snippet.videoId ?? null;
  const count = snippet.totalReplyCount ?? 0;
  const top = {
    item: snippet.topLevelComment,
    index,
    place: placeOf(snippet.topLevelComment),
    where: { videoId, replies: count },
  };
  const inline = (replies?.comments ?? []).map((reply) => ({
    item: reply,
    index,
    place: placeOf(reply),
    where: { videoId, replies: null },
  }));
  const name = shortName(id);
  const before = work.lane.replies.find(([known]) => known === name)?.[1] ?? 0;
  counts.set(name, count);
  // Shown with the thread are only the newest few; where none of them is new, the others are not either.
  const more = count !== before && count > inline.length && inline.some((one) => isNew(one, work));
  return [top, ...(more ? await repliesTo(id, index, videoId, work) : inline)];
}

async function repliesTo(parentId: string, index: number, videoId: string | null, { client }: LaneWork): Promise<Found[]> {
  const found: Found[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { part: 'snippet', parentId, textFormat: 'plainText', maxResults: PER_PAGE, pageToken };
    const { items, nextPageToken } = await client.list('comments', query);
    found.push(...items.map((item) => ({ item, index, place: placeOf(item), where: { videoId, replies: null } })));
    if (nextPageToken === null || nextPageToken === pageToken) break;
    pageToken = nextPageToken;
  }
  return found;
}

/** Not handed on yet, or changed since. */
function isNew({ place }: Pick<Found, 'place'>, { lane, handed }: LaneWork): boolean {
  if (place === null) return true;
  if (handed.has(place.id)) return false;
  const known = lane.seen.find(([name]) => name === shortName(place.id));
  return known === undefined ? place.at >= lineOf(lane) : place.updated > known[2];
}

function* handOn(found: Found[], work: LaneWork, counts: ReadonlyMap<string, number>): Generator<PollPage> {
  const { lane } = work;
  const distinct = [...new Map(found.map((one, place) => [one.place?.id ?? `? ${place}`, one])).values()];
  const oldestFirst = distinct.sort((a, b) => (a.place?.at ?? 0) - (b.place?.at ?? 0));
  for (let start = 0; start < oldestFirst.length; start += PAGE) {
    const slice = oldestFirst.slice(start, start + PAGE);
    const content = contentOf(slice, work);
    remember(
      lane,
      slice.flatMap(({ place }) => place ?? []),
    );
    // The count of replies may move only once all of them are handed on.
    if (start + PAGE >= oldestFirst.length) rememberReplies(lane, counts);
    yield { ...content, cursor: work.snapshot() };
  }
}

function contentOf(slice: readonly Found[], { now, handed, found }: LaneWork): { posts: IncomingPost[]; refused: RefusedPost[] } {
  const posts: IncomingPost[] = [];
  const refused: RefusedPost[] = [];
  for (const { item, index, place, where } of slice) {
    const read = readPost(item, index, where, now());
    if ('refused' in read) refused.push(read.refused);
    else posts.push(read.post);
    if (place === null) continue;
    handed.add(place.id);
    if ('post' in read) found({ ...place, video: where.videoId });
  }
  return { posts, refused };
}
