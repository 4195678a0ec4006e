/** One poll of X: the search, then the mentions of our account, each to its end. */
import { createHash } from 'node:crypto';
import type { PollContext, PollEnd, PollPage } from '../connector.js';
import { readAccount } from './answers.js';
import { askForPage } from './ask-for-page.js';
import { checkStored } from './check-stored.js';
import { xClient, type Query, type XAnswer, type XClient } from './client.js';
import { newLane, startingPoint, type Cursor } from './cursor.js';
import { pollEndOf, STOPPED } from './failures.js';
import { readLane, type LaneWork } from './lane.js';
import { NamesInUse } from './names.js';
import { keysOf, type XSettings } from './settings.js';

/** The mentions timeline reaches the newest 800. Source: X developer documentation, "Timelines". */
const MENTIONS_REACH = 800;

export async function* pollX(context: PollContext<XSettings>): AsyncGenerator<PollPage, PollEnd> {
  const client = xClient(context);
  const { settings, now, signal } = context;
  const cursor = startingPoint(context);
  const handed = new Set<string>();
  const ends: PollEnd[] = [];
  const unknown = await learnWhoWeAre(client, cursor, context).catch((error: unknown) => pollEndOf(error, now()));
  if (unknown !== null) ends.push(unknown);
  for (const list of listsOf(settings, cursor, client)) {
    if (!signal.aborted) ends.push(yield* readLane(workOn(list, cursor, context, handed)));
  }
  if (!signal.aborted) ends.push(yield* checkAll(client, cursor, context));
  const end = signal.aborted ? STOPPED : wholeEnd(ends, handed.size);
  const { account } = cursor;
  return account === null ? end : { ...end, account: { handle: account.username, externalId: account.id } };
}

async function* checkAll(client: XClient, cursor: Cursor, context: PollContext<XSettings>): AsyncGenerator<PollPage, PollEnd> {
  try {
    yield* checkStored(client, cursor, context);
    return { outcome: 'empty' };
  } catch (error) {
    return pollEndOf(error, context.now());
  }
}

/** @returns the query with reposts left out, unless it deals with them itself */
export function withoutReposts(query: string): string {
  return /\bis:retweet\b/.test(query) ? query : `(${query}) -is:retweet`;
}

interface List extends Pick<LaneWork, 'lane' | 'reach' | 'tokenName'> {
  ask(question: Query): Promise<XAnswer>;
}

function listsOf(settings: XSettings, cursor: Cursor, client: XClient): List[] {
  const lists: List[] = [];
  if (settings.query !== undefined) {
    const query = withoutReposts(settings.query);
    const ask: List['ask'] = (question) => client.read('tweets/search/recent', { ...question, query });
    lists.push({ lane: cursor.search, reach: null, tokenName: 'next_token', ask });
  }
  if (settings.listenToMentions && cursor.account !== null) {
    const path = `users/${cursor.account.id}/mentions`;
    const ask: List['ask'] = (question) => client.read(path, question);
    lists.push({ lane: cursor.mentions, reach: MENTIONS_REACH, tokenName: 'pagination_token', ask });
  }
  return lists;
}

function workOn(list: List, cursor: Cursor, { now, signal }: PollContext<XSettings>, handed: Set<string>): LaneWork {
  const names = new NamesInUse(cursor.names);
  return {
    ...list,
    ask: async (question) => {
      const answer = await askForPage(names, (fields) => list.ask({ ...question, ...fields }));
      cursor.names = names.known;
      return answer;
    },
    ownId: cursor.account?.id ?? null,
    snapshot: () => structuredClone(cursor),
    now,
    signal,
    handed,
  };
}

/** Asks who we are, once for each set of keys. @returns null, or why that is not known */
async function learnWhoWeAre(client: XClient, cursor: Cursor, context: PollContext<XSettings>): Promise<PollEnd | null> {
  const { settings } = context;
  if (keysOf(settings) === null) {
    cursor.account = null;
    return null;
  }
  const digest = createHash('sha256').update(settings.accessToken ?? '').digest('hex'); // prettier-ignore
  const of = digest.slice(0, 12);
  if (cursor.account?.of === of) return null;
  const before = cursor.account;
  cursor.account = null;
  const { id, username } = readAccount((await client.readAsUs('users/me', {})).data);
  if (before !== null && before.id !== id) cursor.mentions = newLane(context);
  cursor.account = { id, username, of };
  return null;
}

/** From the best to the worst that can have happened to one of the lists. */
const GRAVITY: PollEnd['outcome'][] = ['empty', 'ok', 'truncated', 'throttled', 'unreachable', 'schema-changed', 'forbidden'];

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
