/** A mention as the API shows it. */
import { z } from 'zod';
import { Id, Instant, Reason, TextRange } from '../values.js';
import { MentionState } from '../words.js';
import { ScoresView } from './scores.js';

export const AuthorView = z
  .object({
    id: Id,
    network: z.string(),
    handle: z.string().nullable(),
    name: z.string().nullable(),
    followers: z.int().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'AuthorView' });
export type AuthorView = z.infer<typeof AuthorView>;

export const MentionMatch = z
  .object({
    watchId: Id,
    watchName: z.string(),
    relevance: z.number(),
    ranges: z.array(TextRange),
    /** Why it is taken to be about us, the weightiest first, in log-odds; none for mentions stored before these were kept. */
    reasons: z.array(Reason),
  })
  .meta({ id: 'MentionMatch' });
export type MentionMatch = z.infer<typeof MentionMatch>;

/** What happened to a post between its author and us, and since. */
export const MentionNotes = z
  .object({
    waitedSeconds: z.number().meta({ description: 'from posted to stored' }),
    late: z.boolean().meta({ description: 'it came more than five minutes after it was posted' }),
    blindSeconds: z
      .number()
      .meta({ description: 'the part of the wait in which its source was blind: ours, not the customer’s' }),
    history: z.boolean().meta({ description: 'posted before its source was connected: it opens no case by itself' }),
    edits: z.int(),
    editedAt: Instant.nullable(),
    reposts: z.int(),
    repostReach: z.int().meta({ description: 'followers of those who repeated it, as far as the network told' }),
    deletedWhy: z.enum(['author', 'retention', 'erasure']).nullable(),
  })
  .meta({ id: 'MentionNotes' });
export type MentionNotes = z.infer<typeof MentionNotes>;

export const MentionView = z
  .object({
    id: Id,
    source: z.object({ id: Id, name: z.string(), kind: z.string() }),
    network: z.string(),
    externalId: z.string(),
    author: AuthorView,
    text: z.string(),
    url: z.string().nullable(),
    inReplyTo: z.string().nullable(),
    postedAt: Instant,
    fetchedAt: Instant,
    storedAt: Instant,
    scores: ScoresView,
    matches: z.array(MentionMatch),
    state: MentionState,
    notes: MentionNotes.optional().meta({
      description: 'what happened to the post; left out on a post that has only just been heard',
    }),
    caseId: Id.nullable(),
  })
  .meta({ id: 'MentionView' });
export type MentionView = z.infer<typeof MentionView>;
