/** One poll of Meta: what was told by its id, then a walk through the page's and the account's lists, each to its end. */
import { createHash } from 'node:crypto';
import type { OwnAccount } from '../connector-context.js';
import type { DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PendingPost, PollContext, PollEnd, PollPage } from '../polls.js';
import { explained, note, STOPPED } from '../explained.js';
import { tellAccount } from '../own-account.js';
import { readList, readPage } from './answers.js';
import { graph, type Graph, type GraphAnswer } from './client.js';
import { digestOf, newWalk, settle, startingPoint, type Cursor, type Step, type Walk } from './cursor.js';
import { NETWORK, pollEndOf, Refused } from './failures.js';
import { askList, horizon, readListed, type Page } from './lists.js';
import { fetchPending } from './pending.js';
import type { MetaSettings } from './settings.js';

/** In percent: beyond this Meta is about to stop answering, and our calls count against the page's other programs. */
const NEARLY_USED_UP = 95;
const PAUSE_SECONDS = 300;
/** Things that are told by their id and asked for before a page of them is stored. */
const AT_ONCE = 20;
const MOST_REFUSED = 500;

export async function* pollMeta(context: PollContext<MetaSettings>): AsyncGenerator<PollPage, PollEnd> {
  const client = graph(context);
  const cursor = startingPoint(context);
  try {
    const learned = await learnTheName(client, cursor, context.settings);
    yield* tellAccount(accountIn(cursor, context.settings), context, cursor, learned);
    const told = yield* fetchTold(client, cursor, context);
    const broken = cursor.walk !== null;
    let end = yield* walkOn(client, cursor, context);
    if (broken && ['ok', 'empty'].includes(end.outcome)) {
      const next = yield* walkOn(client, cursor, context);
      end = next.outcome === 'empty' ? end : next;
    }
    if (told.heard > 0 && end.outcome === 'empty') end = { ...end, outcome: 'ok' };
    return told.waits !== null && ['ok', 'empty'].includes(end.outcome) ? told.waits : end;
  } catch (error) {
    return pollEndOf(error);
  }
}

function accountIn({ account }: Cursor, { pageId }: MetaSettings): OwnAccount | null {
  return account === null ? null : { handle: account.handle, externalId: pageId };
}

interface Told {
  heard: number;
  /** Something that Meta could not give just now: it stays for the next poll, and does not stand in the way of the others. */
  waits: PollEnd | null;
}

async function* fetchTold(client: Graph, cursor: Cursor, context: PollContext<MetaSettings>): AsyncGenerator<PollPage, Told> {
  const { pending = [], signal } = context;
  const told: Told = { heard: 0, waits: null };
  for (let start = 0; start < pending.length && !signal.aborted; start += AT_ONCE) {
    const { page, waits, error } = await fetchSome(client, pending.slice(start, start + AT_ONCE), context);
    for (const post of page.posts) cursor.known[post.externalId] = post.postedAt.getTime();
    told.heard += page.posts.length + page.refused.length;
    told.waits ??= waits;
    if (page.settled.length > 0) yield { ...page, cursor: structuredClone(cursor) };
    if (error !== null) throw error;
  }
  return told;
}

async function fetchSome(client: Graph, some: readonly PendingPost[], { settings, now }: PollContext<MetaSettings>) {
  const page = {
    posts: [] as IncomingPost[],
    refused: [] as RefusedPost[],
    deleted: [] as DeletedPost[],
    settled: [] as string[],
  };
  let waits: PollEnd | null = null;
  for (const one of some) {
    try {
      const { posts, refused, deleted } = await fetchPending(one, client, settings, now());
      page.posts.push(...posts);
      page.refused.push(...refused);
      page.deleted.push(...deleted);
      page.settled.push(one.key);
    } catch (error) {
      if (!(error instanceof Refused) || error.kind !== 'down') return { page, waits, error };
      waits = pollEndOf(error);
    }
  }
  return { page, waits, error: null };
}

async function* walkOn(client: Graph, cursor: Cursor, context: PollContext<MetaSettings>): AsyncGenerator<PollPage, PollEnd> {
  const tokens = new Set<string>();
  let heard = 0;
  const walk: Walk = (cursor.walk ??= newWalk(context.settings, context.now()));
  const before = stateOf(cursor);
  for (let step = walk.steps[0]; step !== undefined; step = walk.steps[0]) {
    if (context.signal.aborted) return STOPPED;
    const answer = await askOnward(client, step, walk);
    const { items, after } = readList(answer.data);
    if (after !== null && tokens.has(`${step.list}${step.of}${after}`)) {
      cursor.walk = null;
      return explained('truncated', note('same-page', { network: NETWORK }));
    }
    tokens.add(`${step.list}${step.of}${after}`);
    const listed = readListed(step, items, context.settings, cursor.marks);
    const fresh = takeNew(listed, cursor);
    advance(cursor, walk, listed, after, context);
    heard += fresh.posts.length + fresh.refused.length;
    if (fresh.posts.length + fresh.refused.length > 0) yield { ...fresh, cursor: structuredClone(cursor) };
    if (answer.used >= NEARLY_USED_UP && walk.steps.length > 0)
      return explained('throttled', note('meta-calls'), { retryAfterSeconds: PAUSE_SECONDS });
  }
  settle(cursor);
  if (before !== stateOf(cursor)) yield { posts: [], refused: [], cursor: structuredClone(cursor) };
  return { outcome: heard > 0 ? 'ok' : 'empty' };
}

/** A place to go on from that Meta does not take any more: the list is read from its start, and what is known is left out. */
async function askOnward(client: Graph, step: Step, walk: Walk): Promise<GraphAnswer> {
  try {
    return await askList(client, step, walk.after);
  } catch (error) {
    if (walk.after === null || !(error instanceof Refused) || error.kind !== 'other') throw error;
    walk.after = null;
    return askList(client, step, null);
  }
}

/** All but the walk, which is new at each poll. */
function stateOf({ walk: _, ...rest }: Cursor): string {
  return JSON.stringify(rest);
}

/** @returns what is not handed on yet, and remembers it */
function takeNew(listed: Page, cursor: Cursor): { posts: IncomingPost[]; refused: RefusedPost[] } {
  const posts = listed.posts.filter(
    ({ externalId, postedAt }) => postedAt.getTime() >= cursor.since && cursor.known[externalId] === undefined,
  );
  for (const post of posts) cursor.known[post.externalId] = post.postedAt.getTime();
  const told = new Set(cursor.refused);
  const refused = listed.refused.filter((one) => !told.has(nameOf(one)));
  if (refused.length > 0) cursor.refused = [...cursor.refused, ...refused.map(nameOf)].slice(-MOST_REFUSED);
  return { posts, refused };
}

function nameOf({ externalId, excerpt, reason }: RefusedPost): string {
  return createHash('sha256').update(`${externalId}\n${reason}\n${excerpt}`).digest('base64url').slice(0, 16);
}

/** Moves the walk past a page. */
function advance(cursor: Cursor, walk: Walk, listed: Page, after: string | null, { settings }: PollContext<MetaSettings>): void {
  const [step, ...others] = walk.steps;
  if (step === undefined) return;
  const ordered = step.list !== 'instagram-comments' && step.list !== 'instagram-replies';
  const passed = ordered && listed.oldest !== null && listed.oldest < horizon(step, cursor.since, walk.started, settings);
  const done = after === null || passed;
  walk.after = done ? null : after;
  walk.steps = [...(done ? others : walk.steps), ...listed.more];
  walk.followed.push(...listed.followed);
  if (done && step.mark !== undefined) cursor.marks[step.of] = step.mark;
  const times = listed.posts.map((post) => post.postedAt.getTime());
  walk.newest = times.length === 0 ? walk.newest : Math.max(walk.newest ?? 0, ...times);
}

/** The page's name, asked for once for each token; it also shows that the token is good. @returns whether the cursor has learned something */
async function learnTheName(client: Graph, cursor: Cursor, settings: MetaSettings): Promise<boolean> {
  const of = digestOf(settings);
  if (cursor.account?.of === of) return false;
  const page = readPage((await client.get(settings.pageId, { fields: 'id,name,username' })).data);
  cursor.account = { handle: page.username || page.name, of };
  return true;
}
