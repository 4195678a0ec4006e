/** A mention as the API shows it. */
import { z } from 'zod';
import { Id, Instant, TextRange } from '../values.js';
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
  .object({ watchId: Id, watchName: z.string(), relevance: z.number(), ranges: z.array(TextRange) })
  .meta({ id: 'MentionMatch' });
export type MentionMatch = z.infer<typeof MentionMatch>;

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
    caseId: Id.nullable(),
  })
  .meta({ id: 'MentionView' });
export type MentionView = z.infer<typeof MentionView>;
