/** The first promises: how many seconds each priority has, in continuous time. (Service standards replace this table.) */
import { z } from 'zod';
import { ClockKind, Priority } from '../words.js';

export const ClockTarget = z
  .object({
    kind: ClockKind,
    priority: Priority,
    targetSeconds: z.int().min(1).max(31_536_000),
    warnShare: z.number().gt(0).lt(1),
  })
  .meta({ id: 'ClockTarget' });
export type ClockTarget = z.infer<typeof ClockTarget>;

export const SetTargets = z
  .object({ items: z.array(ClockTarget).min(1).max(50) })
  .refine((t) => new Set(t.items.map((i) => `${i.kind} ${i.priority}`)).size === t.items.length, {
    path: ['items'],
    message: 'each kind and priority may stand there once',
  })
  .meta({ id: 'SetTargets' });
export type SetTargets = z.infer<typeof SetTargets>;

/** All targets. */
export const TargetsView = z.object({ items: z.array(ClockTarget) }).meta({ id: 'TargetsView' });
export type TargetsView = z.infer<typeof TargetsView>;
