/** Where a poll of an instance goes on. */
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import { Lane, newLane } from './lane.js';
import type { MastodonSettings } from './settings.js';

const Cursor = z.object({
  /** The instance all of this belongs to: another one has other ids. */
  of: z.string(),
  /** By what they read: `#` and a hashtag, `?` and a search, `@` and our account. */
  lanes: z.record(z.string(), Lane),
  /** What the stream handed on, with the time of the post: the lists show it, too. */
  streamed: z.record(z.string(), z.number()),
});
export type Cursor = z.infer<typeof Cursor>;

const MOST_STREAMED = 3000;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint({ cursor, settings }: Pick<PollContext<MastodonSettings>, 'cursor' | 'settings'>): Cursor {
  const stored = Cursor.safeParse(cursor);
  const of = new URL(settings.instance).origin;
  if (!stored.success || stored.data.of !== of) return { of, lanes: {}, streamed: {} };
  return { ...stored.data, streamed: Object.fromEntries(Object.entries(stored.data.streamed).slice(-MOST_STREAMED)) };
}

export function laneAt(cursor: Cursor, name: string): Lane {
  return (cursor.lanes[name] ??= newLane());
}
