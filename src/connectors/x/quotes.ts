/**
 * Quotes of our own posts, which need not name us: neither a mentions timeline nor a search for our name finds them. Our newest posts are read
 * from our timeline, and recent search is asked who quotes them (`quotes_of_tweet_id:`), as many of them side by side as a search may be long.
 */
import type { IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { askForPage } from './ask-for-page.js';
import { newLane, type Quotes } from './cursor.js';
import { pollEndOf } from './failures.js';
import { idOf, readIn } from './lane.js';
import { NamesInUse } from './names.js';
import { permalink } from './normalise.js';
import type { PollWork } from './work.js';

/** Each time costs a call for our timeline and one for each search. */
const EVERY_MS = 900_000;
/** Of an operator with an id of 19 digits and ` OR ` this many fit into 512 and 4,096 characters. Source: X developer documentation, "Recent search". */
const IN_ONE_SEARCH = { 'pay-per-use': 11, enterprise: 90 } as const;
/** Calls that are made each time, at most: our posts beyond are too old for most of what is said of them. */
const MOST_SEARCHES = 5;

export interface QuoteSearch {
  query: string;
  lane: Quotes['searches'][number]['lane'];
  /** A quote with a link to what it quotes, so that a watch can ask for it by `site:`. */
  asHeard(post: IncomingPost): IncomingPost;
}

/** Learns our newest posts when it is time to. @returns the end of an unlucky try, or null */
export async function* learnOurPosts(work: PollWork): AsyncGenerator<PollPage, PollEnd | null> {
  const { cursor, context } = work;
  const { settings, now } = context;
  const { account } = cursor;
  if (!settings.listenToQuotes || account === null) return null;
  const known = cursor.quotes?.of === account.id ? cursor.quotes : { of: account.id, askedAt: null, searches: [] };
  if (known.askedAt !== null && now().getTime() - Date.parse(known.askedAt) < EVERY_MS) return null;
  try {
    const { ids, read } = await newestOfOurs(work, known);
    work.quotesAreDue = true;
    cursor.quotes = grown({ ...known, askedAt: now().toISOString() }, ids, work);
    yield { posts: [], refused: [], cursor: structuredClone(cursor), spent: { read } };
    return null;
  } catch (error) {
    return pollEndOf(error, now());
  }
}

/** @returns the searches that are due: all after our posts were learned, and those that were broken off */
export function quoteSearches(work: PollWork): QuoteSearch[] {
  const { settings } = work.context;
  const { quotes, account } = work.cursor;
  if (!settings.listenToQuotes || !quotes || account?.id !== quotes.of) return [];
  const isDue = work.quotesAreDue === true;
  work.quotesAreDue = false;
  return quotes.searches
    .filter(({ lane }) => isDue || lane.run !== null)
    .map(({ posts, lane }) => ({
      query: posts.map((id) => `quotes_of_tweet_id:${id}`).join(' OR '),
      lane,
      asHeard: (post) => withLink(post, posts, account.username),
    }));
}

async function newestOfOurs(
  { client, cursor, context }: PollWork,
  { of, searches }: Quotes,
): Promise<{ ids: string[]; read: string[] }> {
  const names = new NamesInUse(cursor.names);
  const since = searches.flatMap(({ posts }) => posts).reduce<bigint>((best, id) => (BigInt(id) > best ? BigInt(id) : best), 0n);
  const question = {
    max_results: Math.min(100, MOST_SEARCHES * IN_ONE_SEARCH[context.settings.access]),
    exclude: 'replies,retweets',
    since_id: since === 0n ? undefined : String(since),
  };
  const { page } = await askForPage(names, (fields) => client.read(`users/${of}/tweets`, { ...question, ...fields }));
  cursor.names = names.known;
  return { ids: page.items.flatMap(idOf).reverse(), read: readIn(page) };
}

/** New posts join the youngest search, which then reads from the oldest of them on; full ones are left as they are, the oldest goes. */
function grown(quotes: Quotes, ids: readonly string[], { context }: PollWork): Quotes {
  const searches = structuredClone(quotes.searches);
  const most = IN_ONE_SEARCH[context.settings.access];
  for (const id of ids) {
    let last = searches.at(-1);
    if (last === undefined || last.posts.length >= most) searches.push((last = { posts: [], lane: newLane(context) }));
    last.posts.push(id);
    last.lane.run = null;
    if (last.lane.sinceId !== null && BigInt(id) < BigInt(last.lane.sinceId)) last.lane.sinceId = id;
  }
  return { ...quotes, searches: searches.slice(-MOST_SEARCHES) };
}

function withLink(post: IncomingPost, posts: readonly string[], handle: string): IncomingPost {
  const { quoteOf, links = [] } = post;
  if (quoteOf === undefined || !posts.includes(quoteOf)) return post;
  return { ...post, links: [...new Set([...links, permalink(handle, quoteOf)])] };
}
