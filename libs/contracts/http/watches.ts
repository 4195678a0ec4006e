/** Watches, and trying a query before it is one. */
import { z } from 'zod';
import { Id, Instant, Reason, TextRange } from '../values.js';
import { WatchOptions } from '../views/watch.js';
import { WatchKind } from '../words.js';

const query = z.string().min(1).max(20_000);
export const AddWatch = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: WatchKind,
    query,
    threshold: z.number().min(0).max(1).default(0.5),
    options: WatchOptions.default({}),
    teamId: Id.optional().meta({ description: 'default: your first team' }),
    enabled: z.boolean().default(true),
  })
  .meta({ id: 'AddWatch' });
export type AddWatch = z.infer<typeof AddWatch>;

export const ChangeWatch = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: WatchKind,
    query,
    threshold: z.number().min(0).max(1),
    options: WatchOptions.meta({ description: 'replaces all of them' }),
    enabled: z.boolean(),
  })
  .partial()
  .meta({ id: 'ChangeWatch' });
export type ChangeWatch = z.infer<typeof ChangeWatch>;

export const TestWatch = z
  .object({
    query,
    texts: z.array(z.string().max(100_000)).max(1000),
    threshold: z.number().min(0).max(1).default(0.5),
    kind: WatchKind.optional(),
    options: WatchOptions.optional(),
  })
  .meta({ id: 'TestWatch' });
export type TestWatch = z.infer<typeof TestWatch>;

export const TestWatchAnswer = z
  .object({
    canonical: z.string(),
    results: z.array(z.object({ matched: z.boolean(), relevance: z.number().min(0).max(1), ranges: z.array(TextRange) })),
  })
  .meta({ id: 'TestWatchAnswer' });
export type TestWatchAnswer = z.infer<typeof TestWatchAnswer>;

export const PreviewWatch = z
  .object({
    query,
    watchId: Id.optional().meta({ description: 'the watch this would change: the answer then says what that adds and removes' }),
    threshold: z.number().min(0).max(1).default(0.5),
    kind: WatchKind.optional(),
    options: WatchOptions.optional(),
    days: z.int().min(1).max(30).default(7),
  })
  .meta({ id: 'PreviewWatch' });
export type PreviewWatch = z.infer<typeof PreviewWatch>;

/** A stored post that the query finds: where, how surely, and why. */
export const PreviewSample = z
  .object({
    mentionId: Id,
    text: z.string().meta({ description: 'at most 600 characters' }),
    language: z.string(),
    postedAt: Instant,
    relevance: z.number().min(0).max(1),
    ranges: z.array(TextRange),
    reasons: z.array(Reason),
  })
  .meta({ id: 'PreviewSample' });
export type PreviewSample = z.infer<typeof PreviewSample>;

const found = z.object({ count: z.int(), samples: z.array(PreviewSample).meta({ description: 'the newest, at most 20' }) });

/** Posts that no watch found were never stored: nothing can be said of those. */
export const PreviewWatchAnswer = z
  .object({
    canonical: z.string(),
    looked: z.int().meta({ description: 'stored mentions of your teams that were looked at' }),
    since: Instant.meta({ description: 'how far back; later than asked for when capped' }),
    capped: z.boolean().meta({ description: 'there was more than is looked at in one go' }),
    days: z.number().meta({ description: 'length of the stretch looked at, in days' }),
    perDay: z.number(),
    matched: found,
    below: z.int().meta({ description: 'the words are there, but less relevant than the threshold' }),
    change: z
      .object({ before: z.int(), added: found, removed: found })
      .nullable()
      .meta({ description: 'against what the watch asks for now; null without watchId' }),
  })
  .meta({ id: 'PreviewWatchAnswer' });
export type PreviewWatchAnswer = z.infer<typeof PreviewWatchAnswer>;

/** A word that tells what is about us from what is not, with how many posts of each kind have it. */
export const SuggestedWord = z
  .object({ word: z.string(), ours: z.int(), notOurs: z.int(), weight: z.number() })
  .meta({ id: 'SuggestedWord' });
export type SuggestedWord = z.infer<typeof SuggestedWord>;

export const WatchSuggestions = z
  .object({
    ours: z.int().meta({ description: 'posts of this watch that people worked on' }),
    notOurs: z.int().meta({ description: 'posts of this watch that people said are not about us' }),
    for: z.array(SuggestedWord),
    against: z.array(SuggestedWord),
  })
  .meta({ id: 'WatchSuggestions' });
export type WatchSuggestions = z.infer<typeof WatchSuggestions>;
