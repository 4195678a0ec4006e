/** Rules by which machines acknowledge: conditions, words, limits, their life, and a look at what one would have done. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { PersonRef } from '../views/people.js';
import { Intent, Priority, RiskLevel, Sentiment } from '../words.js';
import { DecisionOutcome } from './acknowledgements.js';

const some = <T extends z.ZodType>(item: T, description: string) =>
  z
    .array(item)
    .max(100)
    .default([])
    .meta({ description: `${description}; empty: any` });

export const RuleConditions = z
  .object({
    watchIds: some(Id, 'watch of the case'),
    sourceIds: some(Id, 'source of the case'),
    networks: some(z.string().min(1).max(40), 'network of the post'),
    languages: some(z.string().regex(/^[a-z]{2,3}$/), 'language of the post'),
    intents: some(Intent, 'intent'),
    priorities: some(Priority, 'priority of the case'),
    riskLevels: some(RiskLevel, 'risk of the case'),
    sentiments: some(Sentiment, 'sentiment'),
    words: some(z.string().trim().min(2).max(60), 'the text has one of these words'),
    hours: z
      .enum(['any', 'open', 'closed'])
      .default('any')
      .meta({ description: 'by the rule’s calendar, when the post is decided on' }),
    mentionsUs: z.enum(['any', 'yes', 'no']).default('any'),
    firstContact: z.boolean().default(false).meta({ description: 'only authors who had no case before' }),
    reachAtLeast: z.int().min(0).nullable().default(null).meta({ description: 'followers of the author' }),
    reachAtMost: z.int().min(0).nullable().default(null),
    urgencyAtLeast: z.number().min(0).max(1).nullable().default(null),
  })
  .strict()
  .meta({ id: 'RuleConditions' });
export type RuleConditions = z.infer<typeof RuleConditions>;

export const QuietHours = z
  .object({
    zone: z.string().min(1).max(60).meta({ description: 'IANA name, such as Europe/Istanbul' }),
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  })
  .strict();
export type QuietHours = z.infer<typeof QuietHours>;

export const RuleLimits = z
  .object({
    perAuthor: z.int().min(1).max(10).default(1).meta({ description: 'acknowledgements to one author' }),
    authorDays: z.int().min(1).max(90).default(1).meta({ description: 'within so many days' }),
    perHour: z.int().min(1).max(10_000).default(120),
    perNetworkHour: z.int().min(1).max(10_000).default(60),
    stormPerFiveMinutes: z
      .int()
      .min(1)
      .max(10_000)
      .default(50)
      .meta({ description: 'beyond it, the team goes over to answering by hand' }),
  })
  .strict()
  .meta({ id: 'RuleLimits' });
export type RuleLimits = z.infer<typeof RuleLimits>;

const Wordings = z.array(z.string().trim().min(1).max(1000)).min(1).max(20);
/** By language. Slots: {hi} {name} {name|fallback} {handle} {opening} {incident}. */
const ByLanguage = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[a-z]{2,3}$/), value);

export const RuleDefinition = z
  .object({
    conditions: RuleConditions.prefault({}),
    delaySeconds: z.int().min(0).max(86_400).default(0),
    unlessActed: z.boolean().default(true).meta({ description: 'not when a person has claimed or answered it meanwhile' }),
    calendarId: Id.nullable().default(null).meta({ description: 'for the condition on hours and the slot {opening}' }),
    quiet: QuietHours.nullable().default(null),
    texts: ByLanguage(Wordings).meta({
      description: 'several wordings in each language; slots {hi} {name} {name|fallback} {handle} {opening} {incident}',
    }),
    incident: ByLanguage(z.string().trim().min(1).max(500)).default({}).meta({ description: 'what the slot {incident} says' }),
    limits: RuleLimits.prefault({}),
  })
  .strict()
  .meta({ id: 'RuleDefinition' });
export type RuleDefinition = z.infer<typeof RuleDefinition>;

export const SaveRule = z
  .object({
    name: z.string().trim().min(1).max(120),
    definition: RuleDefinition,
    teamId: Id.optional().meta({ description: 'default: your first team' }),
  })
  .meta({ id: 'SaveRule' });
export type SaveRule = z.infer<typeof SaveRule>;

/** draft: being written; shadow: says what it would send; proposed: waits for a second manager; live: sends; retired: was live, or was given up. */
export const RULE_STATES = ['draft', 'shadow', 'proposed', 'live', 'retired'] as const;
export const RuleState = z.enum(RULE_STATES);
export type RuleState = z.infer<typeof RuleState>;

export const RuleVersionView = z
  .object({
    version: z.int(),
    state: RuleState,
    definition: RuleDefinition,
    by: PersonRef.nullable(),
    at: Instant,
    approvedBy: PersonRef.nullable(),
    approvedAt: Instant.nullable(),
  })
  .meta({ id: 'RuleVersionView' });
export type RuleVersionView = z.infer<typeof RuleVersionView>;

export const RuleView = z
  .object({
    id: Id,
    teamId: Id,
    name: z.string(),
    on: z.boolean().meta({ description: 'false: switched off, whatever its versions' }),
    live: RuleVersionView.nullable().meta({ description: 'the version that sends' }),
    next: RuleVersionView.nullable().meta({ description: 'the version in the making: draft, shadow or proposed' }),
    today: z.object({ sent: z.int(), wouldSend: z.int(), judgedRight: z.int(), judgedWrong: z.int() }),
    mayApprove: z.boolean().meta({ description: 'you are another person than who made the version' }),
  })
  .meta({ id: 'RuleView' });
export type RuleView = z.infer<typeof RuleView>;

export const RuleLogView = z
  .object({ at: Instant, by: PersonRef.nullable(), what: z.string(), version: z.int() })
  .meta({ id: 'RuleLogView' });
export const RuleHistory = z
  .object({ rule: RuleView, versions: z.array(RuleVersionView), log: z.array(RuleLogView) })
  .meta({ id: 'RuleHistory' });
export type RuleHistory = z.infer<typeof RuleHistory>;

export const RULE_STEPS = ['shadow', 'propose', 'approve', 'withdraw', 'off', 'on'] as const;
export const RuleStep = z.object({ step: z.enum(RULE_STEPS) }).meta({ id: 'RuleStep' });
export type RuleStep = z.infer<typeof RuleStep>;

export const PreviewRule = z
  .object({ definition: RuleDefinition, days: z.int().min(1).max(60).default(21), teamId: Id.optional() })
  .meta({ id: 'PreviewRule' });
export type PreviewRule = z.infer<typeof PreviewRule>;

export const PreviewLine = z.object({
  caseId: Id,
  at: Instant,
  network: z.string(),
  author: z.object({ handle: z.string().nullable(), name: z.string().nullable() }),
  preview: z.string(),
  outcome: DecisionOutcome,
  reason: z.string().nullable(),
  text: z.string().nullable(),
});
export const PreviewAnswer = z
  .object({
    cases: z.int().meta({ description: 'looked at' }),
    capped: z.boolean().meta({ description: 'there were more in that time' }),
    counts: z.record(z.string(), z.int()).meta({ description: 'by outcome' }),
    lines: z.array(PreviewLine).meta({ description: 'the latest that the rule concerned' }),
  })
  .meta({ id: 'PreviewAnswer' });
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;
