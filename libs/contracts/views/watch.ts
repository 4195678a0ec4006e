/** Watches as the API shows them. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { WatchKind } from '../words.js';

const words = z.array(z.string().trim().min(1).max(60)).max(100);

/** What a watch sets besides its query; what is left out follows the kind of the watch and the language of the post. */
export const WatchOptions = z
  .strictObject({
    languages: z
      .array(z.enum(['tr', 'sk', 'en']))
      .min(1)
      .max(3)
      .meta({ description: 'whose inflection to expect' }),
    context: z
      .strictObject({ for: words, against: words })
      .partial()
      .meta({ description: 'words near the name that speak for or against a post being about us' }),
    suffixes: z.boolean().meta({ description: 'find inflected forms' }),
    joined: z.boolean().meta({ description: 'find names written together or with a hyphen' }),
    misspelt: z.boolean().meta({ description: 'find common misspellings of long names' }),
  })
  .partial()
  .meta({ id: 'WatchOptions' });
export type WatchOptions = z.infer<typeof WatchOptions>;

export const WatchView = z
  .object({
    id: Id,
    teamId: Id,
    name: z.string(),
    kind: WatchKind,
    query: z.string(),
    canonical: z.string(),
    threshold: z.number(),
    options: WatchOptions,
    enabled: z.boolean(),
    createdAt: Instant,
    updatedAt: Instant,
    mentionsLast24h: z.int().meta({ description: 'by the hour in which they were posted, some seconds behind' }),
  })
  .meta({ id: 'WatchView' });
export type WatchView = z.infer<typeof WatchView>;
