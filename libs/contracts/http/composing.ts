/** Writing an answer: checking its tone and its promises, drafts, who is at a case, and what a manager asks of replies. */
import { z } from 'zod';
import { Instant } from '../values.js';
import { Intent, ReplyKind, RiskLevel, Visibility } from '../words.js';
import { PersonRef } from '../views/people.js';
import { ReadCommitment, ToneHint, ToneRule } from './tone.js';

/** A zone the platform's own time zone tables know. */
export const Zone = z
  .string()
  .max(64)
  .refine((zone) => isZone(zone), 'is no time zone; an IANA name is expected, such as Europe/Istanbul');

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

export const CheckReply = z
  .object({
    kind: ReplyKind.default('reply'),
    text: z.string().max(20_000),
    visibility: Visibility.default('public').meta({ description: 'who would read it: personal data is no matter in private' }),
    zone: Zone.default('UTC').meta({ description: 'IANA name of the zone in which times of the reply are meant' }),
  })
  .meta({ id: 'CheckReply' });
export type CheckReply = z.infer<typeof CheckReply>;

export const CheckedReply = z
  .object({
    language: z.string().meta({ description: 'the language the reply is written in, as far as one can tell' }),
    hints: z.array(
      ToneHint.extend({ blocks: z.boolean().meta({ description: 'a manager chose that no reply with this goes out' }) }).meta({
        id: 'CheckedHint',
      }),
    ),
    commitments: z.array(ReadCommitment),
    needsApproval: z.boolean().meta({ description: 'a second person approves it before it is sent' }),
  })
  .meta({ id: 'CheckedReply' });
export type CheckedReply = z.infer<typeof CheckedReply>;

/** What a manager asks of replies. */
export const ReplyRules = z
  .object({
    blocked: z.array(ToneRule).max(20).meta({ description: 'a reply with one of these does not go out' }),
    approve: z
      .object({
        risk: z.array(RiskLevel).max(3),
        intents: z.array(Intent).max(7),
        staff: z.boolean().meta({ description: 'cases in which a member of staff is named' }),
      })
      .meta({ description: 'a second person approves replies in cases to which one of these applies' }),
  })
  .meta({ id: 'ReplyRules' });
export type ReplyRules = z.infer<typeof ReplyRules>;

export const DraftMode = z.enum(['reply', 'acknowledgement', 'note']);
export type DraftMode = z.infer<typeof DraftMode>;

const draftVisibility = Visibility.nullable().meta({ description: 'whom its writer means it for; null: not chosen' });
export const SaveDraft = z
  .object({
    mode: DraftMode,
    text: z.string().max(20_000).meta({ description: 'empty: the draft is thrown away' }),
    visibility: draftVisibility.optional(),
  })
  .meta({ id: 'SaveDraft' });
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DraftView = z
  .object({ mode: DraftMode, by: PersonRef, text: z.string(), visibility: draftVisibility, updatedAt: Instant })
  .meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof DraftView>;

export const SavedDraft = z.object({ updatedAt: Instant }).meta({ id: 'SavedDraft' });
export type SavedDraft = z.infer<typeof SavedDraft>;

export const BeAtCase = z
  .object({ here: z.boolean().default(true), writing: z.boolean().default(false) })
  .meta({ id: 'BeAtCase' });
export type BeAtCase = z.infer<typeof BeAtCase>;

export const PeopleAtCase = z
  .object({ items: z.array(PersonRef.extend({ writing: z.boolean() }).meta({ id: 'PersonAtCase' })) })
  .meta({ id: 'PeopleAtCase' });
export type PeopleAtCase = z.infer<typeof PeopleAtCase>;

export const SendBack = z.object({ reason: z.string().trim().min(1).max(2000) }).meta({ id: 'SendBack' });
export type SendBack = z.infer<typeof SendBack>;

/** A promise that stands in a reply and that its writer confirmed. */
export const ConfirmedPromise = z.object({ words: z.string().max(200), dueAt: Instant }).meta({ id: 'ConfirmedPromise' });
export type ConfirmedPromise = z.infer<typeof ConfirmedPromise>;
