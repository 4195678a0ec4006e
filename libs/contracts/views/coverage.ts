/** How much was heard: the ledger of each source, coverage over a stretch of time, and alarms of blind sources. */
import { z } from 'zod';
import { Notes } from '../notes.js';
import { Id, Instant } from '../values.js';
import { HealthReason, SourceHealth } from '../words.js';
import { PAST_ALARM_KINDS } from '../http/coverage.js';
import { NoticeChannel, NoticeState } from '../http/ladders.js';
import { PersonRef } from './people.js';

export const HealthLine = z
  .object({
    id: Id,
    state: z.enum(['listening', 'degraded', 'blind', 'off']),
    from: Instant,
    to: Instant.nullable().meta({ description: 'null: it goes on' }),
    reason: HealthReason.nullable(),
    message: z.string().nullable(),
    notes: Notes,
    unheardFrom: Instant.nullable().meta({ description: 'of blind time that is over: what could not be heard later' }),
    unheardTo: Instant.nullable(),
    lateMentions: z.int().nullable().meta({ description: 'mentions that were posted in this time and heard after it' }),
  })
  .meta({ id: 'HealthLine' });
export type HealthLine = z.infer<typeof HealthLine>;

/** Shares in [0, 1]; null when nothing was meant to listen. */
export const CoverageShares = z
  .object({
    live: z.number().nullable().meta({ description: 'of the time, heard at once' }),
    heard: z.number().nullable().meta({ description: 'of the time, heard by now, at once or later' }),
    blindSeconds: z.number(),
    degradedSeconds: z.number(),
    unheardSeconds: z.number(),
  })
  .meta({ id: 'CoverageShares' });
export type CoverageShares = z.infer<typeof CoverageShares>;

export const SourceName = z.object({ id: Id, name: z.string(), kind: z.string() });

export const CoverageView = CoverageShares.extend({
  from: Instant,
  to: Instant,
  sources: z.array(CoverageShares.extend({ source: SourceName, health: SourceHealth })),
  windows: z
    .array(HealthLine.extend({ source: SourceName }))
    .meta({ description: 'the blind stretches, the newest first, 200 at most' }),
}).meta({ id: 'CoverageView' });
export type CoverageView = z.infer<typeof CoverageView>;

export const SourceAlarmView = z
  .object({
    id: Id,
    source: SourceName,
    at: Instant,
    blindSince: Instant,
    reason: HealthReason,
    message: z.string().nullable(),
    notes: Notes,
    episodes: z.int().meta({ description: 'times it went blind shortly after it had recovered, the first included' }),
    endedAt: Instant.nullable(),
    acknowledgedBy: PersonRef.nullable(),
    acknowledgedAt: Instant.nullable(),
  })
  .meta({ id: 'SourceAlarmView' });
export type SourceAlarmView = z.infer<typeof SourceAlarmView>;

/** A time in which a source was not heard well, with who was told of it and what it cost. */
/** Who was told of an alarm, by which way. */
export const ToldView = z.object({ to: z.string(), channel: NoticeChannel, state: NoticeState, at: Instant, problem: z.string().nullable() }); // prettier-ignore
export type ToldView = z.infer<typeof ToldView>;

export const PastAlarmView = z
  .object({
    key: z.string().meta({ description: 'of this line' }),
    kind: z.enum(PAST_ALARM_KINDS),
    alarmId: Id.nullable().meta({ description: 'null: no alarm was raised; of blind time because the desk itself did not run' }),
    source: SourceName,
    from: Instant,
    to: Instant.nullable().meta({ description: 'null: it goes on' }),
    reason: HealthReason.nullable(),
    message: z.string().nullable(),
    notes: Notes,
    episodes: z.int().meta({ description: 'times it went blind shortly after it had recovered, the first included' }),
    blindSeconds: z.number().meta({ description: 'of the time from … to, in which nothing was heard' }),
    lateMentions: z.int().nullable().meta({ description: 'mentions that were posted in it and heard after it; null: not counted yet' }),
    unheardSeconds: z.number().meta({ description: 'of it, nobody has heard to this day' }),
    unheardFrom: Instant.nullable().meta({ description: 'where what is lost for good begins' }),
    unheardTo: Instant.nullable(),
    told: z.array(ToldView),
    acknowledgedBy: PersonRef.nullable(),
    acknowledgedAt: Instant.nullable(),
  })
  .meta({ id: 'PastAlarm' }); // prettier-ignore
export type PastAlarmView = z.infer<typeof PastAlarmView>;

/** What the desk expects of a source. */
export const CadenceView = z
  .object({
    quietSeconds: z.int().nullable().meta({ description: 'set by a person: silence after which it counts as blind; 0: never; null: learned' }),
    learnedQuietSeconds: z.int().nullable().meta({ description: 'silence that would be odd just now, from what it brought; null: too little is known' }),
    arrivalsPerDay: z.number().nullable().meta({ description: 'times a day that it brought something, lately' }),
    silentSince: Instant.nullable(),
  })
  .meta({ id: 'CadenceView' }); // prettier-ignore
export type CadenceView = z.infer<typeof CadenceView>;

export const SourceHealthView = CoverageShares.extend({
  from: Instant,
  to: Instant,
  health: SourceHealth,
  cadence: CadenceView,
  lines: z.array(HealthLine).meta({ description: 'oldest first; the last one goes on' }),
}).meta({ id: 'SourceHealthView' });
export type SourceHealthView = z.infer<typeof SourceHealthView>;
