/** Asking how much was heard. */
import { z } from 'zod';
import { Id, Instant, PageQuery } from '../values.js';

/** A stretch of time; without it the last 24 hours. */
export const CoverageQuery = z
  .object({ from: Instant.optional(), to: Instant.optional() })
  .refine(({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to), { message: 'must be before to', path: ['from'] });
export type CoverageQuery = z.infer<typeof CoverageQuery>;

/** `blind`: nothing was heard; `degraded`: polls failed or were cut short, and it was heard all the same. */
export const PAST_ALARM_KINDS = ['blind', 'degraded'] as const;
export const PastAlarmsQuery = PageQuery.extend({ kind: z.enum(PAST_ALARM_KINDS).optional(), sourceId: Id.optional() });
export type PastAlarmsQuery = z.infer<typeof PastAlarmsQuery>;
