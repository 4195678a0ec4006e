/** YouTube: the comments under our films and under films that a search finds, what becomes of them, and answers to them. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import { fails, note, works } from '../explained.js';
import { RawThread } from './answers.js';
import { YouTubeClient } from './client.js';
import { youTubeEnd } from './failures.js';
import { readPost, readVideo, type Read } from './normalise.js';
import { pollYouTube } from './poll.js';
import { youTubeReplies } from './replies.js';
import { YouTubeSettings } from './settings.js';

const SAMPLES = 3;

export const youTubeConnector = defineConnector<YouTubeSettings>({
  kind: 'youtube',
  capabilities: {
    listens: ['search', 'comments', 'threads'],
    tells: ['thread', 'media', 'reach', 'edits', 'deletions'],
    reachesBack: 'the newest 2,000 threads of each list; films of 14 days',
    testedAgainst: 'a stateful local server with the documented lists, quota and reasons of errors',
  },
  settings: YouTubeSettings,
  defaultIntervalSeconds: 300,
  poll: pollYouTube,
  replies: youTubeReplies,
  test: tryIt,
});

/** Asks who we are, for a few comments and a few films, and says in words what works. */
async function tryIt(context: ConnectorContext<YouTubeSettings>): Promise<TestResult> {
  const { settings, now } = context;
  const client = new YouTubeClient(context, null);
  try {
    const us = await client.whoWeAre();
    const comments = settings.channelId === undefined ? [] : await someComments(client, settings.channelId, now());
    const films = settings.queries[0] === undefined ? [] : await someFilms(client, settings.queries[0], now());
    const samples = [...comments, ...films].slice(0, SAMPLES);
    const notes = [
      us === null ? note('reading-works') : note('youtube-channel', { handle: us.handle }),
      ...(samples.length === 0 ? [note('nothing-there')] : []),
      note('youtube-cost', { units: client.units }),
    ];
    return works(notes, samples, us && { handle: us.handle, externalId: us.id });
  } catch (error) {
    return fails(youTubeEnd(error, now()));
  }
}

async function someComments(client: YouTubeClient, channelId: string, now: Date): Promise<IncomingPost[]> {
  const query = {
    part: 'snippet',
    allThreadsRelatedToChannelId: channelId,
    order: 'time',
    textFormat: 'plainText',
    maxResults: SAMPLES,
  };
  const { items } = await client.list('commentThreads', query);
  return items.flatMap((item, index) => {
    const thread = RawThread.safeParse(item);
    if (!thread.success) return [];
    const { topLevelComment, videoId } = thread.data.snippet;
    return postIn(readPost(topLevelComment, index, { videoId: videoId ?? null, replies: null }, now));
  });
}

async function someFilms(client: YouTubeClient, q: string, now: Date): Promise<IncomingPost[]> {
  const { items } = await client.list('search', { part: 'snippet', type: 'video', order: 'date', q, maxResults: SAMPLES });
  return items.flatMap((item, index) => postIn(readVideo(item, index, now)));
}

function postIn(read: Read): IncomingPost[] {
  return 'post' in read ? [read.post] : [];
}
