/**
 * Reads one list of Bluesky, a search or the notifications, newest page first, back to where the last run began.
 * Its lists are neither complete nor in order at their new end, so the last minutes are read again each time and known posts left out.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { explained, note, STOPPED } from '../explained.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import type { Page } from './answers.js';
import { NETWORK, pollEndOf, Refused } from './failures.js';
import { readPost, type Times } from './normalise.js';

export const Lane = z.object({
  /** Milliseconds since 1970: nothing older is asked for. */
  from: z.number(),
  /** Short names of what was handed on and is not older than `from`, each with its time. */
  handed: z.record(z.string(), z.number()),
  /** A run that was broken off: its next page, and the newest time it has seen. */
  run: z.object({ token: z.string().nullable(), newest: z.number() }).nullable(),
});
export type Lane = z.infer<typeof Lane>;

/** A search shows a post late, and sorts it by the time its author's program claims. */
const OVERLAP_MS = 10 * 60_000;
/** Where there are more in that time, less is read again: half of what one poll reads must be left for what is new. */
const MOST_HANDED = 1000;
/** In one poll; the rest is read in the next. */
const MOST_PAGES = 20;

export interface LaneWork {
  lane: Lane;
  /** By which time the list goes. */
  order: keyof Times;
  ask(token: string | null, from: Date): Promise<Page>;
  /** What all lists of this poll have handed on, so that none does it again. */
  both: Set<string>;
  /** Our own posts are left out. */
  ownDid: string;
  now: () => Date;
  signal: AbortSignal;
  complete(posts: IncomingPost[]): Promise<IncomingPost[]>;
  /** The whole cursor with this lane as it is now. */
  snapshot(): unknown;
}

/** Finishes a run that was broken off, then makes a new one. */
export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const broken = work.lane.run !== null;
  try {
    const end = yield* oneRun(work);
    return broken && end.outcome === 'ok' && !end.goOn ? yield* oneRun(work) : end;
  } catch (error) {
    return pollEndOf(error, work.now());
  }
}

async function* oneRun(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const { lane } = work;
  const tokens = new Set<string>();
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const token = lane.run?.token ?? null;
    if (token !== null) tokens.add(token);
    const page = await askOnward(work);
    const before = JSON.stringify(lane);
    const content = contentOf(page, work);
    const repeats = page.token !== null && tokens.has(page.token);
    advance(lane, content, page.token !== null && !repeats && !content.reachedKnown ? page.token : null);
    if (before !== JSON.stringify(lane) || content.posts.length + content.refused.length > 0) {
      yield { posts: await work.complete(content.posts), refused: content.refused, cursor: work.snapshot() };
    }
    if (repeats) return explained('truncated', note('same-page', { network: NETWORK }));
    if (lane.run === null) return { outcome: 'ok' };
    if (work.signal.aborted) return STOPPED;
  }
  return explained('ok', note('more-than-read'), { goOn: true });
}

/** A token of before may be too old by now: then the list is read from its beginning, and what is known is left out. */
async function askOnward({ lane, ask }: LaneWork): Promise<Page> {
  try {
    return await ask(lane.run?.token ?? null, new Date(lane.from));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 400 || lane.run?.token == null) throw error;
    lane.run = { ...lane.run, token: null };
    return ask(null, new Date(lane.from));
  }
}

interface Content {
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** What of the page is new to us, and when the network took it; null where that cannot be read. */
  fresh: Map<string, number | null>;
  newest: number;
  /** Everything on this page is older than what we ask for. */
  reachedKnown: boolean;
}

function contentOf({ items }: Page, { lane, both, ownDid, order, now }: LaneWork): Content {
  const content: Content = { posts: [], refused: [], fresh: new Map(), newest: -Infinity, reachedKnown: items.length > 0 };
  items.forEach((item, index) => {
    const read = readPost(item, index, now());
    const times = 'post' in read ? read.times : null;
    if (times !== null && times.indexedAt < lane.from) return;
    content.reachedKnown = false;
    content.newest = Math.max(content.newest, times?.[order] ?? -Infinity);
    const key = keyOf('post' in read ? read.post.externalId : read.refused.excerpt);
    if (key in lane.handed) return;
    content.fresh.set(key, times?.indexedAt ?? null);
    if (both.has(key)) return;
    both.add(key);
    if ('refused' in read) content.refused.push(read.refused);
    else if (read.post.author.key !== ownDid) content.posts.push(read.post);
  });
  return content;
}

/** Moves the lane past a page. @param token the next page, or null when this one was the last */
function advance(lane: Lane, content: Content, token: string | null): void {
  const newest = Math.max(lane.run?.newest ?? lane.from, content.newest);
  for (const [key, at] of content.fresh) lane.handed[key] = at ?? newest;
  lane.run = { token, newest };
  if (token !== null) return;
  const times = Object.values(lane.handed).sort((a, b) => b - a);
  lane.from = Math.max(lane.from, newest - OVERLAP_MS, times.length > MOST_HANDED ? times[MOST_HANDED]! + 1 : 0);
  lane.handed = Object.fromEntries(Object.entries(lane.handed).filter(([, at]) => at >= lane.from));
  lane.run = null;
}

/** Nine bytes are enough for thousands in one list. */
function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}
