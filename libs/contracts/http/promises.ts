/** What people do to the promises of a case: wait for the customer, promise a date, follow up, take it out of the count. */
import { z } from 'zod';
import { Instant } from '../values.js';

const note = z.string().trim().max(2000).optional();

export const WithNote = z.object({ note }).meta({ id: 'WithNote' });
export type WithNote = z.infer<typeof WithNote>;

export const PromiseDate = z
  .object({ until: Instant.meta({ description: 'by when the customer was promised an answer' }), note })
  .meta({ id: 'PromiseDate' });
export type PromiseDate = z.infer<typeof PromiseDate>;

export const Exclude = z
  .object({ reason: z.string().trim().min(3).max(2000).meta({ description: 'why it does not count; shown in reports' }) })
  .meta({ id: 'Exclude' });
export type Exclude = z.infer<typeof Exclude>;
