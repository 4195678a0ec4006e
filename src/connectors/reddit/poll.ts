/** One poll of Reddit: who we are, each list to its end, then what became of what was handed on. */
import { fit, STOPPED } from '../ask-json.js';
import type { PollContext, PollEnd, PollPage } from '../connector.js';
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
    () => learnWhoWeAre(client, cursor, settings),
    ...listsOf(settings).map((list) => () => readLane({ list, lane: cursor.lanes[list.key]!, cursor, client, now, handed })),
    () => recheck(cursor, handed, client, now()),
  ];
  for (const run of runs) {
    if (signal.aborted) return STOPPED;
    ends.push(yield* guarded(run(), now));
    if (isHopeless(ends)) break;
  }
  const end = signal.aborted ? STOPPED : worstEnd(ends, handed.size);
  const { account } = cursor;
  const own = account === null ? {} : { account: { handle: account.name, externalId: account.id } };
  return { ...client.rest, ...end, ...own };
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
  { refreshToken }: RedditSettings,
): AsyncGenerator<PollPage, PollEnd> {
  const of = refreshToken === undefined ? null : digestOf(refreshToken);
  if (cursor.account?.of === of) return { outcome: 'empty' };
  cursor.account = null;
  if (of === null) return { outcome: 'empty' };
  const { id, name } = fit(Me, await client.get('/api/v1/me'), 'our account');
  cursor.account = { id: `t2_${id.replace(/^t2_/, '')}`, name, of };
  return { outcome: 'empty' };
}
