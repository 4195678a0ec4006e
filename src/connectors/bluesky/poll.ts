/** One poll of Bluesky: the search and what is written to us, each to its end, then the stream for the rest of the turn. */
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { tellAccount } from '../own-account.js';
import { readInTurn } from '../read-in-turn.js';
import { readNotifications, readSearch, WRITTEN } from './answers.js';
import { blueskyClient, type BlueskyClient } from './client.js';
import { newLane, startingPoint, type Cursor } from './cursor.js';
import { pollEndOf } from './failures.js';
import { listen } from './listen.js';
import { readLane, type LaneWork } from './lane.js';
import { withProfiles } from './profiles.js';
import { accountOf, type BlueskySettings } from './settings.js';

const AT_A_TIME = 100;

export async function* pollBluesky(context: PollContext<BlueskySettings>): AsyncGenerator<PollPage, PollEnd> {
  const { settings, signal, now } = context;
  const cursor = startingPoint(context);
  const account = accountOf(settings);
  const signed =
    account === null ? null : await blueskyClient(account, context).catch((error: unknown) => pollEndOf(error, now()));
  const isSigned = signed !== null && !('outcome' in signed);
  const client = isSigned ? signed : null;
  const ends: PollEnd[] = signed === null || isSigned ? [] : [signed];
  if (client !== null) yield* tellAccount({ handle: client.handle, externalId: client.did }, context, cursor);
  const readings = client === null ? [] : listsOf(context, cursor, client).map((list) => readLane(list));
  if (settings.stream) readings.push(listen(context, cursor, client));
  return yield* readInTurn(readings, signal, ends);
}

function listsOf(context: PollContext<BlueskySettings>, cursor: Cursor, client: BlueskyClient): LaneWork[] {
  const { settings, now, signal } = context;
  const shared = {
    both: new Set<string>(),
    ownDid: client.did,
    now,
    signal,
    complete: (posts: LaneWork['complete'] extends (posts: infer P) => unknown ? P : never) => withProfiles(posts, client, now()),
    snapshot: () => structuredClone(cursor),
  };
  const lists: LaneWork[] = [];
  if (settings.query !== undefined) {
    const q = settings.query;
    lists.push({ ...shared, lane: cursor.search, order: 'sortAt', ask: async (token, from) => readSearch(await client.get('app.bsky.feed.searchPosts', { q, sort: 'latest', since: from.toISOString(), limit: AT_A_TIME, cursor: token ?? undefined })) }); // prettier-ignore
  }
  if (settings.listenToMentions) {
    if (cursor.did !== null && cursor.did !== client.did) cursor.mentions = newLane(context);
    cursor.did = client.did;
    lists.push({ ...shared, lane: cursor.mentions, order: 'indexedAt', ask: async (token) => readNotifications(await client.get('app.bsky.notification.listNotifications', { reasons: WRITTEN, limit: AT_A_TIME, cursor: token ?? undefined })) }); // prettier-ignore
  }
  return lists;
}
