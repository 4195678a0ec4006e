/** X: recent search, the mentions of our account, and answers to what it found. */
import { defineConnector, type ConnectorContext, type TestResult } from '../connector.js';
import { readAccount } from './answers.js';
import { xClient } from './client.js';
import { pollEndOf } from './failures.js';
import { NamesInUse } from './names.js';
import { readPost } from './normalise.js';
import { askForPage } from './ask-for-page.js';
import { pollX, withoutReposts } from './poll.js';
import { xReplies } from './replies.js';
import { keysOf, XSettings } from './settings.js';

export const xConnector = defineConnector<XSettings>({
  kind: 'x',
  capabilities: {
    listens: ['search', 'mentions', 'threads'],
    tells: ['thread', 'language', 'media', 'reach', 'links', 'edits', 'deletions', 'quotes', 'followers'],
    reachesBack: '7 days, or the newest 800 mentions',
    testedAgainst: 'a stateful local server; questions and answers checked against the published OpenAPI description',
  },
  settings: XSettings,
  defaultIntervalSeconds: 60,
  poll: pollX,
  replies: xReplies,
  test: tryIt,
});

/** Asks who we are and for a few posts, and says in words what works. */
async function tryIt(context: ConnectorContext<XSettings>): Promise<TestResult> {
  const { settings } = context;
  const client = xClient(context);
  try {
    const account = keysOf(settings) === null ? null : readAccount((await client.readAsUs('users/me', {})).data);
    const samples = settings.query === undefined ? [] : await somePosts(client, settings.query);
    const who =
      account === null
        ? 'Reading works. Mentions and replies need the four keys of an account.'
        : `We are @${account.username} on X.`;
    const found =
      settings.query === undefined
        ? ''
        : ` The search finds ${samples.length === 0 ? 'nothing of the last seven days' : 'posts'}.`;
    const own = account === null ? {} : { account: { handle: account.username, externalId: account.id } };
    return { ok: true, message: who + found, ...own, samples: samples.slice(0, 3) };
  } catch (error) {
    return { ok: false, message: pollEndOf(error, context.now()).message ?? 'X could not be asked', samples: [] };
  }
}

async function somePosts(client: ReturnType<typeof xClient>, query: string) {
  const question = { query: withoutReposts(query), max_results: 10 };
  const { page } = await askForPage(new NamesInUse(null), (fields) =>
    client.read('tweets/search/recent', { ...question, ...fields }),
  );
  return page.items.flatMap((item, index) => {
    const read = readPost(item, index, page);
    return 'post' in read ? [read.post] : [];
  });
}
