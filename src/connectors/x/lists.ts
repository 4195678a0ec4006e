/** The lists of X that a source reads: its search, the mentions of our account and the quotes of our posts, each to its end. */
import type { PollEnd, PollPage } from '../polls.js';
import { askForPage } from './ask-for-page.js';
import type { Query, XAnswer } from './client.js';
import { readLane, type LaneWork } from './lane.js';
import { NamesInUse } from './names.js';
import { learnOurPosts, quoteSearches } from './quotes.js';
import type { XSettings } from './settings.js';
import type { PollWork } from './work.js';

/** The mentions timeline reaches the newest 800. Source: X developer documentation, "Timelines". */
const MENTIONS_REACH = 800;

/** @returns how each of them ended */
export async function* readLists(work: PollWork): AsyncGenerator<PollPage, PollEnd[]> {
  const ends: PollEnd[] = [];
  const unlucky = yield* learnOurPosts(work);
  if (unlucky !== null) ends.push(unlucky);
  for (const list of listsOf(work)) if (!work.context.signal.aborted) ends.push(yield* readLane(laneWork(list, work)));
  return ends;
}

/** @returns the query with reposts left out, unless they are wanted or the query deals with them itself */
export function searched(query: string, { reposts }: Pick<XSettings, 'reposts'>): string {
  return reposts || /\bis:retweet\b/.test(query) ? query : `(${query}) -is:retweet`;
}

interface List extends Pick<LaneWork, 'lane' | 'reach' | 'tokenName' | 'asHeard'> {
  ask(question: Query): Promise<XAnswer>;
}

function listsOf(work: PollWork): List[] {
  const { client, cursor, context: { settings } } = work; // prettier-ignore
  const lists: List[] = [];
  if (settings.query !== undefined) {
    const query = searched(settings.query, settings);
    const ask: List['ask'] = (question) => client.read('tweets/search/recent', { ...question, query });
    lists.push({ lane: cursor.search, reach: null, tokenName: 'next_token', ask });
  }
  for (const { query, lane } of cursor.watched) {
    const ask: List['ask'] = (question) => client.read('tweets/search/recent', { ...question, query });
    lists.push({ lane, reach: null, tokenName: 'next_token', ask });
  }
  if (settings.listenToMentions && cursor.account !== null) {
    const path = `users/${cursor.account.id}/mentions`;
    const ask: List['ask'] = (question) => client.read(path, question);
    lists.push({ lane: cursor.mentions, reach: MENTIONS_REACH, tokenName: 'pagination_token', ask });
  }
  for (const { query, lane, asHeard } of quoteSearches(work)) {
    const ask: List['ask'] = (question) => client.read('tweets/search/recent', { ...question, query: searched(query, settings) });
    lists.push({ lane, reach: null, tokenName: 'next_token', ask, asHeard });
  }
  return lists;
}

function laneWork(list: List, { cursor, context, handed, unsaid }: PollWork): LaneWork {
  const names = new NamesInUse(cursor.names);
  const { now, signal, settings } = context;
  return {
    ...list,
    ask: async (question) => {
      const answer = await askForPage(names, (fields) => list.ask({ ...question, ...withOriginals(fields, settings) }));
      cursor.names = names.known;
      return answer;
    },
    ownId: cursor.account?.id ?? null,
    snapshot: () => structuredClone(cursor),
    now,
    signal,
    handed,
    unsaid,
  };
}

/** By the older names a repost comes without its original, unless that is asked for. */
function withOriginals(fields: Query, { reposts }: XSettings): Query {
  const { expansions } = fields;
  return reposts && 'tweet.fields' in fields ? { ...fields, expansions: `${expansions},referenced_tweets.id` } : fields;
}
