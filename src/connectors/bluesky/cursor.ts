/** Where a poll of Bluesky goes on. */
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import { StreamPlace } from './jetstream-pile.js';
import { Lane } from './lane.js';
import type { BlueskySettings } from './settings.js';

const Cursor = z.object({
  search: Lane,
  /** The search that the lane belongs to: another search starts anew. */
  query: z.string().nullable(),
  mentions: Lane,
  /** Whose mentions they are. */
  did: z.string().nullable(),
  /** Null before the first event. */
  stream: StreamPlace.nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint(context: PollContext<BlueskySettings>): Cursor {
  const stored = Cursor.safeParse(context.cursor);
  const query = context.settings.query ?? null;
  if (!stored.success) return { search: newLane(context), query, mentions: newLane(context), did: null, stream: null };
  return stored.data.query === query ? stored.data : { ...stored.data, query, search: newLane(context) };
}

/** A new list begins a while back: all that there ever was would open a case for every old complaint. */
export function newLane({ settings, now }: Pick<PollContext<BlueskySettings>, 'settings' | 'now'>): Lane {
  return { from: now().getTime() - settings.lookBackHours * 3_600_000, handed: {}, run: null };
}
