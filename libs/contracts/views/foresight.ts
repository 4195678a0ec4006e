/** What is coming: budgets that run out, promises that will break within the hour, unusual noise, accounts nobody tends. */
import { z } from 'zod';
import { EARLY_ALARM_KINDS } from '../http/early-alarms.js';
import { Id, Instant } from '../values.js';
import { SourceName, ToldView } from './coverage.js';
import { MentionView } from './mention.js';
import { PersonRef } from './people.js';

export const BudgetView = z
  .object({
    standardId: Id,
    sentence: z.string(),
    percent: z.number().nullable().meta({ description: 'kept in its window; null: nothing was decided' }),
    promised: z.number(),
    allowed: z.int().meta({ description: 'how many of as many may be late' }),
    left: z.int().meta({ description: 'how many more may be late; negative: overspent' }),
    burnHour: z
      .number()
      .nullable()
      .meta({ description: 'pace of the last hour; 1 uses the budget up exactly by the end of its window' }),
    burnDay: z.number().nullable(),
    goneAt: Instant.nullable().meta({ description: 'when nothing is left at this pace' }),
  })
  .meta({ id: 'BudgetView' });
export type BudgetView = z.infer<typeof BudgetView>;

/** How loud a watch is, or was at its loudest. */
export const Loudness = z.object({
  of: z.enum(['all', 'negative']).meta({ description: 'which posts: all, or the negative ones' }),
  kind: z.enum(['spike', 'slow-burn']),
  seen: z.int().meta({ description: 'in the running hour of a spike, in 24 hours of a slow burn' }),
  expected: z.number(),
  strength: z.number().meta({ description: 'standard deviations above what is usual' }),
  mentionIds: z.array(Id).meta({ description: 'the posts with the most followers among them' }),
});
export type Loudness = z.infer<typeof Loudness>;

/** Who has taken an alarm on. */
const TakenOn = z.object({ acknowledgedBy: PersonRef.nullable(), acknowledgedAt: Instant.nullable() });

export const UnusualView = Loudness.omit({ mentionIds: true })
  .extend({
    ...TakenOn.shape,
    alarmId: Id,
    watchId: Id,
    watch: z.string(),
    since: Instant.meta({ description: 'when it was found; it may have paused since, for less than a day' }),
    samples: z.array(MentionView).meta({ description: 'the posts with the most followers among them' }),
  })
  .meta({ id: 'UnusualView' });
export type UnusualView = z.infer<typeof UnusualView>;

/** How an own account is left alone. */
export const Neglect = z.object({
  waiting: z.int().meta({ description: 'open cases without an answer for over a day' }),
  share: z.number().meta({ description: 'of the cases of thirty days, how many were never answered' }),
  lastAnswerAt: Instant.nullable(),
});
export type Neglect = z.infer<typeof Neglect>;

export const NeglectView = Neglect.extend({
  ...TakenOn.shape,
  alarmIds: z.array(Id).meta({ description: 'one for each team whose cases wait there; taken on when all of them are' }),
  sourceId: Id,
  source: z.string(),
  account: z.string(),
}).meta({ id: 'NeglectView' });
export type NeglectView = z.infer<typeof NeglectView>;

/** Something that the desk warned of, as it was at its worst. */
export const EarlyAlarmView = z
  .object({
    id: Id,
    kind: z.enum(EARLY_ALARM_KINDS),
    from: Instant,
    to: Instant.nullable().meta({ description: 'null: it goes on' }),
    watch: z.object({ id: Id, name: z.string() }).nullable(),
    source: SourceName.extend({ account: z.string().nullable() }).nullable(),
    loud: Loudness.omit({ mentionIds: true }).nullable().meta({ description: 'of a watch that was louder than usual' }),
    neglect: Neglect.nullable().meta({ description: 'of an own account that nobody tended' }),
    samples: z.array(MentionView).meta({ description: 'the posts that did it' }),
    told: z.array(ToldView),
    ...TakenOn.shape,
  })
  .meta({ id: 'EarlyAlarm' });
export type EarlyAlarmView = z.infer<typeof EarlyAlarmView>;

export const ForesightView = z
  .object({
    now: Instant,
    budgets: z.array(BudgetView),
    forecast: z.object({
      late: z.int().meta({ description: 'cases due within the hour that will be late, if things go on as they do' }),
      open: z.int(),
      arrivalsPerHour: z.number(),
      handlingSeconds: z.int(),
      people: z.int().meta({ description: 'responders who did something within a quarter of an hour' }),
    }),
    unusual: z.array(UnusualView).meta({ description: 'found within the last minutes: the desk looks once a minute' }),
    neglected: z.array(NeglectView),
  })
  .meta({ id: 'ForesightView' });
export type ForesightView = z.infer<typeof ForesightView>;
