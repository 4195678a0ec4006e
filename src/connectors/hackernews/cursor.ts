/** Where a poll of Hacker News goes on, and which of its posts are looked at again. */
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import type { HackerNewsSettings } from './settings.js';

const Lane = z.object({
  /** Second from which on posts are asked for. */
  since: z.int(),
  /** Posts from there on that are handed on already: id and second. */
  recent: z.array(z.tuple([z.string(), z.int()])),
});
export type Lane = z.infer<typeof Lane>;

/** A post that was handed on: it is asked for again in turn, to notice its change and its end. */
const Watched = z.object({ id: z.string(), story: z.string(), at: z.int(), digest: z.string() });
export type Watched = z.infer<typeof Watched>;

const Cursor = z.object({
  /** By what is searched for; another search starts anew. */
  lanes: z.record(z.string(), Lane),
  watched: z.array(Watched),
  /** Stories whose comments are followed: id and second. */
  stories: z.array(z.tuple([z.string(), z.int()])),
});
export type Cursor = z.infer<typeof Cursor>;

/** @returns what the last poll left, without the lanes that the settings no longer have */
export function startingPoint({ cursor, settings, now }: PollContext<HackerNewsSettings>): Cursor {
  const read = Cursor.safeParse(cursor);
  const stored: Cursor = read.success ? structuredClone(read.data) : { lanes: {}, watched: [], stories: [] };
  const since = Math.floor(now().getTime() / 1000) - settings.lookBackHours * 3600;
  const keys = [...laneQueries(settings).map(([key]) => key), ...(settings.followThreads ? [THREADS] : [])];
  return {
    ...stored,
    lanes: Object.fromEntries(keys.map((key) => [key, stored.lanes[key] ?? { since, recent: [] }])),
    stories: settings.followThreads ? stored.stories : [],
  };
}

/** The lane of the comments under found stories. */
export const THREADS = 'threads';

/** @returns for each search its key in the cursor, which also says what kinds of posts it asks for, and its words */
export function laneQueries(settings: HackerNewsSettings): [key: string, query: string][] {
  const queries = settings.queries.length > 0 ? settings.queries : [''];
  return [...new Set(queries)].map((query) => [`${tagsOf(settings)} ${query}`, query]);
}

/** @returns the tags of the search; several in brackets mean any of them */
export function tagsOf({ stories, comments }: Pick<HackerNewsSettings, 'stories' | 'comments'>): string {
  const tags = [...(stories ? ['story', 'poll', 'job'] : []), ...(comments ? ['comment'] : [])];
  return `(${tags.join(',')})`;
}
