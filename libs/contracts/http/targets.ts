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

export const SetTargets = z.object({ items: z.array(ClockTarget).min(1).max(50) }).meta({ id: 'SetTargets' });
export type SetTargets = z.infer<typeof SetTargets>;
