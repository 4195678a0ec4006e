/** What raises risk and urgency, and by how much: read and set by managers. */
import { z } from 'zod';
import { Instant } from '../values.js';
import { PersonRef } from '../views/people.js';

const weight = z.number().min(-1).max(1);
const share = z.number().min(0).max(1);

/** Each factor's share of a figure in [0, 1]; what they mean stands in docs/model-card.md. */
export const FactorWeights = z
  .strictObject({
    base: weight,
    negativeTone: weight,
    intent: z.strictObject({
      complaint: weight,
      question: weight,
      request: weight,
      praise: weight,
      news: weight,
      spam: weight,
      other: weight,
    }),
    signal: z.strictObject({
      'wants-person': weight,
      stop: weight,
      emergency: weight,
      threat: weight,
      'self-harm': weight,
      legal: weight,
      press: weight,
      safety: weight,
      'data-protection': weight,
      'broken-promise': weight,
    }),
    reach: weight,
    velocity: weight,
    repeatAuthor: weight,
    staffNamed: weight,
    inReplyToUs: weight,
    waiting: weight,
    shouting: weight,
  })
  .meta({ id: 'FactorWeights' });
export type FactorWeights = z.infer<typeof FactorWeights>;

export const ScoreWeights = z
  .strictObject({
    urgency: FactorWeights,
    risk: FactorWeights,
    mediumFrom: share.meta({ description: 'risk from which a post is medium' }),
    highFrom: share.meta({ description: 'risk from which a post is high' }),
  })
  .refine((w) => w.mediumFrom < w.highFrom, { path: ['mediumFrom'], message: 'must be below highFrom' })
  .meta({ id: 'ScoreWeights' });
export type ScoreWeights = z.infer<typeof ScoreWeights>;

export const SetWeights = z
  .object({ weights: ScoreWeights.nullable().meta({ description: 'null: back to those that came with the program' }) })
  .meta({ id: 'SetWeights' });
export type SetWeights = z.infer<typeof SetWeights>;

export const WeightsView = z
  .object({
    version: z.string().meta({ description: 'that scores carry now; weights of the desk’s own stand after a tilde' }),
    weights: ScoreWeights,
    shipped: ScoreWeights.meta({ description: 'as they came with the program' }),
    own: z.boolean().meta({ description: 'somebody set them: they are not those that came with the program' }),
    at: Instant.nullable(),
    by: PersonRef.nullable(),
  })
  .meta({ id: 'WeightsView' });
export type WeightsView = z.infer<typeof WeightsView>;
