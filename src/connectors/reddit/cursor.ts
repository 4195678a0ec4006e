/** Where a poll of Reddit goes on, which posts it has handed on, and who we are. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import type { Place } from './answers.js';
import type { RedditSettings } from './settings.js';

const Lane = z.object({
  /** Second before which nothing is handed on: where this list began. */
  floor: z.int(),
  /** What was handed on last: name, second, second of its last change. Newest first by second. */
  seen: z.array(z.tuple([z.string(), z.int(), z.int()])),
});
export type Lane = z.infer<typeof Lane>;

const Cursor = z.object({
  /** By what is asked; another question starts anew. */
  lanes: z.record(z.string(), Lane),
  /** Name of the post that was looked at again last. */
  looked: z.string(),
  /** Who we are, by a shortened digest of the token that says so. */
  account: z.object({ id: z.string(), name: z.string(), of: z.string() }).nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

/** A list shows 1,000; half of them is more than the pages that are read to meet a known one. */
const MOST_SEEN = 500;

/** One list of Reddit: its key in the cursor, its path, and what is asked there. */
export interface List {
  key: string;
  path: string;
  query: Record<string, string>;
}

/** @returns the lists that the settings name */
export function listsOf({ searches, subreddits, subredditComments }: RedditSettings): List[] {
  const together = subreddits
    .map((name) => name.toLowerCase())
    .sort()
    .join('+');
  const search = (q: string) => ({
    key: `search ${q}`,
    path: '/search',
    query: { q, sort: 'new', type: 'link', include_over_18: 'on' },
  });
  return [
    ...[...new Set(searches)].map(search),
    ...(together === '' ? [] : [{ key: `new ${together}`, path: `/r/${together}/new`, query: {} }]),
    ...(together === '' || !subredditComments
      ? []
      : [{ key: `comments ${together}`, path: `/r/${together}/comments`, query: {} }]),
  ];
}

/** @returns what the last poll left, without the lists that the settings no longer have */
export function startingPoint({ cursor, settings, now }: PollContext<RedditSettings>): Cursor {
  const read = Cursor.safeParse(cursor);
  const stored: Cursor = read.success ? structuredClone(read.data) : { lanes: {}, looked: '', account: null };
  const floor = Math.floor(now().getTime() / 1000) - settings.lookBackHours * 3600;
  const lanes = listsOf(settings).map(({ key }) => [key, stored.lanes[key] ?? { floor, seen: [] }] as const);
  return { ...stored, lanes: Object.fromEntries(lanes) };
}

/** Remembers what is handed on, and where its newest version stands. */
export function remember(lane: Lane, places: readonly Place[]): void {
  const all = new Map(lane.seen.map((one) => [one[0], one]));
  for (const { name, at, edited } of places) all.set(name, [name, at, edited]);
  lane.seen = [...all.values()].sort((a, b) => b[1] - a[1]).slice(0, MOST_SEEN);
}

/** @returns for each post handed on, whatever the list, the second of the last change that we know */
export function knownIn(cursor: Cursor): Map<string, number> {
  return new Map(
    Object.values(cursor.lanes).flatMap(({ seen }) => seen.map(([name, , edited]): [string, number] => [name, edited])),
  );
}

/** @returns a short name of the token of an account */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 12);
}
