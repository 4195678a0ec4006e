/** What listening costs: prices and caps of a source, and what it used. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';

const Price = z.number().min(0).max(1000);
const Cap = z.number().min(0).max(1e12).nullable();

export const SourceBudget = z
  .object({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: 'ISO 4217' }),
    perCall: Price,
    perPost: Price.meta({ description: 'per post read; the same post counts once a day of UTC' }),
    perUnit: Price.meta({ description: 'per unit of the network’s own, such as quota' }),
    capCalls: Cap.meta({ description: 'of a month of UTC, as all caps; null: none' }),
    capPosts: Cap,
    capUnits: Cap,
    capMoney: Cap,
  })
  .meta({ id: 'SourceBudget' });
export type SourceBudget = z.infer<typeof SourceBudget>;

const Use = z.object({ calls: z.number(), posts: z.number(), units: z.number(), money: z.number() });

export const SourceUseView = z
  .object({
    sourceId: Id,
    budget: SourceBudget,
    month: Use.meta({ description: 'used since the month began' }),
    perDay: Use.meta({ description: 'on average in the last days' }),
    foreseen: Use.meta({ description: 'by the end of the month, if the last days go on' }),
    share: z.number().nullable().meta({ description: 'largest share of a cap that is used; null without caps' }),
    foreseenShare: z.number().nullable(),
    cappedUntil: Instant.nullable().meta({ description: 'the cap is reached: nothing is asked until then' }),
  })
  .meta({ id: 'SourceUseView' });
export type SourceUseView = z.infer<typeof SourceUseView>;
