/** One poll of X: the search, then the mentions of our account, each to its end. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { POLL_OUTCOMES } from '#libs/contracts/words.js';
import type { PollContext, PollEnd, PollPage } from '../connector.js';
import { readAccount } from './answers.js';
import { askForPage } from './ask-for-page.js';
import { xClient, type Query, type XAnswer, type XClient } from './client.js';
import { pollEndOf, STOPPED } from './failures.js';
import { Lane, NEW_LANE, readLane, type LaneWork } from './lane.js';
import { NamesInUse } from './names.js';
import { keysOf, type XSettings } from './settings.js';

/** The mentions timeline reaches the newest 800. Source: X developer documentation, "Timelines". */
const MENTIONS_REACH = 800;

const Cursor = z.object({
  search: Lane,
  /** The search that the lane belongs to: another search starts anew. */
  query: z.string().nullable(),
  mentions: Lane,
  account: z.object({ id: z.string(), of: z.string() }).nullable(),
  names: z.enum(['post', 'tweet']).nullable(),
});
type Cursor = z.infer<typeof Cursor>;

export async function* pollX(context: PollContext<XSettings>): AsyncGenerator<PollPage, PollEnd> {
  const client = xClient(context);
  const { settings, now, signal } = context;
  const cursor = startingPoint(context);
  const names = new NamesInUse(cursor.names);
  const seen = new Set<string>();
  const work = (
    lane: Lane,
    reach: number | null,
    tokenName: LaneWork['tokenName'],
    ask: (question: Query) => Promise<XAnswer>,
  ): LaneWork => ({
    lane,
    reach,
    tokenName,
    now,
    signal,
    seen,
    ask: (question) => askForPage(names, (fields) => ask({ ...question, ...fields })),
    snapshot: () => structuredClone({ ...cursor, names: names.known }),
  });
  const ends: PollEnd[] = [];
  if (settings.query !== undefined) {
    const query = withoutReposts(settings.query);
    ends.push(
      yield* readLane(work(cursor.search, null, 'next_token', (q) => client.read('tweets/search/recent', { ...q, query }))),
    );
  }
  if (settings.listenToMentions && keysOf(settings) !== null && !signal.aborted) {
    const id = await ourId(client, cursor, settings).catch((error: unknown) => pollEndOf(error, now()));
    if (typeof id !== 'string') ends.push(id);
    else
      ends.push(
        yield* readLane(work(cursor.mentions, MENTIONS_REACH, 'pagination_token', (q) => client.read(`users/${id}/mentions`, q))),
      );
  }
  return signal.aborted ? STOPPED : wholeEnd(ends, seen.size);
}

/** @returns the query with reposts left out, unless it deals with them itself */
export function withoutReposts(query: string): string {
  return /\bis:retweet\b/.test(query) ? query : `(${query}) -is:retweet`;
}

/** Asks who we are once for each set of keys; a shortened digest tells them apart without keeping them. */
async function ourId(client: XClient, cursor: Cursor, settings: XSettings): Promise<string> {
  const of = createHash('sha256').update(settings.accessToken ?? '').digest('hex').slice(0, 12); // prettier-ignore
  if (cursor.account?.of === of) return cursor.account.id;
  const account = readAccount((await client.readAsUs('users/me', {})).data);
  if (cursor.account !== null) cursor.mentions = structuredClone(NEW_LANE);
  cursor.account = { id: account.id, of };
  return account.id;
}

function startingPoint({ cursor, settings }: PollContext<XSettings>): Cursor {
  const stored = Cursor.safeParse(cursor);
  const query = settings.query ?? null;
  if (!stored.success)
    return { search: structuredClone(NEW_LANE), query, mentions: structuredClone(NEW_LANE), account: null, names: null };
  return stored.data.query === query ? stored.data : { ...stored.data, query, search: structuredClone(NEW_LANE) };
}

/** From the best to the worst that can have happened to one of the lists. */
const GRAVITY = ['empty', 'ok', 'truncated', 'throttled', 'unreachable', 'schema-changed', 'forbidden'] as const satisfies typeof POLL_OUTCOMES[number][]; // prettier-ignore

/** The poll ended as the worst of its lists did; the longest wait that was asked for is kept. */
function wholeEnd(ends: PollEnd[], posts: number): PollEnd {
  const outcome = ends.map((end) => end.outcome).reduce((a, b) => (GRAVITY.indexOf(a) >= GRAVITY.indexOf(b) ? a : b), 'empty');
  const messages = [...new Set(ends.flatMap((end) => end.message ?? []))];
  const waits = ends.flatMap((end) => end.retryAfterSeconds ?? []);
  return {
    outcome: outcome === 'ok' && posts === 0 ? 'empty' : outcome,
    ...(messages.length > 0 ? { message: messages.join('. ') } : {}),
    ...(waits.length > 0 ? { retryAfterSeconds: Math.max(...waits) } : {}),
  };
}
