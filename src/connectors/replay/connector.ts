/** Plays invented or recorded posts from a file, for the demo, for drills and for benchmarks; replies are only pretended. */
import type { Visibility } from '#libs/contracts/words.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { AnsweredPost } from '../outgoing-reply.js';
import { fails, note, works } from '../explained.js';
import { ReplayFileRefused, resolveReplayFile } from './folders.js';
import { postOf, readLine, type ReadLine } from './line.js';
import { linesFrom } from './lines.js';
import { pollReplay } from './poll.js';
import { ReplaySettings } from './settings.js';

export const replayConnector = defineConnector<ReplaySettings>({
  kind: 'replay',
  capabilities: {
    listens: ['file'],
    tells: ['thread', 'language', 'followers'],
    reachesBack: 'the whole file',
    answersPrivately: true,
    testedAgainst: 'files; nothing is asked, and replies are pretended',
  },
  settings: ReplaySettings,
  defaultIntervalSeconds: 2,
  poll: pollReplay,
  replies: {
    rules: { maxLength: 280, lengthRule: 'x-weighted', settleSeconds: 0, idempotent: true },
    unavailable: () => null,
    visibilities: (_settings, post) => pretendedVisibilities(post),
    send: async (_context, reply) => ({ outcome: 'sent', externalId: pretendedId(reply.idempotencyKey), url: null }),
    look: async () => ({ outcome: 'absent' }),
  },
  test: tryFile,
});

/** As the network that the post plays would have it. */
function pretendedVisibilities({ network, extra }: AnsweredPost): readonly Visibility[] {
  if (network === 'email' || extra?.['private'] === true) return ['private'];
  return ['mastodon', 'facebook', 'instagram'].includes(network) ? ['public', 'private'] : ['public'];
}

function pretendedId(idempotencyKey: string): string {
  return `demo:${idempotencyKey}`;
}

async function tryFile({ settings, now }: ConnectorContext<ReplaySettings>): Promise<TestResult> {
  try {
    const read = await firstLines(resolveReplayFile(settings.file));
    const posts = read.flatMap((item) => ('line' in item ? [postOf(item.line, 0, now())] : []));
    const bad = read.length - posts.length;
    const playable = note('replay-lines', { count: posts.length, all: read.length });
    const notes = bad > 0 ? [playable, note('replay-bad-lines', { count: bad })] : [playable];
    return posts.length > 0 ? works(notes, posts.slice(0, 3)) : fails({ notes });
  } catch (error) {
    if (error instanceof ReplayFileRefused) return fails({ notes: [error.why] });
    throw error;
  }
}

const MOST_TRIED = 1000;

async function firstLines(path: string): Promise<ReadLine[]> {
  const read: ReadLine[] = [];
  for await (const { text } of linesFrom(path, 0)) {
    if (text.trim() !== '') read.push(readLine(text, read.length));
    if (read.length >= MOST_TRIED) break;
  }
  return read;
}
