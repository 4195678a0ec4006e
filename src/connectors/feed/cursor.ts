/** What a feed's poll remembers from one time to the next. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const Cursor = z.object({
  /** The settings' address this belongs to; another one starts anew. */
  of: z.string(),
  /** Where the feed moved for good; else null. */
  movedTo: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Short hashes of ids that were handed over, newest first. */
  seen: z.array(z.string()),
  /** Stories of Google News that were handed on, newest first: publisher and headline. */
  stories: z.array(z.tuple([z.string(), z.string()])).default([]),
});
export type FeedCursor = z.infer<typeof Cursor>;

/** Kept beyond what the feed shows now: entries come back when others are deleted. */
const SPARE = 1_000;

/** A cursor that cannot be read is as good as none: the unique key of mentions stops what comes twice. */
export function cursorFor(url: string, stored: unknown): FeedCursor {
  const read = Cursor.safeParse(stored);
  if (read.success && read.data.of === url) return read.data;
  return { of: url, movedTo: null, etag: null, lastModified: null, seen: [], stories: [] };
}

/** A short name of an id, or of a refused entry: 9 bytes are enough for thousands in one feed. */
export function seenKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}

/** @param current keys of all entries the feed shows now; they are never forgotten while it shows them */
export function boundedSeen(handed: Iterable<string>, before: string[], current: ReadonlySet<string>): string[] {
  const all = [...new Set([...handed, ...before])];
  let spare = SPARE;
  return all.filter((key) => current.has(key) || spare-- > 0);
}
