/** X: recent search, the mentions of our account, the filtered stream, and answers to what they found. */
import { defineConnector, type ConnectorContext, type TestResult } from '../connector.js';
import { readAccount } from './answers.js';
import { xClient, type XClient } from './client.js';
import { pollEndOf, Refused, Unreadable } from './failures.js';
import { NamesInUse } from './names.js';
import { readPost } from './normalise.js';
import { askForPage } from './ask-for-page.js';
import { searched } from './lists.js';
import { pollX } from './poll.js';
import { xReplies } from './replies.js';
import { keysOf, XSettings } from './settings.js';
import { rulesOf, syncRules } from './stream-rules.js';

export const xConnector = defineConnector<XSettings>({
  kind: 'x',
  capabilities: {
    listens: ['search', 'mentions', 'stream', 'threads'],
    tells: ['thread', 'language', 'media', 'reach', 'links', 'edits', 'deletions', 'reposts', 'quotes', 'followers'],
    reachesBack: '7 days, or the newest 800 mentions',
    testedAgainst: 'a stateful local server; questions and answers checked against the published OpenAPI description',
  },
  settings: XSettings,
  defaultIntervalSeconds: 60,
  poll: pollX,
  streams: (settings) => settings.stream,
  // Recent search reaches seven days back, also where it closes a gap of the stream. Source: X API, recent search.
  reachesBackHours: ({ query, fromWatches }) => (query === undefined && !fromWatches ? null : 7 * 24),
  replies: xReplies,
  test: tryIt,
});

/** Asks who we are and for a few posts, and says in words what works. */
async function tryIt(context: ConnectorContext<XSettings>): Promise<TestResult> {
  const { settings } = context;
  const client = xClient(context);
  try {
    const account = keysOf(settings) === null ? null : readAccount((await client.readAsUs('users/me', {})).data);
    const samples = settings.query === undefined ? [] : await somePosts(client, searched(settings.query, settings));
    const who =
      account === null
        ? 'Reading works. Mentions and replies need the four keys of an account.'
        : `We are @${account.username} on X.`;
    const found =
      settings.query === undefined
        ? ''
        : ` The search finds ${samples.length === 0 ? 'nothing of the last seven days' : 'posts'}.`;
    if (account === null && settings.query === undefined) await syncRules(client, [], settings.access, { dryRun: true });
    const watched = settings.fromWatches ? ' What the watches ask for is searched once it listens.' : '';
    const stream = settings.stream ? await wordsOnTheStream(client, settings, account?.username ?? null) : '';
    const own = account === null ? {} : { account: { handle: account.username, externalId: account.id } };
    return { ok: true, message: who + found + watched + stream, ...own, samples: samples.slice(0, 3) };
  } catch (error) {
    return { ok: false, message: pollEndOf(error, context.now()).message ?? 'X could not be asked', samples: [] };
  }
}

/** Asks whether X would take the rules, and changes nothing: the stream itself may be held by the source that is running. */
async function wordsOnTheStream(client: XClient, settings: XSettings, handle: string | null): Promise<string> {
  const problem = await syncRules(client, rulesOf(settings, handle), settings.access, { dryRun: true }).catch(
    (error: unknown) => {
      if (error instanceof Refused || error instanceof Unreadable) return error.message;
      throw error;
    },
  );
  return problem === null ? ' The stream takes the search.' : ` There is no stream: ${problem}. Listening would go on by search.`;
}

async function somePosts(client: XClient, query: string) {
  const question = { query, max_results: 10 };
  const { page } = await askForPage(new NamesInUse(null), (fields) =>
    client.read('tweets/search/recent', { ...question, ...fields }),
  );
  return page.items.flatMap((item, index) => {
    const read = readPost(item, index, page);
    return 'post' in read ? [read.post] : [];
  });
}
