/** Escalation ladders: who is told of what, how and after how long; and how each person wants to be told. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { PersonRef } from '../views/people.js';
import { Priority, RiskLevel } from '../words.js';
import { Zone } from './composing.js';

export const ESCALATION_TRIGGERS = [
  'clock-warned',
  'clock-breached',
  'clock-unacceptable',
  'risk-high',
  'by-hand',
  'source-blind',
  'unusual',
  'neglected',
] as const;
export const EscalationTrigger = z.enum(ESCALATION_TRIGGERS);
export type EscalationTrigger = z.infer<typeof EscalationTrigger>;

export const NOTICE_CHANNELS = ['desk', 'email', 'push', 'webhook'] as const;
export const NoticeChannel = z.enum(NOTICE_CHANNELS);
export type NoticeChannel = z.infer<typeof NoticeChannel>;

export const RUNG_TARGETS = ['owner', 'responders', 'managers', 'administrators', 'on-call', 'person', 'hook'] as const;

/** `afterSeconds`: from the escalation, not from the rung below. */
export const Rung = z
  .object({
    afterSeconds: z.int().min(0).max(604_800),
    to: z.enum(RUNG_TARGETS).meta({ description: 'on-call: whoever has duty then, and managers when nobody has' }),
    targetId: Id.nullable().default(null).meta({ description: 'the person or the webhook address, where `to` names one' }),
    by: z
      .array(NoticeChannel)
      .min(1)
      .max(4)
      .meta({ description: 'webhook: to people by their own address, where they have set one' }),
  })
  .refine((rung) => (rung.to === 'person' || rung.to === 'hook') === (rung.targetId !== null), {
    message: 'belongs to person and hook only',
    path: ['targetId'],
  })
  .refine((rung) => rung.to !== 'hook' || rung.by.every((way) => way === 'webhook'), {
    message: 'a webhook address is told by webhook only',
    path: ['by'],
  })
  .meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

const HourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day; HH:MM is expected');
export const QuietHours = z
  .object({ from: HourOfDay, to: HourOfDay, zone: Zone })
  .meta({ id: 'QuietHours', description: 'what is not urgent waits until `to`' });
export type QuietHours = z.infer<typeof QuietHours>;

const ladderFields = {
  name: z.string().trim().min(1).max(120),
  enabled: z.boolean().default(true),
  on: z.array(EscalationTrigger).min(1),
  where: z
    .object({ priorities: z.array(Priority).default([]), risk: z.array(RiskLevel).default([]) })
    .default({ priorities: [], risk: [] })
    .meta({ description: 'an empty list means any' }),
  rungs: z
    .array(Rung)
    .min(1)
    .max(10)
    .refine(
      (rungs) => rungs.every((rung, i) => i === 0 || rung.afterSeconds >= (rungs[i - 1]?.afterSeconds ?? 0)),
      'each rung comes after the one before it',
    ),
};
export const SetLadder = z.object(ladderFields).meta({ id: 'SetLadder' });
export type SetLadder = z.infer<typeof SetLadder>;

export const LadderView = z.object({ id: Id, position: z.int(), ...ladderFields }).meta({ id: 'LadderView' });
export type LadderView = z.infer<typeof LadderView>;

export const AddAlarmHook = z
  .object({ name: z.string().trim().min(1).max(120), url: z.url({ protocol: /^https?$/ }), secret: z.string().min(16).max(200) })
  .meta({ id: 'AddAlarmHook' });
export type AddAlarmHook = z.infer<typeof AddAlarmHook>;
export const AlarmHookView = z.object({ id: Id, name: z.string(), url: z.string() }).meta({ id: 'AlarmHookView' });
export type AlarmHookView = z.infer<typeof AlarmHookView>;

export const AddDuty = z
  .object({ personId: Id, from: Instant, to: Instant })
  .refine((duty) => duty.to > duty.from, { message: 'ends before it begins', path: ['to'] })
  .meta({ id: 'AddDuty' });
export type AddDuty = z.infer<typeof AddDuty>;
export const DutyView = z.object({ id: Id, person: PersonRef, from: Instant, to: Instant }).meta({ id: 'DutyView' });
export type DutyView = z.infer<typeof DutyView>;

export const Raise = z.object({ reason: z.string().trim().min(3).max(2000) }).meta({ id: 'Raise' });
export type Raise = z.infer<typeof Raise>;

/** How one wants to be told; what is urgent comes in quiet hours too. */
export const NoticeWishes = z
  .object({ email: z.boolean(), push: z.boolean(), webhook: z.boolean().default(true), quiet: QuietHours.nullable() })
  .meta({ id: 'NoticeWishes' });
export type NoticeWishes = z.infer<typeof NoticeWishes>;
export const NoticeSettings = NoticeWishes.extend({
  emailReady: z.boolean().meta({ description: 'the desk has a mail server' }),
  pushKey: z.string().meta({ description: 'public VAPID key for the browser’s subscription' }),
  browsers: z.int().meta({ description: 'browsers that may be pushed to' }),
  webhookUrl: z.string().nullable().meta({ description: 'one’s own address; its secret is never shown again' }),
}).meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export const SetWebhook = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }).meta({ id: 'SetWebhook' });
export type SetWebhook = z.infer<typeof SetWebhook>;
export const NewWebhook = NoticeSettings.extend({
  secret: z.string().meta({ description: 'made by the desk, shown this once: calls are signed with it' }),
}).meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof NewWebhook>;
export const TriedWebhook = z
  .object({ taken: z.boolean(), answer: z.string().meta({ description: 'the receipt, or why it was not taken' }) })
  .meta({ id: 'TriedWebhook' });
export type TriedWebhook = z.infer<typeof TriedWebhook>;

export const AddBrowser = z
  .object({
    endpoint: z.url({ protocol: /^https?$/ }).max(2000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  })
  .meta({ id: 'AddBrowser' });
export type AddBrowser = z.infer<typeof AddBrowser>;

export const NOTICE_STATES = ['waiting', 'sending', 'sent', 'skipped', 'failed'] as const;
export const NoticeState = z.enum(NOTICE_STATES);
export const NoticeView = z
  .object({
    id: Id,
    escalationId: Id,
    caseId: Id.nullable(),
    trigger: EscalationTrigger,
    rung: z.int(),
    channel: NoticeChannel,
    to: z.string(),
    state: NoticeState,
    at: Instant,
    sentAt: Instant.nullable(),
    attempts: z.int(),
    receipt: z.string().nullable(),
    problem: z
      .string()
      .nullable()
      .describe('One of the sentences of NOTICE_PROBLEMS, or what a mail server or another program answered'),
  })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.infer<typeof NoticeView>;
