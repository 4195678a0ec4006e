/** Acknowledging by machine: the one switch, storms, and the ledger. */
import { z } from 'zod';
import { Id, Instant, PageQuery } from '../values.js';
import { PersonRef } from '../views/people.js';
import { ReplyState } from '../words.js';

export const HoldView = z
  .object({ id: Id, teamId: Id, since: Instant, reason: z.string(), sentBefore: z.int() })
  .meta({ id: 'HoldView', description: 'a storm: the team answers by hand until a manager ends it' });
export type HoldView = z.infer<typeof HoldView>;
export const AutomationView = z
  .object({
    stopped: z.boolean(),
    at: Instant.nullable(),
    by: PersonRef.nullable(),
    cancelled: z.int().meta({ description: 'what was on its way and was taken back by the last stop' }),
    holds: z.array(HoldView),
  })
  .meta({ id: 'AutomationView' });
export type AutomationView = z.infer<typeof AutomationView>;

/** What became of a post, as far as machines are concerned. */
export const DECISION_OUTCOMES = [
  'no-rule',
  'joined',
  'refused',
  'held',
  'would-send',
  'waiting',
  'queued',
  'cancelled',
] as const;
export const DecisionOutcome = z.enum(DECISION_OUTCOMES);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

export const DecisionView = z
  .object({
    id: Id,
    at: Instant,
    outcome: DecisionOutcome,
    shadow: z.boolean(),
    reason: z.string().nullable().meta({ description: 'why, as a stable key' }),
    permissionRules: z.array(z.string()),
    rule: z.object({ id: Id, name: z.string(), version: z.int() }).nullable(),
    text: z.string().nullable(),
    lang: z.string().nullable(),
    dueAt: Instant.nullable(),
    decidedAt: Instant.nullable(),
    caseId: Id,
    mentionId: Id,
    network: z.string(),
    author: z.object({ id: Id, handle: z.string().nullable(), name: z.string().nullable() }),
    reply: z
      .object({
        id: Id,
        state: ReplyState,
        sentAt: Instant.nullable(),
        url: z.string().nullable(),
        problem: z.string().nullable(),
      })
      .nullable(),
    judgedRight: z.boolean().nullable(),
  })
  .meta({ id: 'DecisionView' });
export type DecisionView = z.infer<typeof DecisionView>;

export const DecisionQuery = PageQuery.extend({
  outcome: DecisionOutcome.optional(),
  ruleId: Id.optional(),
  network: z.string().max(40).optional(),
  caseId: Id.optional(),
  acted: z.stringbool().optional().meta({ description: 'true: leave out posts without a rule and posts that joined a case' }),
}).meta({ id: 'DecisionQuery' });
export type DecisionQuery = z.infer<typeof DecisionQuery>;

export const JudgeDecision = z.object({ right: z.boolean().nullable() }).meta({ id: 'JudgeDecision' });
export type JudgeDecision = z.infer<typeof JudgeDecision>;
