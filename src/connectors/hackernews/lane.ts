/**
 * Reads one search in windows of time, the oldest first. The search gives the newest first and at most its first thousand, so a window
 * that holds more is halved until all of it can be had; then its posts are handed on in the order in which they were written.
 */
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { explained, note } from '../explained.js';
import { placeOf, type SearchPage } from './answers.js';
import type { Lane } from './cursor.js';
import { readPost } from './normalise.js';

/** The search shows some posts late: so far back it is read again. */
export const OVERLAP_SECONDS = 3600;
const PAGE = 200;
/** More than this many posts in the overlap are not remembered; the unique key of mentions stops what comes twice. */
const MOST_RECENT = 5000;
/** Pages of one window, and calls of one poll for one search. The network takes 10,000 calls an hour from one address. */
const MOST_PAGES = 50;
const MOST_CALLS = 150;

export interface LaneWork {
  lane: Lane;
  /** The network's name, for people. */
  network: string;
  /** @param until second before which; null: to the newest */
  ask(since: number, until: number | null, page: number): Promise<SearchPage>;
  now: () => Date;
  /** What all lanes of this poll have handed on. */
  handed: Set<string>;
  /** Told of each post as it is handed on. */
  found(post: IncomingPost): void;
  /** The whole cursor with this lane as it is now. */
  snapshot(): unknown;
  /** Calls made for this lane. */
  calls: number;
}

interface Window {
  hits: unknown[];
  /** Null: to the newest. */
  until: number | null;
  /** There is more in one second than the search shows. */
  cut: boolean;
}

/** @throws what `ask` throws */
export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  let since = work.lane.since;
  let cut = false;
  for (;;) {
    const window = await windowFrom(since, work);
    yield* handOn(window.hits, work);
    cut ||= window.cut;
    if (window.until === null) break;
    since = window.until;
    if (work.calls > MOST_CALLS) return explained('truncated', note('more-than-read'), { reachesBackTo: null });
  }
  return cut ? explained('truncated', note('one-second', { network: work.network })) : { outcome: 'ok' };
}

/** Asks for a window that can be had whole, beginning at that second. */
async function windowFrom(since: number, work: LaneWork): Promise<Window> {
  let until: number | null = null;
  for (;;) {
    const { hits, all, calls } = await readWindow(since, until, work);
    work.calls += calls;
    if (hits.length >= all) return { hits, until, cut: false };
    const newest = placeOf(hits[0])?.at ?? since;
    const end: number = Math.min(until ?? newest + 1, newest + 1);
    if (end <= since + 1) return { hits, until: end, cut: true };
    until = since + Math.ceil((end - since) / 2);
  }
}

/** @returns what it shows of this window, and how much there is; only the first page where it is clear that not all is shown */
async function readWindow(
  since: number,
  until: number | null,
  work: LaneWork,
): Promise<{ hits: unknown[]; all: number; calls: number }> {
  const first = await work.ask(since, until, 0);
  const hits = [...first.hits];
  const whole = first.nbHits <= first.nbPages * first.hitsPerPage || (until !== null && until <= since + 1);
  const pages = whole ? Math.min(first.nbPages, MOST_PAGES) : 1;
  for (let page = 1; page < pages; page += 1) hits.push(...(await work.ask(since, until, page)).hits);
  return { hits, all: first.nbHits, calls: Math.max(1, pages) };
}

/** Yields what is new, the oldest first; the lane moves with each page. */
function* handOn(hits: unknown[], work: LaneWork): Generator<PollPage> {
  const known = new Set(work.lane.recent.map(([id]) => id));
  const fresh = distinct(hits)
    .map((hit, index) => ({ hit, index, place: placeOf(hit) }))
    .filter(({ place }) => place === null || !(known.has(place.id) || work.handed.has(place.id)))
    .sort((a, b) => (a.place?.at ?? 0) - (b.place?.at ?? 0));
  for (let start = 0; start < fresh.length; start += PAGE) {
    const slice = fresh.slice(start, start + PAGE);
    const posts: IncomingPost[] = [];
    const refused: RefusedPost[] = [];
    for (const { hit, index } of slice) {
      const read = readPost(hit, index, work.now());
      if ('refused' in read) refused.push(read.refused);
      else posts.push(read.post);
    }
    posts.forEach((post) => work.found(post));
    moveOn(
      work,
      slice.flatMap(({ place }) => place ?? []),
    );
    yield { posts, refused, cursor: work.snapshot() };
  }
}

function moveOn({ lane, handed }: LaneWork, places: { id: string; at: number }[]): void {
  places.forEach(({ id }) => handed.add(id));
  const newest = Math.max(...places.map(({ at }) => at), lane.since);
  lane.since = Math.max(lane.since, newest - OVERLAP_SECONDS);
  const recent = [...lane.recent, ...places.map(({ id, at }): [string, number] => [id, at])];
  lane.recent = recent.filter(([, at]) => at >= lane.since).slice(-MOST_RECENT);
}

/** A page that moved on while it was read shows a post twice. */
function distinct(hits: unknown[]): unknown[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const id = placeOf(hit)?.id;
    return id === undefined || (!seen.has(id) && seen.add(id));
  });
}
