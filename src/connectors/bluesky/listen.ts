/** Listens to the stream of everything public for one turn. */
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { explained, note } from '../explained.js';
import { streamTurn, type StreamTurn } from '../stream.js';
import type { BlueskyClient } from './client.js';
import { NETWORK } from './failures.js';
import { startingPoint, type Cursor } from './cursor.js';
import { JetstreamPile, POSTS, type StreamPlace } from './jetstream-pile.js';
import { withProfiles } from './profiles.js';
import type { BlueskySettings } from './settings.js';

/** A new stream begins so far back, or less: the whole network of a day would be gigabytes. */
const FIRST_LOOK_BACK_MS = 2 * 3_600_000;
const FIRST_TURN_MS = 5000;
/** No post is larger: its record has at most 1 MB. Source: AT Protocol specification, "Repository", limits. */
const MOST_BYTES = 2_000_000;
/** Jetstream keeps at least a day. Source: its README, event time-to-live; newer servers keep 36 hours. */
export const SURELY_KEPT_HOURS = 23;
const SURELY_KEPT_MS = SURELY_KEPT_HOURS * 3_600_000;

/** "Test connection" waits so long for a post, and asks for those of the last minutes. */
export const SAMPLE_MS = 5000;
const SAMPLE_BACK_MS = 120_000;

/** @param client gives names and followers of authors, which the stream does not carry; null without an account */
export async function* listen(
  context: PollContext<BlueskySettings>,
  cursor: Cursor,
  client: BlueskyClient | null,
): AsyncGenerator<PollPage, PollEnd> {
  const { now } = context;
  const place = cursor.stream ?? beginning(context);
  const wasAt = place.at / 1000;
  const isTooOld = cursor.stream !== null && now().getTime() - wasAt > SURELY_KEPT_MS;
  const snapshot = (stream: StreamPlace) => structuredClone({ ...cursor, stream });
  const pile = new JetstreamPile(place, { mayConcern: context.mayConcern, now, ownDid: client?.did ?? null, snapshot });
  // The first turn is short: how it goes is on record only at its end.
  const turnMs = cursor.stream === null ? Math.min(FIRST_TURN_MS, context.turnMs ?? FIRST_TURN_MS) : context.turnMs;
  const complete = (posts: IncomingPost[]) => (client === null ? Promise.resolve(posts) : withProfiles(posts, client, now()));
  const end = yield* streamTurn({ ...context, turnMs, open: openingAt(pile, context), pile, complete, network: NETWORK });
  // A stream that was silent so far: the next turn begins where this one did, not later.
  if (cursor.stream === null && end.outcome === 'empty') yield { posts: [], refused: [], cursor: snapshot(place) };
  return isTooOld ? withGap(end, wasAt, now()) : end;
}

function beginning({ settings, now }: PollContext<BlueskySettings>): StreamPlace {
  const lookBackMs = Math.min(FIRST_LOOK_BACK_MS, settings.lookBackHours * 3_600_000);
  return { at: (now().getTime() - lookBackMs) * 1000, handed: {} };
}

function openingAt(pile: JetstreamPile, { settings, http }: PollContext<BlueskySettings>): StreamTurn['open'] {
  return (onMessage, signal) => {
    if (http.openSocket === undefined) throw new Error('no way to listen to a stream');
    return http.openSocket(
      { url: addressOf(settings.streamAddress, pile.cursor), signal, maxMessageBytes: MOST_BYTES },
      onMessage,
    );
  };
}

/** @returns a few posts of the last minutes, and why there are none when the stream cannot be heard */
export async function fewPosts(context: ConnectorContext<BlueskySettings>): Promise<{ posts: IncomingPost[]; end: PollEnd }> {
  const { settings, now } = context;
  const place = { at: (now().getTime() - SAMPLE_BACK_MS) * 1000, handed: {} };
  const cursor = startingPoint({ ...context, cursor: null, intervalSeconds: 0 });
  const pile = new JetstreamPile(place, { now, ownDid: null, snapshot: () => cursor });
  const poll = { ...context, settings, cursor: null, intervalSeconds: 0 };
  const turn = streamTurn({ ...context, open: openingAt(pile, poll), pile, network: NETWORK, turnMs: SAMPLE_MS });
  const posts: IncomingPost[] = [];
  for (;;) {
    const step = await turn.next();
    if (step.done) return { posts, end: step.value };
    posts.push(...step.value.posts);
    if (posts.length < 3) continue;
    await turn.return({ outcome: 'ok' });
    return { posts, end: { outcome: 'ok' } };
  }
}

/** Not said by the server: it starts at the oldest it has. */
function withGap(end: PollEnd, since: number, now: Date): PollEnd {
  if (end.outcome !== 'ok' && end.outcome !== 'empty') return end;
  const time = new Date(since).toISOString().slice(0, 16).replace('T', ' ');
  const reachesBackTo = new Date(now.getTime() - SURELY_KEPT_MS);
  return explained('truncated', note('bluesky-gap', { time }), { goOn: true, reachesBackTo });
}

export function addressOf(stream: string, cursor: number): string {
  const url = new URL(stream);
  url.searchParams.set('wantedCollections', POSTS);
  url.searchParams.set('cursor', String(cursor));
  return url.href;
}
