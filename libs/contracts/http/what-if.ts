/** What if: the last weeks replayed under changed terms, beside what was really promised. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { StandardTerms } from './standards.js';

export const AskWhatIf = z
  .object({
    terms: StandardTerms,
    standardId: Id.nullable().default(null).meta({ description: 'the standard that would have these terms; null: a new one at the end of the list' }),
    weeks: z.int().min(1).max(53).default(4),
  })
  .meta({ id: 'AskWhatIf' }); // prettier-ignore
export type AskWhatIf = z.infer<typeof AskWhatIf>;

export const Replayed = z
  .object({
    clocks: z.int().meta({ description: 'runs of this kind of clock' }),
    met: z.int(),
    late: z.int(),
    unacceptable: z.int(),
    open: z.int().meta({ description: 'not decided yet' }),
    excluded: z.int(),
    withdrawn: z.int().meta({ description: 'ended because the customer took the post back' }),
    lateBlind: z.int().meta({ description: 'late ones whose longest part was before the desk knew' }),
    lateQueue: z.int().meta({ description: 'late ones that waited longest in the queue' }),
    lateOwn: z.int().meta({ description: 'late ones that waited longest for the one who had the case' }),
  })
  .meta({ id: 'Replayed' });
export type Replayed = z.infer<typeof Replayed>;

export const WhatIfView = z
  .object({
    id: Id,
    state: z.enum(['running', 'done', 'cancelled']),
    total: z.int().nullable().meta({ description: 'cases to replay; null: being counted' }),
    done: z.int(),
    from: Instant,
    before: Replayed.meta({ description: 'every clock of this kind, as promised then' }),
    after: Replayed.meta({ description: 'the same cases, had the list stood with these terms' }),
    better: z.int().meta({ description: 'cases that would be in time and were not' }),
    worse: z.int().meta({ description: 'cases that would be late and were not' }),
  })
  .meta({ id: 'WhatIf' });
export type WhatIfView = z.infer<typeof WhatIfView>;
