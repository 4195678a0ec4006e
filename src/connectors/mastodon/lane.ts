/**
 * Reads one list of an instance. A timeline is read forward, page after page above the newest known id, so that nothing lies between;
 * a new list, and a search, which knows no forward, are read backward to where we began.
 */
import { z } from 'zod';
import { explained, note, STOPPED } from '../explained.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import type { Listed } from './answers.js';
import { NETWORK, pollEndOf } from './client.js';
import { readPost } from './normalise.js';

export const Lane = z.object({
  /** The newest id whose posts are all stored; null before the first run has come to its end. */
  newest: z.string().nullable(),
  /** A run backward that was broken off: where it stands, and the newest id it has seen. */
  run: z.object({ below: z.string(), newest: z.string() }).nullable(),
  /** Ids with their version that were handed on, as far as they may be shown again, with the time of the post. */
  handed: z.record(z.string(), z.number()),
});
export type Lane = z.infer<typeof Lane>;

export function newLane(): Lane {
  return { newest: null, run: null, handed: {} };
}

/** Posts of other servers come late, and their ids tell when they were written: so far back is read again. */
const OVERLAP_MS = 10 * 60_000;
/** Ids carry milliseconds in front of sixteen bits. Source: Mastodon's Snowflake ids; other programs have others. */
const SNOWFLAKE = /^\d{15,20}$/;
const MOST_PAGES = 25;
const MOST_HANDED = 2000;
const KEPT_ANYWAY = 200;
const REPEATS = explained('truncated', note('same-page', { network: NETWORK }));

export interface Question {
  min_id?: string;
  max_id?: string;
}

export interface LaneWork {
  lane: Lane;
  /** `timeline`: forward by min_id. `arrivals`: the same, and ids follow the order of arrival. `search`: backward only. */
  kind: 'timeline' | 'arrivals' | 'search';
  ask(question: Question): Promise<Listed[]>;
  host: string;
  ownKey: string | null;
  /** Nothing older is read when the list is new. */
  since: Date;
  /** What all lists of this poll, and the stream, have handed on. */
  shared: Record<string, number>;
  now: () => Date;
  signal: AbortSignal;
  complete(posts: IncomingPost[]): Promise<IncomingPost[]>;
  /** The whole cursor with this lane as it is now. */
  snapshot(): unknown;
  /** Where the lane stood when it was handed on last. */
  storedPlace?: string;
}

export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const wasBroken = work.lane.run !== null;
  work.storedPlace = JSON.stringify([work.lane.newest, work.lane.run]);
  try {
    if (work.lane.newest !== null && work.kind !== 'search' && !wasBroken) return yield* forward(work);
    const end = yield* backward(work);
    return wasBroken && end.outcome === 'ok' && !end.goOn ? yield* readLane(work) : end;
  } catch (error) {
    return pollEndOf(error, work.now());
  }
}

async function* forward(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const { lane } = work;
  let above = work.kind === 'timeline' ? overlapped(lane.newest!) : lane.newest!;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await work.ask({ min_id: above });
    const top = newestOf(page);
    if (page.length === 0 || top === null) return settle(work);
    if (!isNewer(top, above)) return REPEATS;
    above = top;
    const content = contentOf(page, work);
    if (isNewer(above, lane.newest!)) lane.newest = above;
    yield* handOn(content, work);
    if (work.signal.aborted) return STOPPED;
  }
  return { ...settle(work), goOn: true };
}

async function* backward(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const { lane } = work;
  const floor = lane.newest === null || work.kind !== 'search' ? undefined : overlapped(lane.newest);
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await work.ask({ max_id: lane.run?.below, min_id: floor });
    const [top, bottom] = [newestOf(page), oldestOf(page)];
    const content = contentOf(page, work);
    const repeats = lane.run !== null && bottom !== null && !isNewer(lane.run.below, bottom);
    const isLast = top === null || bottom === null || content.isOld;
    if (repeats) lane.run = null;
    else if (isLast) {
      const seen = [lane.newest, lane.run?.newest ?? null, top].filter((id) => id !== null);
      lane.newest = seen.length === 0 ? null : seen.reduce((a, b) => (isNewer(a, b) ? a : b));
      lane.run = null;
    } else lane.run = { below: bottom, newest: lane.run?.newest ?? top };
    yield* handOn(content, work);
    if (repeats) return REPEATS;
    if (isLast) return settle(work);
    if (work.signal.aborted) return STOPPED;
  }
  return { outcome: 'ok', goOn: true };
}

interface Content {
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** All of the page is older than what a new list begins with. */
  isOld: boolean;
}

function contentOf(page: Listed[], work: LaneWork): Content {
  const { lane, shared, host, ownKey, since, now } = work;
  const content: Content = { posts: [], refused: [], isOld: page.length > 0 };
  page.forEach(({ item }, index) => {
    const read = readPost(item, index, host, now());
    const at = 'post' in read ? (read.post.editedAt ?? read.post.postedAt).getTime() : now().getTime();
    if (at < since.getTime() && lane.newest === null) return;
    content.isOld = false;
    const key = 'post' in read ? versionKey(read.post) : `!${read.refused.externalId ?? read.refused.excerpt.slice(0, 60)}`;
    if (key in lane.handed) return;
    lane.handed[key] = at;
    if (key in shared) return;
    shared[key] = at;
    if ('refused' in read) content.refused.push(read.refused);
    else if (read.post.author.key !== ownKey) content.posts.push(read.post);
  });
  return content;
}

/** A post and its version: an edited one is handed on again. */
export function versionKey(post: Pick<IncomingPost, 'externalId' | 'editedAt'>): string {
  return post.editedAt === undefined ? post.externalId : `${post.externalId}@${post.editedAt.getTime()}`;
}

async function* handOn({ posts, refused }: Content, work: LaneWork): AsyncGenerator<PollPage> {
  const place = JSON.stringify([work.lane.newest, work.lane.run]);
  if (posts.length + refused.length === 0 && place === work.storedPlace) return;
  work.storedPlace = place;
  yield { posts: await work.complete(posts), refused, cursor: work.snapshot() };
}

/** Forgets what is not shown again. */
function settle({ lane }: LaneWork): PollEnd {
  const oldest = lane.newest !== null && SNOWFLAKE.test(lane.newest) ? timeOf(lane.newest) - 2 * OVERLAP_MS : Infinity;
  const entries = Object.entries(lane.handed).slice(-MOST_HANDED);
  lane.handed = Object.fromEntries(entries.filter(([, at], place) => at >= oldest || place >= entries.length - KEPT_ANYWAY));
  return { outcome: 'ok' };
}

function timeOf(id: string): number {
  return Number(BigInt(id) >> 16n);
}

/** @returns an id so much older; the same where ids tell no time */
function overlapped(id: string): string {
  return SNOWFLAKE.test(id) ? String(BigInt(id) - (BigInt(OVERLAP_MS) << 16n)) : id;
}

/** Ids grow in length and then in their signs; those of one program have one length. */
export function isNewer(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}

function newestOf(page: Listed[]): string | null {
  return page.reduce<string | null>((best, { id }) => (id !== null && (best === null || isNewer(id, best)) ? id : best), null);
}

function oldestOf(page: Listed[]): string | null {
  return page.reduce<string | null>((best, { id }) => (id !== null && (best === null || isNewer(best, id)) ? id : best), null);
}
