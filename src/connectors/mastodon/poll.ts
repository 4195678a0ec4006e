/** One poll of an instance: what is written to us, hashtags and the search, each to its end, then the stream for the rest of the turn. */
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { tellAccount } from '../own-account.js';
import { readInTurn } from '../read-in-turn.js';
import { listed, readAccount, readList, readNotifications, readSearch, type Account } from './answers.js';
import { mastodonClient, pollEndOf, type MastodonClient } from './client.js';
import { laneAt, startingPoint } from './cursor.js';
import { readLane, type LaneWork } from './lane.js';
import { authorOf } from './normalise.js';
import { hostOf, type MastodonSettings } from './settings.js';
import { listen, streamsHere } from './listen.js';
import type { MastodonPoll } from './mastodon-poll.js';
import { threadFinder } from './threads.js';

const AT_A_TIME = 40;

export async function* pollMastodon(context: PollContext<MastodonSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { settings, signal, now } = context;
  const cursor = startingPoint(context);
  const client = mastodonClient(context);
  const us = await whoWeAre(client, settings).catch((error: unknown) => pollEndOf(error, now()));
  if (us !== null && 'outcome' in us) return us;
  const own = us === null ? null : authorOf(us, hostOf(settings));
  yield* tellAccount(own === null ? null : { handle: own.handle!, externalId: own.key }, context, cursor);
  const shared = { ...cursor.streamed };
  const complete = threadFinder(client, hostOf(settings));
  const work = { context, cursor, client, ownKey: own?.key ?? null, shared, complete };
  const readings = listsOf(work).map((list) => readLane(list));
  if (streamsHere(settings)) readings.push(listen(work));
  return yield* readInTurn(readings, signal);
}

/** @returns our account, or null without a token */
export async function whoWeAre(client: MastodonClient, settings: MastodonSettings): Promise<Account | null> {
  return settings.accessToken === undefined ? null : readAccount(await client.get('/api/v1/accounts/verify_credentials'));
}

function listsOf({ context, cursor, client, ownKey, shared, complete }: MastodonPoll): LaneWork[] {
  const { settings, now, signal } = context;
  const since = new Date(now().getTime() - settings.lookBackHours * 3_600_000);
  const common = {
    host: hostOf(settings),
    ownKey,
    since,
    shared,
    now,
    signal,
    complete,
    snapshot: () => structuredClone(cursor),
  };
  return questionsOf(settings, client).map(({ name, ...list }) => ({ ...common, ...list, lane: laneAt(cursor, name) }));
}

type List = Pick<LaneWork, 'kind' | 'ask'> & { name: string };

function questionsOf({ listenToMentions, accessToken, hashtags, query }: MastodonSettings, client: MastodonClient): List[] {
  const timelines = hashtags.map((tag): List => {
    const path = `/api/v1/timelines/tag/${encodeURIComponent(tag)}`;
    const ask: List['ask'] = async (question) => listed(readList(await client.get(path, { ...question, limit: AT_A_TIME })));
    return { name: `#${tag}`, kind: 'timeline', ask };
  });
  const mentions: List['ask'] = async (question) =>
    readNotifications(await client.get('/api/v1/notifications', { ...question, types: ['mention'], limit: AT_A_TIME }));
  const search: List['ask'] = async (question) =>
    listed(readSearch(await client.get('/api/v2/search', { ...question, q: query, type: 'statuses', limit: AT_A_TIME })));
  return [
    ...(listenToMentions && accessToken !== undefined ? [{ name: '@', kind: 'arrivals' as const, ask: mentions }] : []),
    ...timelines,
    ...(query === undefined ? [] : [{ name: `?${query}`, kind: 'search' as const, ask: search }]),
  ];
}
