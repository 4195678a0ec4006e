/** One poll of YouTube: the comments under our channel's films, films by search with theirs, then what became of what was handed on. */
import { createHash } from 'node:crypto';
import { STOPPED } from '../explained.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { tellAccount } from '../own-account.js';
import { worstEnd } from '../worst-end.js';
import { YouTubeClient } from './client.js';
import { startingPoint, type Cursor, type Film } from './cursor.js';
import { isAboutThisFilm, youTubeEnd } from './failures.js';
import { filmsInTurn, findFilms } from './films.js';
import { readLane, type LaneWork } from './lane.js';
import { recheck, watch } from './recheck.js';
import { accountOf, type YouTubeSettings } from './settings.js';

type Run = AsyncGenerator<PollPage, PollEnd>;
interface Work extends Omit<LaneWork, 'lane' | 'query'> {
  cursor: Cursor;
  context: PollContext<YouTubeSettings>;
}

export async function* pollYouTube(context: PollContext<YouTubeSettings>): Run {
  const { now, signal } = context;
  const cursor = startingPoint(context);
  const before = JSON.stringify(cursor);
  const client = new YouTubeClient(context, cursor.used);
  const handed = new Set<string>();
  const work: Work = { context, cursor, client, handed, now, found: (one) => watch(cursor, one, now()), snapshot: () => structuredClone(cursor) }; // prettier-ignore
  const ends: PollEnd[] = [];
  for (const run of runsOf(work)) {
    if (signal.aborted || isHopeless(ends)) break;
    ends.push(yield* guarded(run(), now));
  }
  const spent = { units: client.units };
  if (signal.aborted) return { ...STOPPED, spent };
  // What today's calls have cost is kept, too: a share is no share when each poll begins to count anew.
  if (JSON.stringify(cursor) !== before) yield { posts: [], refused: [], cursor: structuredClone(cursor) };
  return { ...worstEnd(ends, handed.size), spent };
}

function* runsOf(work: Work): Generator<() => Run> {
  const { context, cursor, client, handed, now } = work;
  const { channel } = cursor;
  yield () => learnWhoWeAre(work);
  if (channel !== null) {
    const query = { allThreadsRelatedToChannelId: channel.id };
    yield () => readLane({ ...work, lane: channel.lane, query });
  }
  yield () => findFilms(cursor, client, context, handed);
  for (const film of filmsInTurn(cursor)) yield () => readFilm(film, work);
  yield () => recheck(cursor, handed, client, now());
}

/** A film whose comments are off, or that is gone, is not read any more; nothing is wrong with the others. */
async function* readFilm(film: Film, work: Work): Run {
  film.asked = work.now().getTime();
  try {
    return yield* readLane({ ...work, lane: film.lane, query: { videoId: film.id } });
  } catch (error) {
    if (!isAboutThisFilm(error)) throw error;
    work.cursor.films = work.cursor.films.filter(({ id }) => id !== film.id);
    return { outcome: 'empty' };
  }
}

async function* guarded(run: Run, now: () => Date): Run {
  try {
    return yield* run;
  } catch (error) {
    return youTubeEnd(error, now());
  }
}

/** One key, one quota: what throttles or locks out one list does so for all. Two lists that cannot be reached say enough of the others. */
function isHopeless(ends: readonly PollEnd[]): boolean {
  const count = (...outcomes: PollEnd['outcome'][]) => ends.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return count('throttled') > 0 || count('forbidden', 'unreachable') > 1;
}

/** Asks who we are, once for each token or channel: our own comments are no mentions. */
async function* learnWhoWeAre({ cursor, client, context }: Work): Run {
  const { settings } = context;
  const of = digestOf([accountOf(settings), settings.channelId]);
  const isNew = cursor.account?.of !== of;
  if (isNew) {
    cursor.account = null;
    const us = await client.whoWeAre();
    if (us !== null) cursor.account = { ...us, of };
  }
  const { account } = cursor;
  yield* tellAccount(account && { handle: account.handle, externalId: account.id }, context, cursor, isNew);
  return { outcome: 'empty' };
}

function digestOf(credentials: unknown): string {
  return createHash('sha256').update(JSON.stringify(credentials)).digest('hex').slice(0, 12);
}
