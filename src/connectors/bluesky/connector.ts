/** Bluesky: search and what is written to our account, the stream of everything public, and answers to what it found. */
import { defineConnector, type ConnectorContext, type TestResult } from '../connector.js';
import { readSearch } from './answers.js';
import { blueskyClient, type BlueskyClient } from './client.js';
import { pollEndOf } from './failures.js';
import { readPost } from './normalise.js';
import { pollBluesky } from './poll.js';
import { blueskyReplies } from './replies.js';
import { accountOf, BlueskySettings } from './settings.js';

export const blueskyConnector = defineConnector<BlueskySettings>({
  kind: 'bluesky',
  capabilities: {
    listens: ['search', 'mentions'],
    tells: ['thread', 'language', 'media', 'reach', 'links', 'quotes', 'followers'],
    reachesBack: 'as far as the search and the notifications go',
    testedAgainst: 'a stateful local server; every question and answer checked against the published lexicons',
  },
  settings: BlueskySettings,
  defaultIntervalSeconds: 60,
  poll: pollBluesky,
  replies: blueskyReplies,
  test: tryIt,
});

/** Signs in, asks for a few posts, and says in words what works. */
async function tryIt(context: ConnectorContext<BlueskySettings>): Promise<TestResult> {
  const { settings } = context;
  const account = accountOf(settings);
  try {
    const client = account === null ? null : await blueskyClient(account, context);
    const samples = client === null || settings.query === undefined ? [] : await somePosts(client, settings.query, context.now());
    const who = client === null ? 'Reading needs no account; mentions and replies do.' : `We are @${client.handle} on Bluesky.`;
    const found = settings.query === undefined ? '' : ` The search finds ${samples.length === 0 ? 'nothing yet' : 'posts'}.`;
    const own = client === null ? {} : { account: { handle: client.handle, externalId: client.did } };
    return { ok: true, message: who + found, ...own, samples: samples.slice(0, 3) };
  } catch (error) {
    return { ok: false, message: pollEndOf(error, context.now()).message ?? 'Bluesky could not be asked', samples: [] };
  }
}

async function somePosts(client: BlueskyClient, q: string, now: Date) {
  const page = readSearch(await client.get('app.bsky.feed.searchPosts', { q, sort: 'latest', limit: 10 }));
  return page.items.flatMap((item, index) => {
    const read = readPost(item, index, now);
    return 'post' in read ? [read.post] : [];
  });
}
