/** Finds films by search, as often as the settings allow, and says whose comments are read in this poll. */
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import type { YouTubeClient } from './client.js';
import { newLane, type Cursor, type Film } from './cursor.js';
import { readVideo } from './normalise.js';
import type { YouTubeSettings } from './settings.js';

/** Films that came out so long ago are not looked for, and their comments not read any more. */
const FOLLOW_MS = 14 * 86_400_000;
const MOST_FILMS = 50;
const MOST_FOUND = 500;
/** Films whose comments are read in one poll: each costs a call. */
const AT_ONCE = 10;

/** Makes the searches that are due. @throws what the client throws */
export async function* findFilms(
  cursor: Cursor,
  client: YouTubeClient,
  context: PollContext<YouTubeSettings>,
  handed: Set<string>,
): AsyncGenerator<PollPage, PollEnd> {
  const { settings, now } = context;
  for (const q of new Set(settings.queries)) {
    const at = now().getTime();
    if (at < (cursor.searched[q] ?? 0) + settings.searchEveryMinutes * 60_000) continue;
    const publishedAfter = new Date(at - FOLLOW_MS).toISOString();
    const { items } = await client.list('search', {
      part: 'snippet',
      type: 'video',
      order: 'date',
      q,
      publishedAfter,
      maxResults: 50,
    });
    cursor.searched[q] = at;
    yield { ...takeFilms(items, cursor, context, handed), cursor: structuredClone(cursor) };
  }
  return { outcome: 'ok' };
}

function takeFilms(
  items: unknown[],
  cursor: Cursor,
  { settings, now }: PollContext<YouTubeSettings>,
  handed: Set<string>,
): Pick<PollPage, 'posts' | 'refused'> {
  const page: Pick<PollPage, 'posts' | 'refused'> = { posts: [], refused: [] };
  const floor = now().getTime() - settings.lookBackHours * 3_600_000;
  items.forEach((item, index) => {
    const read = readVideo(item, index, now());
    if ('refused' in read) return void page.refused.push(read.refused);
    const { externalId: id, postedAt } = read.post;
    if (cursor.found.includes(id)) return;
    cursor.found = [id, ...cursor.found].slice(0, MOST_FOUND);
    cursor.films.push({ id, at: postedAt.getTime(), asked: 0, lane: newLane(floor) });
    // Comments under an older film are of today; the film itself is not.
    if (postedAt.getTime() < floor) return;
    page.posts.push(read.post);
    handed.add(id);
  });
  const line = now().getTime() - FOLLOW_MS;
  cursor.films = cursor.films.filter(({ at }) => at > line).sort((a, b) => b.at - a.at).slice(0, MOST_FILMS); // prettier-ignore
  return page;
}

/** @returns the films whose turn it is: those that were not asked for longest */
export function filmsInTurn(cursor: Cursor): Film[] {
  return cursor.films.toSorted((a, b) => a.asked - b.asked).slice(0, AT_ONCE);
}
