/** What is remembered of each country's store: short names of the reviews that were handed on, with their version. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import type { AppStoreSettings } from './settings.js';

const Shelf = z.object({
  /** Reviews by their id, each with a short name of the version that was handed on. */
  seen: z.record(z.string(), z.string()),
});
export type Shelf = z.infer<typeof Shelf>;

const Cursor = z.object({
  /** Another app starts anew. */
  appId: z.string(),
  shelves: z.record(z.string(), Shelf),
});
export type Cursor = z.infer<typeof Cursor>;

/** The store shows 500; some more are kept, since it leaves out some of them at times. */
const MOST_SEEN = 700;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint({ cursor, settings }: PollContext<AppStoreSettings>): Cursor {
  const read = Cursor.safeParse(cursor);
  const shelves = read.success && read.data.appId === settings.appId ? read.data.shelves : {};
  const kept = Object.entries(shelves).filter(([country]) => settings.countries.includes(country));
  return { appId: settings.appId, shelves: structuredClone(Object.fromEntries(kept)) };
}

export function versionOf(updated: string): string {
  return createHash('sha256').update(updated).digest('base64url').slice(0, 6);
}

/** Remembers them. Ids grow with time: of too many the lowest are forgotten. */
export function remember(shelf: Shelf, keys: readonly { id: string; updated: string }[]): void {
  const all = { ...shelf.seen, ...Object.fromEntries(keys.map(({ id, updated }) => [id, versionOf(updated)])) };
  const byAge = Object.entries(all).sort(([a], [b]) => b.length - a.length || (a < b ? 1 : -1));
  shelf.seen = Object.fromEntries(byAge.slice(0, MOST_SEEN));
}
