/** What is coming: budgets that run out, promises that will break within the hour, unusual noise, accounts nobody tends. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { MentionView } from './mention.js';

export const BudgetView = z
  .object({
    standardId: Id,
    sentence: z.string(),
    percent: z.number().nullable().meta({ description: 'kept in its window; null: nothing was decided' }),
    promised: z.number(),
    allowed: z.int().meta({ description: 'how many of as many may be late' }),
    left: z.int().meta({ description: 'how many more may be late; negative: overspent' }),
    burnHour: z
      .number()
      .nullable()
      .meta({ description: 'pace of the last hour; 1 uses the budget up exactly by the end of its window' }),
    burnDay: z.number().nullable(),
    goneAt: Instant.nullable().meta({ description: 'when nothing is left at this pace' }),
  })
  .meta({ id: 'BudgetView' });
export type BudgetView = z.infer<typeof BudgetView>;

export const UnusualView = z
  .object({
    watchId: Id,
    watch: z.string(),
    of: z.enum(['all', 'negative']).meta({ description: 'which posts: all, or the negative ones' }),
    kind: z.enum(['spike', 'slow-burn']),
    seen: z.int(),
    expected: z.number(),
    strength: z.number().meta({ description: 'standard deviations above what is usual' }),
    samples: z.array(MentionView).meta({ description: 'the posts with the most followers among them' }),
  })
  .meta({ id: 'UnusualView' });
export type UnusualView = z.infer<typeof UnusualView>;

export const NeglectView = z
  .object({
    sourceId: Id,
    source: z.string(),
    account: z.string(),
    waiting: z.int().meta({ description: 'open cases without an answer for over a day' }),
    share: z.number().meta({ description: 'of the cases of thirty days, how many were never answered' }),
    lastAnswerAt: Instant.nullable(),
  })
  .meta({ id: 'NeglectView' });
export type NeglectView = z.infer<typeof NeglectView>;

export const ForesightView = z
  .object({
    now: Instant,
    budgets: z.array(BudgetView),
    forecast: z.object({
      late: z.int().meta({ description: 'cases due within the hour that will be late, if things go on as they do' }),
      open: z.int(),
      arrivalsPerHour: z.number(),
      handlingSeconds: z.int(),
      people: z.int().meta({ description: 'responders who did something within a quarter of an hour' }),
    }),
    unusual: z.array(UnusualView),
    neglected: z.array(NeglectView),
  })
  .meta({ id: 'ForesightView' });
export type ForesightView = z.infer<typeof ForesightView>;
