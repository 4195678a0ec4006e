/** X: recent search, the mentions of our account, the filtered stream, and answers to what they found. */
import type { Note } from '#libs/contracts/notes.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import { fails, note, works } from '../explained.js';
import { readAccount } from './answers.js';
import { xClient, type XClient } from './client.js';
import { NETWORK, pollEndOf, Refused, Unreadable } from './failures.js';
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
        ? [note('reading-works'), note('x-needs-keys')]
        : [note('we-are', { handle: `@${account.username}`, network: NETWORK })];
    const found = settings.query === undefined ? [] : [note(samples.length === 0 ? 'x-week-empty' : 'search-finds')];
    if (account === null && settings.query === undefined) await syncRules(client, [], settings.access, { dryRun: true });
    const watched = settings.fromWatches ? [note('x-watches')] : [];
    const stream = settings.stream ? await notesOnTheStream(client, context, account?.username ?? null) : [];
    const own = account && { handle: account.username, externalId: account.id };
    return works([...who, ...found, ...watched, ...stream], samples.slice(0, 3), own);
  } catch (error) {
    return fails(pollEndOf(error, context.now()));
  }
}

/** Asks whether X would take the rules, and changes nothing: the stream itself may be held by the source that is running. */
async function notesOnTheStream(
  client: XClient,
  { settings, now }: ConnectorContext<XSettings>,
  handle: string | null,
): Promise<Note[]> {
  const problem = await syncRules(client, rulesOf(settings, handle), settings.access, { dryRun: true }).catch(
    (error: unknown) => {
      if (error instanceof Refused || error instanceof Unreadable) return pollEndOf(error, now()).notes[0]!;
      throw error;
    },
  );
  return problem === null ? [note('x-stream-ready')] : [note('x-no-stream'), problem];
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
