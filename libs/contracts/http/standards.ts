/** Service standards: one promise each, as data. The order of the list decides: of those for one clock the first that fits a case holds for it. */
import { z } from 'zod';
import { Id, Instant, PageQuery } from '../values.js';
import { CaseCard } from '../views/case.js';
import { CoverageShares, SourceName } from '../views/coverage.js';
import { PersonRef } from '../views/people.js';
import { TierName } from './customer-tiers.js';
import { ClockKind, HealthReason, Intent, Priority } from '../words.js';

const few = <T extends z.ZodType>(item: T) => z.array(item).max(200).default([]);

/** Which cases; an empty list means any. Judged when the case opens. */
export const StandardScope = z
  .object({
    watchIds: few(Id),
    sourceIds: few(Id),
    networks: few(z.string().max(40)),
    languages: few(z.string().max(12)),
    intents: few(Intent),
    priorities: few(Priority),
    tiers: few(TierName),
    minFollowers: z.int().min(1).max(2_000_000_000).nullable().default(null).meta({ description: 'customers whom at least so many follow' }),
  })
  .meta({ id: 'StandardScope' }); // prettier-ignore
export type StandardScope = z.infer<typeof StandardScope>;

export const TELL = ['owner', 'team', 'managers'] as const;

export const StandardTerms = z
  .object({
    clock: ClockKind,
    scope: StandardScope,
    targetSeconds: z.int().min(0).max(31_536_000).meta({ description: 'late after this; of a promised date the date itself counts and this does not' }),
    unacceptableSeconds: z.int().min(0).max(63_072_000).nullable().default(null).meta({ description: 'unacceptable after this; of a promised date: so long after the date' }),
    warnShares: z.array(z.number().gt(0).lt(1)).max(5).default([0.6]).meta({ description: 'shares of the target at which it warns' }),
    percent: z.number().min(0).max(100).meta({ description: 'the share that is to be in time' }),
    windowDays: z.int().min(1).max(366).default(30).meta({ description: 'over which the share is counted' }),
    calendarId: Id.nullable().default(null).meta({ description: 'null: around the clock' }),
    emergencyWords: z.array(z.string().trim().min(2).max(80)).max(100).default([]).meta({ description: 'a post with one of them is judged around the clock' }),
    pausesWhileWaiting: z.boolean().default(false).meta({ description: 'stands still while we wait for the customer' }),
    automaticCounts: z.boolean().default(true).meta({ description: 'an automatic acknowledgement stops the acknowledge clock; never one of a person' }),
    exclusionCapPercent: z.number().min(0).max(100).default(5).meta({ description: 'at most this share of the cases of the window may be taken out of the count' }),
    tell: z.array(z.enum(TELL)).max(3).default(['managers']).meta({ description: 'who is told at the desk the moment it is late: managers always, whoever has the case, everybody of the team who answers' }),
  })
  .transform((t) => ({
    ...t,
    warnShares: [...new Set(t.warnShares)].sort((a, b) => a - b),
    tell: TELL.filter((who) => who === 'managers' || t.tell.includes(who)),
  }))
  .meta({ id: 'StandardTerms' }); // prettier-ignore
export type StandardTerms = z.infer<typeof StandardTerms>;

export const SaveStandard = z.object({ terms: StandardTerms }).meta({ id: 'SaveStandard' });
export type SaveStandard = z.infer<typeof SaveStandard>;

const reason = z.string().trim().min(3).max(500).meta({ description: 'why, for the history' });
export const WithReason = z.object({ reason }).meta({ id: 'WithReason' });
export type WithReason = z.infer<typeof WithReason>;

export const OrderStandards = z.object({ ids: z.array(Id).min(1).max(500), reason }).meta({ id: 'OrderStandards' });
export type OrderStandards = z.infer<typeof OrderStandards>;

/** The sentence in parts; its numbers are heavy. */
const Said = z
  .object({ parts: z.array(z.object({ text: z.string(), heavy: z.boolean() })), detail: z.string() })
  .meta({ id: 'Said' });

const VersionView = z
  .object({
    id: Id,
    version: z.int().nullable().meta({ description: 'null: a draft' }),
    terms: StandardTerms,
    sentence: z.string().meta({ description: 'the promise in the language of whoever asks' }),
    said: Said,
    at: Instant,
    by: PersonRef.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'StandardVersion' });
export type StandardVersionView = z.infer<typeof VersionView>;
export { VersionView as StandardVersionView };

export const StandardView = z
  .object({ id: Id, inForce: VersionView.nullable(), draft: VersionView.nullable() })
  .meta({ id: 'Standard' });
export type StandardView = z.infer<typeof StandardView>;

/** Two standards of one clock whose scopes meet. */
export const Overlap = z.object({
  clock: ClockKind,
  first: Id,
  second: Id,
  hidden: z.boolean().meta({ description: 'the second is never reached: the first takes every case of its scope' }),
});
/** Cases to which nothing is promised. */
export const Gap = z.object({ clock: ClockKind, intents: z.array(Intent), priorities: z.array(Priority) });
export type Overlap = z.infer<typeof Overlap>;
export type Gap = z.infer<typeof Gap>;

export const StandardsView = z
  .object({ items: z.array(StandardView), overlaps: z.array(Overlap), gaps: z.array(Gap) })
  .meta({ id: 'Standards' });
export type StandardsView = z.infer<typeof StandardsView>;

export const STANDARD_FAULTS = [
  'no-time', 'no-share', 'perfect-at-once', 'unacceptable-too-soon', 'longer-than-window', 'calendar-never-opens', 'calendar-gone',
  'opens-no-case',
] as const; // prettier-ignore
export const StandardFault = z
  .object({ code: z.enum(STANDARD_FAULTS), at: z.string(), message: z.string() })
  .meta({ id: 'StandardFault' });
export type StandardFault = z.infer<typeof StandardFault>;

export const CheckStandard = z
  .object({ terms: StandardTerms, standardId: Id.nullable().default(null), days: z.int().min(1).max(90).default(28) })
  .meta({ id: 'CheckStandard' });
export type CheckStandard = z.infer<typeof CheckStandard>;

export const CheckedStandard = z
  .object({
    sentence: z.string(),
    said: Said,
    faults: z.array(StandardFault),
    overlaps: z.array(Overlap),
    looked: z.int().meta({ description: 'cases of these days that were looked at, the newest' }),
    fits: z.int().meta({ description: 'of them within its scope' }),
    caught: z.int().meta({ description: 'of those not taken by a standard before it' }),
    sample: z.array(CaseCard).meta({ description: 'the newest that it catches' }),
  })
  .meta({ id: 'CheckedStandard' });
export type CheckedStandard = z.infer<typeof CheckedStandard>;

export const StandardChange = z
  .object({
    id: Id,
    at: Instant,
    by: PersonRef.nullable(),
    standardId: Id.nullable(),
    what: z.enum(['published', 'retired', 'moved']),
    version: z.int().nullable(),
    reason: z.string().nullable(),
    sentence: z.string().nullable(),
  })
  .meta({ id: 'StandardChange' });
export type StandardChange = z.infer<typeof StandardChange>;

export const AttainmentQuery = z.object({ weeks: z.coerce.number().int().min(1).max(53).default(8) });
export type AttainmentQuery = z.infer<typeof AttainmentQuery>;

/** How often a standard was kept, by the time at which each clock was decided. Cancelled ones are left out. */
export const Counted = z.object({ met: z.int(), late: z.int(), unacceptable: z.int(), excluded: z.int() });
export type Counted = z.infer<typeof Counted>;
/** Time in which a source that the standard speaks of was blind. */
export const BlindTime = z
  .object({
    source: SourceName,
    from: Instant,
    to: Instant.nullable().meta({ description: 'null: it goes on' }),
    reason: HealthReason.nullable(),
    unheardFrom: Instant.nullable().meta({ description: 'what could not be heard later either' }),
    unheardTo: Instant.nullable(),
  })
  .meta({ id: 'BlindTime' });
export type BlindTime = z.infer<typeof BlindTime>;

/** How much was heard of the sources that a standard speaks of: a share that was kept says little about what nobody heard. */
const coverage = CoverageShares;

export const AttainmentView = z
  .object({
    standardId: Id,
    window: Counted.extend({
      from: Instant,
      to: Instant,
      coverage,
      blind: z.array(BlindTime).meta({ description: 'the newest first, 20 at most' }),
      blindTimes: z.int().meta({ description: 'how many there were' }),
      withdrawn: z.int().meta({ description: 'ended because the customer took the post back, while still in time' }),
      percent: z.number().nullable().meta({ description: 'null: nothing was decided' }),
      budgetLeft: z
        .int()
        .nullable()
        .meta({ description: 'how many more may be late before the promise is broken; below 0 it is' }),
    }),
    weeks: z.array(Counted.extend({ from: Instant, to: Instant, coverage })),
  })
  .meta({ id: 'Attainment' });
export type AttainmentView = z.infer<typeof AttainmentView>;

export const COUNTED_AS = ['late', 'unacceptable', 'met', 'excluded', 'withdrawn'] as const;
/** Which clocks behind a figure are asked for. */
export const CountedClocks = PageQuery.extend({ show: z.enum(COUNTED_AS).default('late') });
export type CountedClocks = z.infer<typeof CountedClocks>;
export const CountedClockView = z
  .object({
    caseId: Id,
    who: z.object({ name: z.string().nullable(), network: z.string() }),
    kind: ClockKind,
    episode: z.int(),
    startedAt: Instant,
    dueAt: Instant,
    stoppedAt: Instant.nullable(),
    decidedAt: Instant.meta({ description: 'when it was stopped in time, or when it became late' }),
    late: z.enum(['blind', 'queue', 'own']).nullable().meta({
      description: 'of a late one, whose the longest part of the wait was: our blindness, the queue, or whoever had the case',
    }),
  })
  .meta({ id: 'CountedClock' });
export type CountedClockView = z.infer<typeof CountedClockView>;
