/** Mastodon: hashtags, search and mentions on any instance, its stream, and answers to what it found. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import { fails, note, works } from '../explained.js';
import { readInstance, readList, readSearch } from './answers.js';
import { mastodonClient, NETWORK, pollEndOf, type MastodonClient } from './client.js';
import { streamsHere } from './listen.js';
import { authorOf, readPost } from './normalise.js';
import { pollMastodon, whoWeAre } from './poll.js';
import { mastodonReplies } from './replies.js';
import { hostOf, MastodonSettings } from './settings.js';

export const mastodonConnector = defineConnector<MastodonSettings>({
  kind: 'mastodon',
  capabilities: {
    listens: ['hashtags', 'search', 'mentions', 'stream'],
    tells: ['thread', 'language', 'media', 'reach', 'links', 'edits', 'deletions', 'reposts', 'quotes', 'followers'],
    reachesBack: 'as far as the timelines of the instance go',
    answersPrivately: true,
    testedAgainst: 'a stateful local server with the documented parameters, paging and stream',
  },
  settings: MastodonSettings,
  defaultIntervalSeconds: 60,
  poll: pollMastodon,
  streams: streamsHere,
  replies: mastodonReplies,
  test: tryIt,
});

/** Asks who we are and for a few posts, and says in words what works. */
async function tryIt(context: ConnectorContext<MastodonSettings>): Promise<TestResult> {
  const { settings, now } = context;
  const client = mastodonClient(context);
  try {
    const us = await whoWeAre(client, settings);
    const own = us === null ? null : authorOf(us, hostOf(settings));
    const samples = await somePosts(client, settings, now());
    const instance = await client.get('/api/v2/instance').then(readInstance, () => null);
    const notes = [
      ...(own === null
        ? [note('reading-works'), note('mastodon-needs-token')]
        : [note('we-are', { handle: `@${own.handle}`, network: NETWORK })]),
      note(samples.length === 0 ? 'nothing-there' : 'posts-found'),
      ...(instance?.maxCharacters ? [note('mastodon-length', { length: instance.maxCharacters })] : []),
    ];
    return works(notes, samples.slice(0, 3), own && { handle: own.handle!, externalId: own.key });
  } catch (error) {
    return fails(pollEndOf(error, now()));
  }
}

async function somePosts(client: MastodonClient, settings: MastodonSettings, now: Date): Promise<IncomingPost[]> {
  const items: unknown[] = [];
  for (const tag of settings.hashtags.slice(0, 3))
    items.push(...readList(await client.get(`/api/v1/timelines/tag/${encodeURIComponent(tag)}`, { limit: 5 })));
  if (settings.query !== undefined)
    items.push(...readSearch(await client.get('/api/v2/search', { q: settings.query, type: 'statuses', limit: 5 })));
  return items.flatMap((item, index) => {
    const read = readPost(item, index, hostOf(settings), now);
    return 'post' in read ? [read.post] : [];
  });
}
