/** Where a poll of X goes on, and what it has learned about the API and about us. */
import { z } from 'zod';
import type { PollContext } from '../connector.js';
import { Lane, NEW_LANE } from './lane.js';
import type { XSettings } from './settings.js';

const Cursor = z.object({
  search: Lane,
  /** The search that the lane belongs to: another search starts anew. */
  query: z.string().nullable(),
  mentions: Lane,
  /** Who we are, by a shortened digest of the token that says so: other keys may be another account. */
  account: z.object({ id: z.string(), username: z.string(), of: z.string() }).nullable(),
  names: z.enum(['post', 'tweet']).nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint({ cursor, settings }: PollContext<XSettings>): Cursor {
  const stored = Cursor.safeParse(cursor);
  const query = settings.query ?? null;
  if (!stored.success) return { search: newLane(), query, mentions: newLane(), account: null, names: null };
  return stored.data.query === query ? stored.data : { ...stored.data, query, search: newLane() };
}

export function newLane(): Lane {
  return structuredClone(NEW_LANE);
}
