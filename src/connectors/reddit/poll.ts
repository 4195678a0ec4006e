/** One poll of Reddit: who we are, each list to its end, then what became of what was handed on. */
import { fit } from '../ask-json.js';
import { STOPPED } from '../explained.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { tellAccount } from '../own-account.js';
import { worstEnd } from '../worst-end.js';
import { Me } from './answers.js';
import { RedditClient, redditEnd } from './client.js';
import { digestOf, listsOf, startingPoint, type Cursor } from './cursor.js';
import { readLane } from './lane.js';
import { recheck } from './recheck.js';
import type { RedditSettings } from './settings.js';

export async function* pollReddit(context: PollContext<RedditSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { settings, now, signal } = context;
  const client = new RedditClient(context);
  const cursor = startingPoint(context);
  const handed = new Set<string>();
  const ends: PollEnd[] = [];
  const runs = [
    () => learnWhoWeAre(client, cursor, context),
    ...listsOf(settings).map((list) => () => readLane({ list, lane: cursor.lanes[list.key]!, cursor, client, now, handed })),
    () => recheck(cursor, handed, client, now()),
  ];
  for (const run of runs) {
    if (signal.aborted) return STOPPED;
    ends.push(yield* guarded(run(), now));
    if (isHopeless(ends)) break;
  }
  const end = signal.aborted ? STOPPED : worstEnd(ends, handed.size);
  return { ...client.rest, ...end };
}

/** One account, one limit: what throttles one list throttles all. Two lists that cannot be had say enough of the others. */
function isHopeless(ends: readonly PollEnd[]): boolean {
  const count = (...outcomes: PollEnd['outcome'][]) => ends.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return count('throttled') > 0 || count('forbidden', 'unreachable') > 1;
}

async function* guarded(run: AsyncGenerator<PollPage, PollEnd>, now: () => Date): AsyncGenerator<PollPage, PollEnd> {
  try {
    return yield* run;
  } catch (error) {
    return redditEnd(error, now());
  }
}

/** Asks who we are, once for each token. */
async function* learnWhoWeAre(
  client: RedditClient,
  cursor: Cursor,
  context: PollContext<RedditSettings>,
): AsyncGenerator<PollPage, PollEnd> {
  const { refreshToken } = context.settings;
  const of = refreshToken === undefined ? null : digestOf(refreshToken);
  const isNew = cursor.account?.of !== of;
  if (isNew) cursor.account = null;
  if (isNew && of !== null) {
    const { id, name } = fit(Me, await client.get('/api/v1/me'), 'our account');
    cursor.account = { id: `t2_${id.replace(/^t2_/, '')}`, name, of };
  }
  const { account } = cursor;
  yield* tellAccount(account && { handle: account.name, externalId: account.id }, context, cursor, isNew);
  return { outcome: 'empty' };
}
