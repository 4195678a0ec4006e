/** Asking how much was heard. */
import { z } from 'zod';
import { Instant } from '../values.js';

/** A stretch of time; without it the last 24 hours. */
export const CoverageQuery = z
  .object({ from: Instant.optional(), to: Instant.optional() })
  .refine(({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to), { message: 'must be before to', path: ['from'] });
export type CoverageQuery = z.infer<typeof CoverageQuery>;
