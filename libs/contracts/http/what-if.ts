/** What if: the last weeks replayed under changed terms, beside what was really promised. */
import { z } from 'zod';
import { minutesOf, WEEKDAYS } from '#libs/time/calendar-rules.js';
import { isZone } from '#libs/time/zone-offset.js';
import { Id, Instant } from '../values.js';
import { StandardTerms } from './standards.js';

const timeOfDay = z
  .string()
  .max(5)
  .refine((time) => !Number.isNaN(minutesOf(time)), 'must be a time from 00:00 to 24:00');

export const Shift = z
  .object({
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'must not name a day twice'),
    from: timeOfDay,
    to: timeOfDay,
    people: z.int().min(1).max(10_000),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from; a shift over midnight is two' })
  .meta({ id: 'Shift' });
export type Shift = z.infer<typeof Shift>;

export const Staffing = z
  .object({
    zone: z.string().max(64).refine(isZone, 'there is no such time zone'),
    shifts: z.array(Shift).min(1).max(50).meta({ description: 'who is there; shifts that meet add up' }),
    handlingSeconds: z
      .int()
      .min(1)
      .max(86_400)
      .nullable()
      .default(null)
      .meta({ description: 'an answer takes so long; null: as long as it took then' }),
  })
  .meta({ id: 'Staffing' });
export type Staffing = z.infer<typeof Staffing>;

/** Clocks that stop when a person answers: others do not follow from how many are there. */
export const STAFFED_CLOCKS = ['acknowledge', 'human-response'] as const;

export const AskWhatIf = z
  .object({
    terms: StandardTerms,
    standardId: Id.nullable().default(null).meta({ description: 'the standard that would have these terms; null: a new one at the end of the list' }),
    weeks: z.int().min(1).max(53).default(4),
    staffing: Staffing.nullable().default(null).meta({ description: 'with these people instead of those who were there; for acknowledge and human-response' }),
  })
  .refine(({ terms, staffing }) => staffing === null || (STAFFED_CLOCKS as readonly string[]).includes(terms.clock), {
    path: ['staffing'], message: 'must be null: this clock does not follow from how many people are there',
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

const Responses = z.object({
  answered: z.int().meta({ description: 'waits that ended with an answer' }),
  medianSeconds: z.int().nullable().meta({ description: 'from the post to the answer, by the clock on the wall' }),
  p90Seconds: z.int().nullable(),
});

export const Staffed = z
  .object({
    kept: Replayed.meta({ description: 'the same cases under these terms, answered by these people' }),
    actual: Responses,
    forecast: Responses,
    unanswered: z.int().meta({ description: 'waits without an answer at the end' }),
    handlingSeconds: z.int().meta({ description: 'what an answer took, the median' }),
    presentSeconds: z.int().meta({ description: 'of all people together' }),
    busyShare: z.number().nullable().meta({ description: 'of that time, spent on answers; null: nobody was there' }),
  })
  .meta({ id: 'Staffed' });
export type Staffed = z.infer<typeof Staffed>;

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
    staffed: Staffed.nullable().meta({ description: 'the forecast for other people, once it is done; null: none was asked for' }),
  })
  .meta({ id: 'WhatIf' });
export type WhatIfView = z.infer<typeof WhatIfView>;
