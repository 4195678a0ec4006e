/** Where a poll of X goes on, and what it has learned about the API and about us. */
import { z } from 'zod';
import { Note } from '#libs/contracts/notes.js';
import type { PollContext } from '../polls.js';
import { Lane } from './lane.js';
import { idOfTime } from './normalise.js';
import type { XSettings } from './settings.js';

/** What is known of the filtered stream from one turn to the next. */
export const StreamState = z.object({
  /** When the search is read next, to close the gap of a line that was opened anew or for what the stream left out. */
  dueAt: z.string(),
  /** The line was opened since that was last done: X shows posts late, so it is done again soon. */
  fresh: z.boolean(),
  /** Tries in a row that failed, and when the next may be made. */
  failures: z.int(),
  notBefore: z.string().nullable(),
  /** Why there is no stream; one of another version is forgotten. */
  note: Note.nullable().catch(null),
  /** A digest of the rules that are set. */
  rules: z.string().nullable(),
  /** Of rules made from watches: why X does not take some of them. */
  leftOut: Note.nullish().catch(null),
  /** Until when the stream was heard. */
  heardAt: z.string().nullable(),
  /** X does not let us ask for what we missed. */
  noBackfill: z.boolean(),
  /** Ids of posts that the stream told of and the search may find again. */
  told: z.array(z.string()),
});
export type StreamState = z.infer<typeof StreamState>;

/** A compliance job that was created, the last id it is about (null: the last there is), and when it was looked after. */
const Job = z.object({ id: z.string(), last: z.string().nullable(), begun: z.string(), seen: z.string().nullable() });
export type Job = z.infer<typeof Job>;

const CheckRound = z.object({
  after: z.string().nullable(),
  begun: z.string(),
  job: Job.nullish(),
  /** X does not let us create jobs until then. */
  noJobsUntil: z.string().nullish(),
});
export type CheckRound = z.infer<typeof CheckRound>;

/** Searches for who quotes our posts: each with the posts it asks for, the oldest first. */
const Quotes = z.object({
  /** Whose posts they are. */
  of: z.string(),
  /** When our timeline was read. */
  askedAt: z.string().nullable(),
  searches: z.array(z.object({ posts: z.array(z.string()), lane: Lane })),
});
export type Quotes = z.infer<typeof Quotes>;

const Cursor = z.object({
  search: Lane,
  /** The search that the lane belongs to: another search starts anew. */
  query: z.string().nullable(),
  mentions: Lane,
  /** The searches made from the watches, each with its lane. */
  watched: z.array(z.object({ query: z.string(), lane: Lane })).default([]),
  /** Who we are, by a shortened digest of the token that says so: other keys may be another account. */
  account: z.object({ id: z.string(), username: z.string(), of: z.string() }).nullable(),
  names: z.enum(['post', 'tweet']).nullable(),
  /** Looking again at what is stored: where the round stands, and when the last one was begun. */
  check: CheckRound.nullish(),
  stream: StreamState.nullish(),
  quotes: Quotes.nullish(),
});
export type Cursor = z.infer<typeof Cursor>;

/** @returns what the last poll left, as far as it still fits the settings */
export function startingPoint(context: PollContext<XSettings>): Cursor {
  const stored = Cursor.safeParse(context.cursor);
  const query = context.settings.query ?? null;
  if (!stored.success)
    return { search: newLane(context), query, mentions: newLane(context), watched: [], account: null, names: null };
  return stored.data.query === query ? stored.data : { ...stored.data, query, search: newLane(context) };
}

/** A new list begins a while back: all that X still has would open a case for every complaint of the week. */
export function newLane({ settings, now }: Pick<PollContext<XSettings>, 'settings' | 'now'>): Lane {
  return { sinceId: idOfTime(now().getTime() - settings.lookBackHours * 3_600_000), recent: [], run: null };
}
