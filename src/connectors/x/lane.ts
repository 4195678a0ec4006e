/**
 * Reads one list of X, a search or a timeline, newest page first, from since_id to its end.
 * X gives the newest first, so since_id may only move when the whole run is stored; until then the run itself is the cursor.
 */
import { z } from 'zod';
import type { Note } from '#libs/contracts/notes.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import type { XPage } from './answers.js';
import type { PageAnswer } from './ask-for-page.js';
import type { Query, XAnswer } from './client.js';
import { NETWORK, pollEndOf, Refused } from './failures.js';
import { explained, note, STOPPED } from '../explained.js';
import { idOfTime, readPost } from './normalise.js';

const Run = z.object({
  newestId: z.string().nullable(),
  oldestId: z.string().nullable(),
  /** Goes on by token where X still takes it, else below the oldest id. */
  nextToken: z.string().nullable(),
  untilId: z.string().nullable(),
  /** What came after this when the run began may have been followed by late ones since. */
  lateId: z.string(),
  count: z.int(),
});

export const Lane = z.object({
  sinceId: z.string().nullable(),
  /** Posts above since_id that are handed on already. */
  recent: z.array(z.string()),
  run: Run.nullable(),
});
export type Lane = z.infer<typeof Lane>;
type Run = z.infer<typeof Run>;

/** X's lists show posts late and not in the order of their ids: the last half minute is read again, which X does not charge twice a day. */
const LATE_MS = 30_000;
/** More than this many posts in half a minute are not remembered; then since_id follows closer. */
const MOST_RECENT = 2000;

export interface LaneWork {
  lane: Lane;
  /** Asks for one page; the fields are added by who asks. */
  ask(question: Query): Promise<PageAnswer>;
  /** What this list calls the parameter that carries the token. */
  tokenName: 'next_token' | 'pagination_token';
  /** How many posts X shows at most; null: all since since_id. */
  reach: number | null;
  now: () => Date;
  signal: AbortSignal;
  /** What all lists of this poll have handed on, so that none does it again. */
  handed: Set<string>;
  /** What was read and is in no page: X charges for it all the same. */
  unsaid: Set<string>;
  /** Our own posts are left out; null when we do not know who we are. */
  ownId: string | null;
  /** What is added to a post of this list. */
  asHeard?: ((post: IncomingPost) => IncomingPost) | undefined;
  /** The whole cursor with this lane as it is now. */
  snapshot(): unknown;
}

/** Finishes a run that was broken off, then makes a new one. */
export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const broken = work.lane.run !== null;
  try {
    const end = yield* oneRun(work);
    return broken && end.outcome === 'ok' ? yield* oneRun(work) : end;
  } catch (error) {
    return pollEndOf(error, work.now());
  }
}

async function* oneRun(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const tokens = new Set<string>();
  const notes: Note[] = [];
  for (;;) {
    const answer = await askOnward(work, notes);
    const { page } = answer;
    const asked = work.lane.run?.nextToken ?? null;
    if (asked !== null) tokens.add(asked);
    const fault = faultIn(page, tokens);
    const before = JSON.stringify(work.lane);
    const content = contentOf(page, work);
    const count = advance(work.lane, page, fault, idOfTime(work.now().getTime() - LATE_MS));
    const read = readIn(page);
    if (before !== JSON.stringify(work.lane) || content.posts.length + content.refused.length > 0) {
      yield { ...content, cursor: work.snapshot(), spent: { read } };
    } else for (const id of read) work.unsaid.add(id);
    if (fault !== null) return explained('truncated', fault);
    if (work.lane.run === null) return endOf(work, count, notes, answer);
    if (answer.left?.remaining === 0)
      return explained('throttled', note('calls-used-up', { network: NETWORK }), pause(answer, work));
    if (work.signal.aborted) return STOPPED;
  }
}

/** Asks for the next page; gets over a token or a since_id that X no longer takes. */
async function askOnward(work: LaneWork, notes: Note[]): Promise<PageAnswer> {
  const { lane } = work;
  try {
    return await work.ask(questionOf(lane, work.tokenName));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 400) throw error;
    const { complaints } = error;
    if (lane.run?.nextToken && complaints.some((name) => name.endsWith('_token'))) {
      lane.run = { ...lane.run, nextToken: null, untilId: lane.run.oldestId };
      return askOnward(work, notes);
    }
    if (lane.sinceId !== null && complaints.includes('since_id')) {
      notes.push(note('x-too-long-ago'));
      lane.sinceId = null;
      if (lane.run?.nextToken) lane.run = { ...lane.run, nextToken: null, untilId: lane.run.oldestId };
      return askOnward(work, notes);
    }
    throw error;
  }
}

function questionOf(lane: Lane, tokenName: string): Query {
  return {
    max_results: 100,
    since_id: lane.sinceId ?? undefined,
    until_id: lane.run?.untilId ?? undefined,
    [tokenName]: lane.run?.nextToken ?? undefined,
  };
}

/** A repeated cursor, or an empty page that carries a next token, is a fault and not an end. */
function faultIn(page: XPage, tokens: Set<string>): Note | null {
  if (page.nextToken === null) return null;
  if (page.items.length === 0) return note('empty-page', { network: NETWORK });
  if (tokens.has(page.nextToken)) return note('same-page', { network: NETWORK });
  return null;
}

/** Moves the lane past a page. @returns how many posts the run has had */
function advance(lane: Lane, page: XPage, fault: Note | null, lateId: string): number {
  const ids = page.items.flatMap(idOf);
  const run: Run = lane.run ?? { newestId: null, oldestId: null, nextToken: null, untilId: null, lateId, count: 0 };
  const moved: Run = {
    ...run,
    newestId: newest(run.newestId, ...ids),
    oldestId: oldest(run.oldestId, ...ids),
    nextToken: page.nextToken,
    count: run.count + page.items.length,
  };
  lane.recent = [...new Set([...lane.recent, ...ids.filter((id) => BigInt(id) > BigInt(run.lateId))])];
  lane.run = fault === null && page.nextToken !== null ? moved : null;
  if (fault === null && page.nextToken === null && moved.newestId !== null) settle(lane, oldest(moved.newestId, moved.lateId));
  return moved.count;
}

/** The run is stored: since_id moves up to where nothing can come late any more. */
function settle(lane: Lane, sinceId: string | null): void {
  const above = lane.recent.sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1));
  lane.sinceId = newest(lane.sinceId, sinceId, above[MOST_RECENT] ?? null);
  const line = BigInt(lane.sinceId ?? 0);
  lane.recent = above.filter((id) => BigInt(id) > line);
}

function endOf(work: LaneWork, count: number, notes: Note[], answer: XAnswer): PollEnd {
  if (work.reach !== null && count >= work.reach) notes.push(note('list-ends', { network: NETWORK, count: work.reach }));
  const wait = answer.left?.remaining === 0 ? pause(answer, work) : {};
  if (notes.length > 0) return { outcome: 'truncated', notes, ...wait };
  return { outcome: 'ok', ...wait };
}

function pause(answer: XAnswer, work: LaneWork): { retryAfterSeconds: number } {
  const seconds = ((answer.left?.resetAt.getTime() ?? 0) - work.now().getTime()) / 1000;
  return { retryAfterSeconds: Math.min(Math.max(1, Math.ceil(seconds)), 86_400) };
}

function contentOf(page: XPage, { handed, ownId, lane, asHeard }: LaneWork): { posts: IncomingPost[]; refused: RefusedPost[] } {
  const posts: IncomingPost[] = [];
  const refused: RefusedPost[] = [];
  const recent = new Set(lane.recent);
  page.items.forEach((item, index) => {
    const read = readPost(item, index, page);
    const id = 'post' in read ? read.post.externalId : read.refused.externalId;
    if (id !== null && (recent.has(id) || handed.has(id))) return;
    if ('refused' in read) refused.push(read.refused);
    else if (read.post.author.key !== ownId) posts.push(asHeard?.(read.post) ?? read.post);
    if (id !== null) handed.add(id);
  });
  return { posts, refused };
}

/** @returns ids of all posts of a page, and of those that came with them: X charges for each once in a day of UTC */
export function readIn({ items, posts }: Pick<XPage, 'items' | 'posts'>): string[] {
  return [...new Set([...items.flatMap(idOf), ...posts.keys()])];
}

/** @returns the id of a raw post, in a list that is empty when it has none */
export function idOf(item: unknown): string[] {
  const id = item !== null && typeof item === 'object' ? (item as { id?: unknown }).id : null;
  return typeof id === 'string' && /^[0-9]{1,19}$/.test(id) ? [id] : [];
}

function newest(...ids: (string | null)[]): string | null {
  return ids.reduce((best, id) => (id !== null && (best === null || BigInt(id) > BigInt(best)) ? id : best), null);
}

function oldest(...ids: (string | null)[]): string | null {
  return ids.reduce((best, id) => (id !== null && (best === null || BigInt(id) < BigInt(best)) ? id : best), null);
}
