/** Checking the tone of a reply before it goes out, and the promises that stand in it. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { ReplyKind } from '../words.js';

export const TONE_RULES = [
  'blame', 'defensive', 'policy', 'sarcasm', 'shouting', 'empty-apology', 'missing-apology', 'unfilled-slot', 'wrong-name', 'promise-without-date',
  'personal-data',
] as const; // prettier-ignore
export const ToneRule = z.enum(TONE_RULES);
export type ToneRule = z.infer<typeof ToneRule>;

export const ToneHint = z
  .object({
    rule: ToneRule,
    start: z
      .int()
      .meta({
        description: 'place in the text, in UTF-16 units; start and end are both 0 when the hint is about the whole reply',
      }),
    end: z.int(),
    words: z.string(),
  })
  .meta({ id: 'ToneHint' });
export type ToneHint = z.infer<typeof ToneHint>;

export const ReadCommitment = z
  .object({
    start: z.int(),
    end: z.int(),
    words: z.string().meta({ description: 'the time as written' }),
    dueAt: Instant.meta({ description: 'the last moment at which the promise is kept' }),
  })
  .meta({ id: 'ReadCommitment' });
export type ReadCommitment = z.infer<typeof ReadCommitment>;

export const CheckReply = z
  .object({ caseId: Id, kind: ReplyKind.default('reply'), text: z.string().max(10_000) })
  .meta({ id: 'CheckReply' });
export type CheckReply = z.infer<typeof CheckReply>;

export const CheckedReply = z
  .object({
    language: z.string(),
    hints: z.array(
      ToneHint.extend({ blocks: z.boolean().meta({ description: 'a manager chose that a reply with this must not go out' }) }),
    ),
    commitments: z.array(ReadCommitment),
  })
  .meta({ id: 'CheckedReply' });
export type CheckedReply = z.infer<typeof CheckedReply>;
