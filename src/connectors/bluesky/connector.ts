/** Bluesky: search and what is written to our account, the stream of everything public, and answers to what it found. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import { fails, isExplained, note, whyInEnglish, works, type Explained } from '../explained.js';
import { readSearch } from './answers.js';
import { blueskyClient, type BlueskyClient } from './client.js';
import { NETWORK, pollEndOf } from './failures.js';
import { fewPosts, SAMPLE_MS, SURELY_KEPT_HOURS } from './listen.js';
import { readPost } from './normalise.js';
import { pollBluesky } from './poll.js';
import { blueskyReplies } from './replies.js';
import { accountOf, BlueskySettings } from './settings.js';

export const blueskyConnector = defineConnector<BlueskySettings>({
  kind: 'bluesky',
  capabilities: {
    listens: ['search', 'mentions', 'stream'],
    tells: ['thread', 'language', 'media', 'reach', 'links', 'edits', 'deletions', 'quotes', 'followers'],
    reachesBack: 'a search as far as the network lets it, the stream about a day',
    testedAgainst:
      'a local AT Protocol network of the network’s own programs where it is installed; a stateful local server, every question and answer checked against the published lexicons',
  },
  settings: BlueskySettings,
  defaultIntervalSeconds: 60,
  poll: pollBluesky,
  streams: (settings) => settings.stream,
  reachesBackHours: (settings) => (settings.stream ? SURELY_KEPT_HOURS : null),
  replies: blueskyReplies,
  test: tryIt,
});

/** Signs in, asks for a few posts, listens to the stream for a moment, and says in words what works. */
async function tryIt(context: ConnectorContext<BlueskySettings>): Promise<TestResult> {
  try {
    const tried = [await tryAccount(context), await tryStream(context)];
    const notes = tried.flatMap((one) => one.notes);
    const samples = tried.flatMap((one) => one.samples).slice(0, 3);
    return works(notes, samples, tried.find((one) => one.account)?.account);
  } catch (error) {
    return fails(error instanceof Unheard ? error.end : pollEndOf(error, context.now()));
  }
}

type Tried = Omit<TestResult, 'ok'>;

class Unheard extends Error {
  constructor(readonly end: Explained) {
    super(whyInEnglish(end));
  }
}

async function tryAccount(context: ConnectorContext<BlueskySettings>): Promise<Tried> {
  const { settings } = context;
  const account = accountOf(settings);
  if (account === null) return { notes: [note('answers-need-account')], samples: [] };
  const client = await blueskyClient(account, context);
  const samples = settings.query === undefined ? [] : await somePosts(client, settings.query, context.now());
  const found = settings.query === undefined ? [] : [note(samples.length === 0 ? 'search-empty' : 'search-finds')];
  const own = { handle: client.handle, externalId: client.did };
  return { notes: [note('we-are', { handle: `@${client.handle}`, network: NETWORK }), ...found], account: own, samples };
}

async function tryStream(context: ConnectorContext<BlueskySettings>): Promise<Tried> {
  if (!context.settings.stream) return { notes: [], samples: [] };
  const { posts, end } = await fewPosts(context);
  if (isExplained(end)) throw new Unheard(end);
  const seconds = SAMPLE_MS / 1000;
  return { notes: [posts.length > 0 ? note('stream-works') : note('stream-quiet', { seconds })], samples: posts };
}

async function somePosts(client: BlueskyClient, q: string, now: Date) {
  const page = readSearch(await client.get('app.bsky.feed.searchPosts', { q, sort: 'latest', limit: 10 }));
  return page.items.flatMap((item, index) => {
    const read = readPost(item, index, now);
    return 'post' in read ? [read.post] : [];
  });
}
