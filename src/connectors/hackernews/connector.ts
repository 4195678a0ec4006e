/** Hacker News: stories and comments by search, with what becomes of them. Nobody can be answered through its API. */
import { askJson, fit, pollEndOf } from '../ask-json.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { worstEnd } from '../worst-end.js';
import { fails, note, STOPPED, works } from '../explained.js';
import { RawItem, SearchPage } from './answers.js';
import { laneQueries, startingPoint, tagsOf, THREADS, type Cursor } from './cursor.js';
import { readLane, type LaneWork } from './lane.js';
import { readPost } from './normalise.js';
import { keepWatched, recheck, watchedFrom } from './recheck.js';
import { HackerNewsSettings } from './settings.js';

const NETWORK = 'Hacker News';
const SEARCH = 'https://hn.algolia.com';
const ITEMS = 'https://hacker-news.firebaseio.com';
const PAGE = 200;
/** Stories whose comments are followed, and for how long. */
const MOST_STORIES = 30;
const FOLLOW_SECONDS = 48 * 3600;
const SAMPLES = 3;

type Context = ConnectorContext<HackerNewsSettings>;

export const hackerNewsConnector = defineConnector<HackerNewsSettings>({
  kind: 'hackernews',
  capabilities: {
    listens: ['search', 'threads'],
    tells: ['thread', 'links', 'reach', 'edits', 'deletions'],
    reachesBack: 'everything there is',
    testedAgainst: 'a stateful local server with the documented parameters and limits of both APIs',
  },
  settings: HackerNewsSettings,
  defaultIntervalSeconds: 300,
  poll,
  test,
});

async function* poll(context: PollContext<HackerNewsSettings>): AsyncGenerator<PollPage, PollEnd> {
  const cursor = startingPoint(context);
  const { now, signal } = context;
  const found = (post: IncomingPost) => keepFound(cursor, post, context);
  const work = { network: NETWORK, now, found, handed: new Set<string>(), snapshot: () => structuredClone(cursor), calls: 0 };
  const ends: PollEnd[] = [];
  for (const { key, query } of searches(context)) {
    const ask: LaneWork['ask'] = (since, until, page) =>
      search(context, { query, tags: tagsOf(context.settings), since, until, page });
    ends.push(yield* guarded(readLane({ ...work, lane: cursor.lanes[key]!, ask }), context));
    if (signal.aborted) return STOPPED;
  }
  ends.push(yield* guarded(readThreads(cursor, work, context), context));
  const heard = work.handed.size;
  ends.push(yield* guarded(lookAgain(cursor, work, context), context));
  return signal.aborted ? STOPPED : worstEnd(ends, heard);
}

function searches({ settings }: Context): { key: string; query: string }[] {
  return laneQueries(settings).map(([key, query]) => ({ key, query }));
}

async function* guarded(run: AsyncGenerator<PollPage, PollEnd>, { now }: Context): AsyncGenerator<PollPage, PollEnd> {
  try {
    return yield* run;
  } catch (error) {
    return pollEndOf(error, NETWORK, now());
  }
}

type Work = Omit<LaneWork, 'lane' | 'ask'>;

/** Comments under found stories, whatever their words. */
async function* readThreads(cursor: Cursor, work: Work, context: Context): AsyncGenerator<PollPage, PollEnd> {
  const lane = cursor.lanes[THREADS];
  if (lane === undefined || cursor.stories.length === 0) return { outcome: 'empty' };
  const tags = `comment,(${cursor.stories.map(([id]) => `story_${id}`).join(',')})`;
  return yield* readLane({
    ...work,
    lane,
    ask: (since, until, page) => search(context, { query: '', tags, since, until, page }),
  });
}

async function* lookAgain(cursor: Cursor, work: Work, context: Context): AsyncGenerator<PollPage, PollEnd> {
  const page = await recheck(cursor, work, (id) => itemOf(context, id));
  if (page !== null) yield page;
  return { outcome: page !== null && page.posts.length > 0 ? 'ok' : 'empty' };
}

/** Remembers a post that is handed on, and the story whose comments are read from now on. */
function keepFound(cursor: Cursor, post: IncomingPost, { settings, now }: Context): void {
  const seconds = now().getTime() / 1000;
  keepWatched(cursor, [watchedFrom(post)], now());
  if (!settings.followThreads || post.inReplyTo !== null) return;
  const at = Math.floor(post.postedAt.getTime() / 1000);
  cursor.stories = [...cursor.stories, [post.externalId, at] as [string, number]]
    .filter(([, second]) => second > seconds - FOLLOW_SECONDS)
    .slice(-MOST_STORIES);
  const lane = cursor.lanes[THREADS];
  // What was said under it before it was found is read, too.
  if (lane !== undefined) lane.since = Math.min(lane.since, at);
}

interface Question {
  query: string;
  tags: string;
  since: number;
  until: number | null;
  page: number;
}

async function search({ settings, http, signal }: Context, { query, tags, since, until, page }: Question): Promise<SearchPage> {
  const url = new URL('/api/v1/search_by_date', settings.searchUrl ?? SEARCH);
  const times = [`created_at_i>=${since}`, ...(until === null ? [] : [`created_at_i<${until}`])];
  // No guessing at misspelt words: a brand is not its neighbour. Quotes keep words together.
  const parameters = { query, tags, numericFilters: times.join(','), typoTolerance: 'false', advancedSyntax: 'true', hitsPerPage: String(PAGE), page: String(page) }; // prettier-ignore
  url.search = new URLSearchParams(parameters).toString();
  const { data } = await askJson(http, { url: url.href, signal, maxRedirects: 2 });
  return fit(SearchPage, data, 'a page of the search');
}

async function itemOf({ settings, http, signal }: Context, id: string): Promise<RawItem> {
  const url = new URL(`/v0/item/${encodeURIComponent(id)}.json`, settings.itemsUrl ?? ITEMS);
  const { data } = await askJson(http, { url: url.href, signal, maxRedirects: 2 });
  return fit(RawItem, data, 'an item');
}

async function test(context: Context): Promise<TestResult> {
  const { settings, now } = context;
  const since = Math.floor(now().getTime() / 1000) - settings.lookBackHours * 3600;
  const question = { query: settings.queries[0] ?? '', tags: tagsOf(settings), since, until: null, page: 0 };
  try {
    const { hits, nbHits } = await search(context, question);
    const samples = hits.slice(0, SAMPLES).flatMap((hit, index) => {
      const read = readPost(hit, index, now());
      return 'post' in read ? [read.post] : [];
    });
    const [query] = settings.queries;
    const what = query === undefined ? note('reading-works') : note('search-works', { query });
    return works([what, note('found-lately', { count: nbHits, hours: settings.lookBackHours })], samples);
  } catch (error) {
    return fails(pollEndOf(error, NETWORK, now()));
  }
}
