/** Where a poll of Meta goes on: what is heard already, which posts have changed since, and the walk that is under way. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PollContext } from '../polls.js';
import type { MetaSettings } from './settings.js';

/** One list that is read to its end, or to what is known. */
export const Step = z.object({
  list: z.enum(['posts', 'tagged', 'comments', 'media', 'tags', 'instagram-comments', 'instagram-replies']),
  /** Whose list it is: the page, the account, a post, a comment. */
  of: z.string(),
  /** What the post looked like when it was found; remembered once its comments are read. */
  mark: z.string().optional(),
  url: z.string().nullish(),
});
export type Step = z.infer<typeof Step>;

const Walk = z.object({
  /** Milliseconds since 1970. */
  started: z.number(),
  steps: z.array(Step),
  /** Goes on in the first step from here. */
  after: z.string().nullable(),
  newest: z.number().nullable(),
  /** Posts whose comments are followed still. */
  followed: z.array(z.string()),
});
export type Walk = z.infer<typeof Walk>;

export const Cursor = z.object({
  /** Nothing older is new. Milliseconds since 1970. */
  since: z.number(),
  /** What is handed on already of what came since then: id to its time. */
  known: z.record(z.string(), z.number()),
  marks: z.record(z.string(), z.string()),
  /** What could not be read and was told already: it stays on its list. */
  refused: z.array(z.string()),
  walk: Walk.nullable(),
  /** The page by its name, and the settings that this belongs to. */
  account: z.object({ handle: z.string(), of: z.string() }).nullable(),
});
export type Cursor = z.infer<typeof Cursor>;

/** Comments show up a little late, and within one second in any order. */
const LATE_MS = 60_000;
/** More than this are not remembered: the desk's unique key folds what comes again. */
const MOST_KNOWN = 5000;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint({ cursor, settings, now }: PollContext<MetaSettings>): Cursor {
  const stored = Cursor.safeParse(cursor);
  const of = digestOf(settings);
  if (stored.success && (stored.data.account === null || stored.data.account.of === of)) return stored.data;
  return {
    since: now().getTime() - settings.lookBackHours * 3_600_000,
    known: {},
    marks: {},
    refused: [],
    walk: null,
    account: null,
  };
}

export function digestOf({ pageId, instagramId, accessToken }: MetaSettings): string {
  return createHash('sha256').update(`${pageId}\n${instagramId}\n${accessToken}`).digest('hex').slice(0, 12);
}

/** @returns a walk through all lists, the newest things first */
export function newWalk({ pageId, instagramId }: MetaSettings, now: Date): Walk {
  const facebook: Step[] = [{ list: 'posts', of: pageId }, { list: 'tagged', of: pageId }]; // prettier-ignore
  const instagram: Step[] = instagramId
    ? [
        { list: 'media', of: instagramId },
        { list: 'tags', of: instagramId },
      ]
    : [];
  return { started: now.getTime(), steps: [...facebook, ...instagram], after: null, newest: null, followed: [] };
}

/** The walk is done and stored: `since` moves up to where nothing can come late any more. */
export function settle(cursor: Cursor): void {
  const { walk } = cursor;
  if (walk === null) return;
  const line = walk.newest === null ? cursor.since : Math.max(cursor.since, Math.min(walk.newest, walk.started - LATE_MS));
  const known = Object.entries(cursor.known).filter(([, at]) => at >= line);
  cursor.known = Object.fromEntries(known.sort(([, a], [, b]) => b - a).slice(0, MOST_KNOWN));
  const followed = new Set(walk.followed);
  cursor.marks = Object.fromEntries(Object.entries(cursor.marks).filter(([id]) => followed.has(id)));
  cursor.since = line;
  cursor.walk = null;
}
