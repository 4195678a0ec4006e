/** The Watchtower: where the risk is now. */
import { z } from 'zod';
import { EscalationTrigger } from '../http/ladders.js';
import { Notes } from '../notes.js';
import { Instant } from '../values.js';
import { HealthReason, SourceHealth } from '../words.js';
import { CaseCard } from './case.js';
import { CoverageShares } from './coverage.js';
import { PersonRef } from './people.js';

export const EscalationView = z
  .object({
    id: z.string(),
    at: Instant,
    caseId: z.string().nullable().meta({ description: 'null: about a source' }),
    trigger: EscalationTrigger,
    clock: z.string().nullable(),
    reason: z.string().meta({ description: 'a stable key; of one raised by hand the words of who raised it' }),
    raisedBy: PersonRef.nullable(),
    acknowledgedBy: PersonRef.nullable(),
    acknowledgedAt: Instant.nullable(),
  })
  .meta({ id: 'EscalationView' });
export type EscalationView = z.infer<typeof EscalationView>;

export const WatchtowerView = z
  .object({
    now: Instant,
    open: z.int(),
    unclaimed: z.int(),
    atRisk: z.int().meta({ description: 'open cases whose next clock is past its warning but not late' }),
    breached: z.int().meta({ description: 'open cases with a clock past its due time and not yet met' }),
    highRisk: z.int(),
    heardToday: z.int(),
    resolvedToday: z.int(),
    metShareToday: z.number().nullable().meta({ description: 'clocks stopped today that were met in time, in [0, 1]' }),
    aboutToBreach: z.array(CaseCard),
    load: z.array(z.object({ person: PersonRef, claimed: z.int(), late: z.int() })),
    sources: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        health: SourceHealth,
        healthReason: HealthReason.nullable(),
        lastPolledAt: Instant.nullable(),
        message: z.string().nullable().meta({ description: 'what its last poll said, in English sentences' }),
        notes: Notes,
      }),
    ),
    coverage: z
      .object({ day: CoverageShares, week: CoverageShares })
      .meta({ description: 'how much was heard in the last 24 hours and 7 days' }),
    escalations: z.array(EscalationView),
  })
  .meta({ id: 'WatchtowerView' });
export type WatchtowerView = z.infer<typeof WatchtowerView>;
