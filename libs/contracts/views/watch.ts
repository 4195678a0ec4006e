/** Watches as the API shows them. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { WatchKind } from '../words.js';

export const WatchView = z
  .object({
    id: Id,
    teamId: Id,
    name: z.string(),
    kind: WatchKind,
    query: z.string(),
    canonical: z.string(),
    threshold: z.number(),
    enabled: z.boolean(),
    createdAt: Instant,
    updatedAt: Instant,
    mentionsLast24h: z.int().meta({ description: 'counted among the newest 50,000 mentions, a little behind' }),
  })
  .meta({ id: 'WatchView' });
export type WatchView = z.infer<typeof WatchView>;
