/** Tiers of customers ("VIP", "Gold"): who is in which, marked one by one or from a CSV file, so that a standard can be for them only. */
import { z } from 'zod';
import { Id, Instant, PageQuery } from '../values.js';
import { PersonRef } from '../views/people.js';

export const TierName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ description: 'what the tier is called; one that differs only in capitals is the same' });
const Network = z.string().trim().toLowerCase().regex(/^[a-z0-9_-]{1,40}$/, 'is no network: x, bluesky, email …'); // prettier-ignore
const Handle = z
  .string()
  .trim()
  .max(300)
  .transform((handle) => handle.replace(/^@+/, '').toLowerCase())
  .refine((handle) => handle !== '', 'names nobody');

/** A customer and a tier; `null` takes the customer out of any. */
export const MarkCustomer = z
  .union([
    z.object({ network: Network, handle: Handle, tier: TierName.nullable() }),
    z.object({ authorId: Id.meta({ description: 'author of a case of one’s teams: the account itself, whatever it is called later' }), tier: TierName.nullable() }),
  ])
  .meta({ id: 'MarkCustomer' }); // prettier-ignore
export type MarkCustomer = z.infer<typeof MarkCustomer>;

/** One line of a file that is imported. */
export const TierLine = z.object({ network: Network, handle: Handle, tier: TierName.nullable() });
export type TierLine = z.infer<typeof TierLine>;

export const MOST_MARKS = 50_000;

/** `account`: by the network's own number of the account; `handle`: by its name there. */
export const CustomerMarkView = z
  .object({ id: Id, network: z.string(), namedBy: z.enum(['account', 'handle']), name: z.string(), tier: z.string(), at: Instant, by: PersonRef.nullable() })
  .meta({ id: 'CustomerMark' }); // prettier-ignore
export type CustomerMarkView = z.infer<typeof CustomerMarkView>;

export const CustomerTierView = z.object({ tier: z.string(), customers: z.int() }).meta({ id: 'CustomerTier' });
export type CustomerTierView = z.infer<typeof CustomerTierView>;

export const MarkQuery = PageQuery.extend({
  q: z.string().max(300).optional().meta({ description: 'part of a name' }),
  tier: z.string().max(40).optional(),
});
export type MarkQuery = z.infer<typeof MarkQuery>;

export const ImportTiers = z
  .object({ csv: z.string().max(900_000).meta({ description: 'lines of network, handle, tier; a heading is understood; an empty tier takes the customer out' }) })
  .meta({ id: 'ImportTiers' }); // prettier-ignore
export type ImportTiers = z.infer<typeof ImportTiers>;

export const TIER_LINE_FAULTS = ['columns', 'network', 'handle', 'tier', 'twice', 'full'] as const;
/** What became of a file: nothing is left out silently. */
export const ImportedTiers = z
  .object({
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    same: z.int(),
    refused: z.array(z.object({ line: z.int(), why: z.enum(TIER_LINE_FAULTS) })),
  })
  .meta({ id: 'ImportedTiers' });
export type ImportedTiers = z.infer<typeof ImportedTiers>;
