/** Sources and connectors as the API shows them. A stored credential is never part of it. */
import { z } from 'zod';
import { Notes } from '../notes.js';
import { Id, Instant } from '../values.js';
import { HealthReason, PollOutcome, SourceHealth, SourceKind } from '../words.js';

export const SourceView = z
  .object({
    id: Id,
    kind: SourceKind,
    name: z.string(),
    enabled: z.boolean(),
    settings: z.record(z.string(), z.unknown()).meta({ description: 'without secrets' }),
    secretsSet: z.array(z.string()).meta({ description: 'names of the secrets that are stored' }),
    account: z.object({ handle: z.string(), externalId: z.string().nullable() }).nullable(),
    intervalSeconds: z.int(),
    longestIntervalSeconds: z
      .int()
      .nullable()
      .meta({ description: 'between polls, when it finds little; null: always intervalSeconds' }),
    paceSeconds: z
      .number()
      .nullable()
      .meta({ description: 'between polls, as its yield sets it now; its budget may make it longer' }),
    waitsFor: z
      .object({ host: z.string(), until: Instant, message: z.string().nullable() })
      .nullable()
      .meta({ description: 'its server does not answer and is left alone until then' }),
    quietSeconds: z.int().nullable().meta({ description: 'silence after which it counts as blind; 0: never; null: learned' }),
    health: SourceHealth,
    healthReason: HealthReason.nullable().meta({ description: 'why it hears badly or nothing' }),
    lastOutcome: PollOutcome.nullable(),
    lastMessage: z.string().nullable().meta({ description: 'what its last poll said, in English sentences' }),
    lastNotes: Notes,
    lastPolledAt: Instant.nullable(),
    lastPostAt: Instant.nullable(),
    nextPollAt: Instant.nullable(),
    createdAt: Instant,
    counts: z.object({ accepted: z.int(), duplicate: z.int(), refused: z.int(), matched: z.int() }),
    canReply: z.boolean(),
    receiveUrl: z.string().nullable().meta({ description: 'path to post to, for a source that is called' }),
    polls: z.boolean().meta({ description: 'false: heard only when it is called' }),
  })
  .meta({ id: 'SourceView' });
export type SourceView = z.infer<typeof SourceView>;

/** One field of a connector's settings form. */
export const SettingsField = z
  .object({
    name: z.string(),
    type: z.enum(['text', 'url', 'secret', 'number', 'switch', 'list', 'choice']),
    required: z.boolean(),
    default: z.unknown().optional(),
    choices: z.array(z.string()).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    label: z.string(),
    description: z.string().optional(),
    advanced: z.literal(true).optional().meta({ description: 'seldom needed: shown last, folded away' }),
  })
  .meta({ id: 'SettingsField' });
export type SettingsField = z.infer<typeof SettingsField>;

export const ConnectorView = z
  .object({
    kind: SourceKind,
    fields: z.array(SettingsField),
    polls: z.boolean(),
    receives: z.boolean(),
    replies: z.boolean(),
  })
  .meta({ id: 'ConnectorView' });
export type ConnectorView = z.infer<typeof ConnectorView>;

/** One poll or delivery in a source's ledger. */
export const PollView = z
  .object({
    id: Id,
    startedAt: Instant,
    endedAt: Instant,
    outcome: PollOutcome,
    message: z.string().nullable().meta({ description: 'what it said, in English sentences' }),
    notes: Notes,
    accepted: z.int(),
    duplicate: z.int(),
    refused: z.int(),
    matched: z.int(),
  })
  .meta({ id: 'PollView' });
export type PollView = z.infer<typeof PollView>;

/** A post that could not be taken: kept with its reason, never dropped in silence. */
export const RefusedPostView = z
  .object({ id: Id, at: Instant, index: z.int(), externalId: z.string().nullable(), reason: z.string(), excerpt: z.string() })
  .meta({ id: 'RefusedPostView' });
export type RefusedPostView = z.infer<typeof RefusedPostView>;
