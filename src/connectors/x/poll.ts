/** One poll of X: the search and the mentions of our account, each to its end, and the stream where it is held; then what became of what is stored. */
import { createHash } from 'node:crypto';
import type { OwnAccount } from '../connector-context.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { tellAccount } from '../own-account.js';
import { worstEnd } from '../worst-end.js';
import { readAccount } from './answers.js';
import { checkStored } from './check-stored.js';
import { xClient, type XClient } from './client.js';
import { newLane, startingPoint, type Cursor } from './cursor.js';
import { pollEndOf } from './failures.js';
import { note, STOPPED } from '../explained.js';
import { readLists } from './lists.js';
import { listen } from './listen.js';
import { keysOf, type XSettings } from './settings.js';
import { syncRules } from './stream-rules.js';
import { watchSearches } from './watch-searches.js';
import type { PollWork } from './work.js';

export async function* pollX(context: PollContext<XSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { settings, now, signal } = context;
  const client = xClient(context);
  const cursor = startingPoint(context);
  const watched = watchSearches(settings, context.watched?.());
  cursor.watched = inStep(cursor.watched, watched.searches, context);
  const work: PollWork = { client, cursor, context, watched, handed: new Set(), unsaid: new Set() };
  const ends: PollEnd[] = [{ outcome: 'empty', notes: watched.said }];
  const known = settings.stream ? (cursor.stream?.told.length ?? 0) : 0;
  const before = cursor.account;
  const unknown = await learnWhoWeAre(client, cursor, context).catch((error: unknown) => pollEndOf(error, now()));
  yield* tellAccount(accountIn(cursor), context, cursor, cursor.account !== before);
  if (unknown !== null) ends.push(unknown);
  if (!settings.stream) await takeRulesAway(work);
  if (!signal.aborted && settings.stream) ends.push(...whileListening(yield* checkAll(work)));
  ends.push(...(yield* settings.stream && unknown === null ? listen(work) : readLists(work)));
  if (!signal.aborted && !settings.stream) ends.push(yield* checkAll(work));
  const end = signal.aborted ? STOPPED : wholeEnd(ends, work.handed.size - known);
  return work.unsaid.size === 0 ? end : { ...end, spent: { read: [...work.unsaid] } };
}

function accountIn({ account }: Cursor): OwnAccount | null {
  return account === null ? null : { handle: account.username, externalId: account.id };
}

/** A search that stays goes on where it was; a new one begins as that of a new source does. */
function inStep(known: Cursor['watched'], searches: readonly string[], context: PollContext<XSettings>): Cursor['watched'] {
  return searches.map((query) => known.find((one) => one.query === query) ?? { query, lane: newLane(context) });
}

/** What only delays following deletions does not stop the stream; a round that is late is taken up again. */
function whileListening(end: PollEnd): PollEnd[] {
  const delays = end.outcome === 'throttled' || end.outcome === 'unreachable';
  return [delays ? { outcome: 'empty', notes: [note('x-deletions-wait'), ...(end.notes ?? [])] } : end];
}

/** The stream was switched off: its rules count against the limit of the app. What fails is tried again with the next poll. */
async function takeRulesAway({ client, cursor, context: { settings } }: PollWork): Promise<void> {
  if (!cursor.stream?.rules || settings.bearerToken === undefined) return;
  const done = await syncRules(client, [], settings.access).catch(() => undefined);
  if (done === null) cursor.stream = null;
}

async function* checkAll({ client, cursor, context }: PollWork): AsyncGenerator<PollPage, PollEnd> {
  try {
    yield* checkStored(client, cursor, context);
    return { outcome: 'empty' };
  } catch (error) {
    return pollEndOf(error, context.now());
  }
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

/** The poll ended as the worst of its lists did; only where all is well it goes on at once. */
function wholeEnd(ends: PollEnd[], posts: number): PollEnd {
  const { goOn, ...end } = worstEnd(ends, posts);
  const isWell = end.outcome === 'ok' || end.outcome === 'empty';
  return {
    ...end,
    ...(isWell && goOn ? { goOn } : {}),
    ...(ends.some((one) => one.onlyAsked) ? { onlyAsked: true as const } : {}),
  };
}
