/** The flight recorder of a case: each run of each clock with the facts that decided it, as the desk knew them at some moment. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { ClockKind, ClockState } from '../words.js';

/** A fact of the case, named by its place in the history (a…) or by its mention (m…). */
export const FactView = z
  .object({
    id: z.string(),
    kind: z.enum([
      'posted', 'opened-by-hand', 'acknowledged', 'answered', 'claimed', 'unclaimed', 'waiting', 'resumed', 'promised', 'resolved', 'reopened',
      'escalated', 'manager-joined', 'followed-up', 'excluded', 'included', 'withdrawn',
    ]),
    at: Instant,
    knownAt: Instant.meta({ description: 'when the desk learned of it' }),
    writtenAt: Instant.nullable().meta({ description: 'of an answer: when its words were written; it answers what was known by then' }),
    automatic: z.boolean(),
    asks: z.boolean().meta({ description: 'of a post: it asks for an answer' }),
    closing: z.boolean().meta({ description: 'of a post: it only closes the talk' }),
    until: Instant.nullable().meta({ description: 'of a promise: the date' }),
  })
  .meta({ id: 'CaseFact' }); // prettier-ignore
export type FactView = z.infer<typeof FactView>;

export const ClockRecord = z
  .object({
    kind: ClockKind,
    episode: z.int(),
    standardId: Id,
    sentence: z.string(),
    state: ClockState,
    startedAt: Instant,
    startedBy: z.string().meta({ description: 'the fact that started it' }),
    warnAts: z.array(Instant),
    warned: z.int(),
    dueAt: Instant,
    unacceptableAt: Instant.nullable(),
    breachedAt: Instant.nullable(),
    failedAt: Instant.nullable().meta({ description: 'when the wait became unacceptable' }),
    pausedSince: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    stoppedBy: z.string().nullable().meta({ description: 'the fact that stopped it' }),
    blindSeconds: z.number().meta({ description: 'open time until the desk knew of the post' }),
    queueSeconds: z.number().meta({ description: 'then until somebody had the case' }),
    ownSeconds: z.number().meta({ description: 'then ours' }),
  })
  .meta({ id: 'ClockRecord' });
export type ClockRecord = z.infer<typeof ClockRecord>;

export const CaseClocks = z
  .object({
    at: Instant,
    facts: z.array(FactView),
    clocks: z.array(ClockRecord),
    waitingSince: Instant.nullable(),
    pausedSince: Instant.nullable(),
    excluded: z.string().nullable().meta({ description: 'the fact that took the case out of the count' }),
  })
  .meta({ id: 'CaseClocks' });
export type CaseClocks = z.infer<typeof CaseClocks>;

export const CaseClocksQuery = z.object({
  at: Instant.optional().meta({ description: 'judge by what the desk knew then; default now' }),
});
export type CaseClocksQuery = z.infer<typeof CaseClocksQuery>;
