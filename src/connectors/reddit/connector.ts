/** Reddit: searches, the posts and comments of subreddits, what becomes of them, and answers to them. */
import type { Note } from '#libs/contracts/notes.js';
import { fit } from '../ask-json.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import { fails, note, works } from '../explained.js';
import { Listing, Me } from './answers.js';
import { RedditClient, redditEnd } from './client.js';
import { listsOf } from './cursor.js';
import { readItem } from './normalise.js';
import { pollReddit } from './poll.js';
import { redditReplies } from './replies.js';
import { RedditSettings } from './settings.js';

const SAMPLES = 3;

export const redditConnector = defineConnector<RedditSettings>({
  kind: 'reddit',
  capabilities: {
    listens: ['search', 'comments', 'threads'],
    tells: ['thread', 'media', 'reach', 'links', 'edits', 'deletions', 'quotes'],
    reachesBack: 'the newest 1,000 of each list',
    testedAgainst: 'a stateful local server with the documented listings, tokens and limits',
  },
  settings: RedditSettings,
  defaultIntervalSeconds: 120,
  poll: pollReddit,
  replies: redditReplies,
  test: tryIt,
});

/** Asks who we are, for every subreddit by itself, and for a few posts, and says in words what works. */
async function tryIt(context: ConnectorContext<RedditSettings>): Promise<TestResult> {
  const { settings, now } = context;
  const client = new RedditClient(context);
  let asked: Note | undefined;
  try {
    const me = settings.refreshToken === undefined ? null : fit(Me, await client.get('/api/v1/me'), 'our account');
    for (const name of settings.subreddits) {
      asked = note('concerning', { what: `r/${name}` });
      await client.get(`/r/${name}/about`);
    }
    asked = undefined;
    const samples: IncomingPost[] = [];
    for (const { path, query } of listsOf(settings)) {
      const { data } = fit(Listing, await client.get(path, { ...query, limit: 10 }), 'a listing');
      samples.push(...data.children.flatMap((item, index) => postIn(readItem(item, index, now()))));
    }
    const who =
      me === null
        ? [note('reading-works'), note('reddit-needs-token')]
        : [note('we-are', { handle: `u/${me.name}`, network: 'Reddit' })];
    const notes = samples.length === 0 ? [...who, note('nothing-there')] : who;
    const own = me && { handle: me.name, externalId: `t2_${me.id.replace(/^t2_/, '')}` };
    return works(notes, samples.slice(0, SAMPLES), own);
  } catch (error) {
    return fails(redditEnd(error, now()), asked);
  }
}

function postIn(read: ReturnType<typeof readItem>): IncomingPost[] {
  return 'post' in read ? [read.post] : [];
}
