/** Where a poll of YouTube goes on: its lists, the films that are followed, what was handed on, and what today's calls have cost. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import type { Place } from './answers.js';
import type { YouTubeSettings } from './settings.js';

const Lane = z.object({
  /** Milliseconds before which nothing is handed on: where this list began. */
  floor: z.int(),
  /** Milliseconds of the newest comment that was handed on. */
  newest: z.int(),
  /** Short names of comments handed on in the day before it, with time and version. */
  seen: z.array(z.tuple([z.string(), z.int(), z.int()])),
  /** Short names of threads, with how many replies they had. */
  replies: z.array(z.tuple([z.string(), z.int()])),
});
export type Lane = z.infer<typeof Lane>;

/** A found film whose comments are read; `asked`: when they were last. */
const Film = z.object({ id: z.string(), at: z.int(), asked: z.int(), lane: Lane });
export type Film = z.infer<typeof Film>;

/** A comment that was handed on: it is asked for again in turn. */
const Watched = z.object({ id: z.string(), at: z.int(), updated: z.int(), video: z.string().nullable() });
export type Watched = z.infer<typeof Watched>;

const Cursor = z.object({
  channel: z.object({ id: z.string(), lane: Lane }).nullable(),
  films: z.array(Film),
  /** Films that were handed on, also those whose comments are not read any more. */
  found: z.array(z.string()),
  /** When each search was last made. */
  searched: z.record(z.string(), z.int()),
  watched: z.array(Watched),
  account: z.object({ id: z.string(), handle: z.string(), of: z.string() }).nullable(),
  used: z.object({ day: z.string(), units: z.int() }),
});
export type Cursor = z.infer<typeof Cursor>;

/** So far back before the newest a list may show something new: comments that were held for review appear at their own time. */
export const LATE_MS = 86_400_000;
const MOST_SEEN = 600;
const MOST_THREADS = 150;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint({ cursor, settings, now }: PollContext<YouTubeSettings>): Cursor {
  const read = Cursor.safeParse(cursor);
  const none: Cursor = {
    channel: null,
    films: [],
    found: [],
    searched: {},
    watched: [],
    account: null,
    used: { day: '', units: 0 },
  };
  const stored = read.success ? structuredClone(read.data) : none;
  const { channelId, queries } = settings;
  const floor = now().getTime() - settings.lookBackHours * 3_600_000;
  const channel =
    channelId === undefined ? null : stored.channel?.id === channelId ? stored.channel : { id: channelId, lane: newLane(floor) };
  const searched = Object.fromEntries(Object.entries(stored.searched).filter(([query]) => queries.includes(query)));
  return { ...stored, channel, searched, films: queries.length === 0 ? [] : stored.films };
}

export function newLane(floor: number): Lane {
  return { floor, newest: floor, seen: [], replies: [] };
}

/** @returns milliseconds before which this list shows nothing new */
export function lineOf(lane: Lane): number {
  return Math.max(lane.floor, lane.newest - LATE_MS);
}

/** Remembers what is handed on, and moves the list. */
export function remember(lane: Lane, places: readonly Place[]): void {
  lane.newest = Math.max(lane.newest, ...places.map(({ at }) => at));
  const all = new Map(lane.seen.map((one) => [one[0], one]));
  for (const { id, at, updated } of places) all.set(shortName(id), [shortName(id), at, updated]);
  const line = lineOf(lane);
  lane.seen = [...all.values()].filter(([, at]) => at >= line).sort((a, b) => b[1] - a[1]).slice(0, MOST_SEEN); // prettier-ignore
}

/** Remembers how many replies threads have, the newest threads first. */
export function rememberReplies(lane: Lane, counts: ReadonlyMap<string, number>): void {
  const before = lane.replies.filter(([name]) => !counts.has(name));
  lane.replies = [...counts, ...before].filter(([, count]) => count > 0).slice(0, MOST_THREADS);
}

export function shortName(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 9);
}
