/** Looking back at what the desk warned of. */
import { z } from 'zod';
import { PageQuery } from '../values.js';

/** `unusual`: a watch was louder than usual; `neglected`: nobody tended an own account. */
export const EARLY_ALARM_KINDS = ['unusual', 'neglected'] as const;
export const EarlyAlarmsQuery = PageQuery.extend({ kind: z.enum(EARLY_ALARM_KINDS).optional() });
export type EarlyAlarmsQuery = z.infer<typeof EarlyAlarmsQuery>;
