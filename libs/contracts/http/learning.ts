/** What was learned from corrections: its versions, going back to one, and taking it elsewhere. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { PersonRef } from '../views/people.js';
import { Intent, Sentiment } from '../words.js';

/** How the shipped scorer and the layer did on corrections that the layer had not seen. */
export const LearnedCheck = z
  .object({
    field: z.string(),
    examples: z.int(),
    shipped: z.number().meta({ description: 'share right without the layer, in [0, 1]' }),
    layered: z.number().meta({ description: 'share right with it' }),
    improved: z.int(),
    worsened: z.int(),
    strength: z.number(),
    taken: z.boolean().meta({ description: 'the layer takes part for this field' }),
  })
  .meta({ id: 'LearnedCheck' });
export type LearnedCheck = z.infer<typeof LearnedCheck>;

export const LearnedVersion = z
  .object({
    version: z.string(),
    base: z.string().meta({ description: 'version of the shipped scorer it was made for' }),
    at: Instant,
    by: PersonRef.nullable(),
    corrections: z.int(),
    checks: z.array(LearnedCheck),
    inForce: z.boolean(),
  })
  .meta({ id: 'LearnedVersion' });
export type LearnedVersion = z.infer<typeof LearnedVersion>;

export const LearningView = z
  .object({
    version: z
      .string()
      .meta({ description: 'that scores carry now: the shipped scorer’s, with what was learned after a plus sign' }),
    corrections: z.int().meta({ description: 'that count now' }),
    items: z.array(LearnedVersion).meta({ description: 'the newest first' }),
  })
  .meta({ id: 'LearningView' });
export type LearningView = z.infer<typeof LearningView>;

/** A version to go back to; `shipped` is the scorer as it came. */
export const LearnedVersionName = z.string().regex(/^[\w.-]{1,100}$/, 'must be a version');

export const LearnedLayerFile = z
  .looseObject({ format: z.literal([1, 2]), version: z.string(), base: z.string(), corrections: z.int() })
  .meta({ id: 'LearnedLayerFile' });
export type LearnedLayerFile = z.infer<typeof LearnedLayerFile>;

/** A stored post that is read otherwise because of what was learned. */
export const LearnedChange = z
  .object({
    mentionId: Id,
    text: z.string().meta({ description: 'at most 300 characters' }),
    sentiment: z.object({ before: Sentiment, after: Sentiment }).nullable(),
    intent: z.object({ before: Intent, after: Intent }).nullable(),
  })
  .meta({ id: 'LearnedChange' });
export type LearnedChange = z.infer<typeof LearnedChange>;

export const LearnedChanges = z
  .object({
    looked: z.int().meta({ description: 'the newest mentions of your teams' }),
    sentiment: z.int().meta({ description: 'of them read with another sentiment' }),
    intent: z.int().meta({ description: 'of them read with another intent' }),
    samples: z.array(LearnedChange).meta({ description: 'the newest, at most 20' }),
  })
  .meta({ id: 'LearnedChanges' });
export type LearnedChanges = z.infer<typeof LearnedChanges>;
