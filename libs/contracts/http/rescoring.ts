/** Scoring old mentions anew, as a job with progress. */
import { z } from 'zod';
import { Instant } from '../values.js';
import { PersonRef } from '../views/people.js';

export const StartRescoring = z
  .object({
    from: Instant.optional().meta({ description: 'posted at or after' }),
    to: Instant.optional().meta({ description: 'posted before' }),
  })
  .refine((r) => r.from === undefined || r.to === undefined || Date.parse(r.from) < Date.parse(r.to), {
    path: ['to'],
    message: 'must be after from',
  })
  .meta({ id: 'StartRescoring' });
export type StartRescoring = z.infer<typeof StartRescoring>;

export const RESCORING_STATES = ['none', 'running', 'done', 'cancelled'] as const;

/** The latest rescoring; `none`: there was none yet. */
export const RescoringView = z
  .object({
    state: z.enum(RESCORING_STATES),
    from: Instant.nullable(),
    to: Instant.nullable(),
    by: PersonRef.nullable(),
    started: Instant.nullable(),
    ended: Instant.nullable(),
    total: z.int().nullable().meta({ description: 'mentions to look at; null until they are counted' }),
    done: z.int(),
    changed: z.int().meta({ description: 'mentions whose sentiment, intent or level of risk is another one now' }),
    version: z.string().meta({ description: 'that scores carry now' }),
  })
  .meta({ id: 'RescoringView' });
export type RescoringView = z.infer<typeof RescoringView>;
