/** From when on a machine leaves posts to people: everywhere, and where an account of ours is to be different. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';

const DAY = 86_400;
const limits = {
  oldAfterSeconds: z
    .int()
    .min(60)
    .max(30 * DAY)
    .meta({ description: 'posts older than this are left to people' }),
  lateAfterSeconds: z
    .int()
    .min(60)
    .max(30 * DAY)
    .meta({ description: 'so are posts heard so long after they were published' }),
  vipFollowers: z.int().min(1).max(1_000_000_000).meta({ description: 'and authors with so many followers or more' }),
  leastConfidence: z.number().min(0).max(1).meta({ description: 'and posts whose intent the scorer gives less than this' }),
  perHour: z.int().min(0).max(10_000).nullable().meta({
    description: 'automatic acknowledgements from one account in an hour, whatever the rules; null: as the rules say',
  }),
};

export const Limits = z.object(limits).meta({ id: 'PermissionLimits' });
export type Limits = z.infer<typeof Limits>;
/** What is left out is as it is everywhere. */
export const AccountLimits = z.object(limits).partial().meta({ id: 'AccountLimits' });
export type AccountLimits = z.infer<typeof AccountLimits>;

export const LimitsView = z
  .object({
    shipped: Limits,
    everywhere: Limits,
    accounts: z.array(
      z.object({
        sourceId: Id,
        name: z.string(),
        handle: z.string().nullable(),
        network: z.string(),
        own: AccountLimits,
        changedAt: Instant.nullable(),
        by: z.object({ id: Id, name: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'LimitsView', description: 'accounts that can answer, with what differs there' });
export type LimitsView = z.infer<typeof LimitsView>;
