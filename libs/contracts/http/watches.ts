/** Watches, and trying a query before it is one. */
import { z } from 'zod';
import { Id, TextRange } from '../values.js';
import { WatchKind } from '../words.js';

const query = z.string().min(1).max(20_000);
export const AddWatch = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: WatchKind,
    query,
    threshold: z.number().min(0).max(1).default(0.5),
    teamId: Id.optional().meta({ description: 'default: your first team' }),
    enabled: z.boolean().default(true),
  })
  .meta({ id: 'AddWatch' });
export type AddWatch = z.infer<typeof AddWatch>;

export const ChangeWatch = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: WatchKind,
    query,
    threshold: z.number().min(0).max(1),
    enabled: z.boolean(),
  })
  .partial()
  .meta({ id: 'ChangeWatch' });
export type ChangeWatch = z.infer<typeof ChangeWatch>;

export const TestWatch = z
  .object({
    query,
    texts: z.array(z.string().max(100_000)).max(1000),
    threshold: z.number().min(0).max(1).default(0.5),
    kind: WatchKind.optional(),
  })
  .meta({ id: 'TestWatch' });
export type TestWatch = z.infer<typeof TestWatch>;

export const TestWatchAnswer = z
  .object({
    canonical: z.string(),
    results: z.array(z.object({ matched: z.boolean(), relevance: z.number().min(0).max(1), ranges: z.array(TextRange) })),
  })
  .meta({ id: 'TestWatchAnswer' });
export type TestWatchAnswer = z.infer<typeof TestWatchAnswer>;
