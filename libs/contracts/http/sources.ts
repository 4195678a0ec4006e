/** Connecting sources, and posting to one that is called from outside. */
import { z } from 'zod';
import { Notes } from '../notes.js';
import { Id } from '../values.js';
import { SourceBudget } from '../views/budget.js';
import { SourceView } from '../views/source.js';
import { SourceKind } from '../words.js';

/** Silence after which a source counts as blind. */
const QuietSeconds = z
  .int()
  .min(0)
  .max(31 * 86_400)
  .nullable()
  .meta({
    description:
      'seconds of silence after which it counts as blind; 0: its silence means nothing; null: learned from what it brings',
  });

/** When it finds little it is asked less often, up to this. */
const LongestInterval = z
  .int()
  .min(1)
  .max(86_400)
  .nullable()
  .meta({ description: 'seconds between polls at the longest, when it finds little; null: always as intervalSeconds says' });

export const AddSource = z
  .object({
    kind: SourceKind,
    name: z.string().trim().min(1).max(120),
    settings: z.record(z.string(), z.unknown()).default({}),
    intervalSeconds: z.int().min(1).max(86_400).optional(),
    enabled: z.boolean().default(true),
    quietSeconds: QuietSeconds.optional(),
    longestIntervalSeconds: LongestInterval.optional(),
    budget: SourceBudget.nullable().optional(),
    casesForHours: z.number().min(0).max(8760).nullable().optional().meta({
      description:
        'posts that are older than this when the source is connected are history and open no case; null: all may; left out: 0 for feeds, 24 for other sources that are polled, null for those that are called and for replays',
    }),
  })
  .meta({ id: 'AddSource' });
export type AddSource = z.infer<typeof AddSource>;

export const AddSourceAnswer = SourceView.extend({
  issuedSecret: z.string().optional().meta({ description: 'the secret that was made because none was given; shown this once' }),
}).meta({ id: 'AddSourceAnswer' });
export type AddSourceAnswer = z.infer<typeof AddSourceAnswer>;

export const ChangeSource = z
  .object({
    name: z.string().trim().min(1).max(120),
    settings: z
      .record(z.string(), z.unknown())
      .meta({ description: 'all of them; a secret that is left out stays as it is, null takes it away' }),
    intervalSeconds: z.int().min(1).max(86_400),
    enabled: z.boolean(),
    quietSeconds: QuietSeconds,
    longestIntervalSeconds: LongestInterval,
    budget: SourceBudget.nullable(),
  })
  .partial()
  .meta({ id: 'ChangeSource' });
export type ChangeSource = z.infer<typeof ChangeSource>;

export const TestSource = z
  .object({
    kind: SourceKind,
    settings: z.record(z.string(), z.unknown()).default({}),
    sourceId: Id.optional().meta({ description: 'secrets that are left out are taken from this source' }),
  })
  .meta({ id: 'TestSource' });
export type TestSource = z.infer<typeof TestSource>;

export const TestSourceAnswer = z
  .object({
    ok: z.boolean(),
    message: z.string().meta({ description: 'what works, or what to change, in English sentences' }),
    notes: Notes,
    samples: z.array(z.object({ text: z.string(), author: z.string().nullable(), postedAt: z.string() })),
  })
  .meta({ id: 'TestSourceAnswer' });
export type TestSourceAnswer = z.infer<typeof TestSourceAnswer>;

/** A post handed to a `webhook` source. Fields that are not listed are kept as they came. */
export const PushedPost = z
  .looseObject({
    externalId: z.string().min(1).max(512),
    text: z.string().max(100_000),
    postedAt: z.iso.datetime({ offset: true }),
    author: z.looseObject({
      handle: z.string().min(1).max(200),
      name: z.string().max(300).nullish(),
      followers: z.int().min(0).nullish(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2048)
        .nullish(),
    }),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .nullish(),
    lang: z.string().max(35).nullish(),
    inReplyTo: z.string().max(512).nullish(),
    threadId: z.string().max(512).nullish(),
    network: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .nullish(),
  })
  .meta({ id: 'PushedPost' });
export type PushedPost = z.infer<typeof PushedPost>;

export const PushAnswer = z
  .object({
    accepted: z.int(),
    duplicate: z.int(),
    refused: z.int(),
    matched: z.int().meta({ description: 'accepted posts that became mentions' }),
    refusals: z.array(z.object({ index: z.int(), reason: z.string() })),
  })
  .meta({ id: 'PushAnswer' });
export type PushAnswer = z.infer<typeof PushAnswer>;

/** What a network asks before it delivers. Others than Meta may send other words. */
export const WebhookQuestion = z
  .object({ 'hub.mode': z.string(), 'hub.verify_token': z.string(), 'hub.challenge': z.string() })
  .partial()
  .meta({ id: 'WebhookQuestion' });
export type WebhookQuestion = z.infer<typeof WebhookQuestion>;

export const Challenge = z.string().meta({ id: 'Challenge' });
