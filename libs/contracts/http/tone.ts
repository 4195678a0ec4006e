/** What the tone check and the promise reader find in a reply. */
import { z } from 'zod';
import { Instant } from '../values.js';

export const TONE_RULES = [
  'blame', 'defensive', 'policy', 'sarcasm', 'shouting', 'empty-apology', 'missing-apology', 'unfilled-slot', 'wrong-name', 'promise-without-date',
  'personal-data',
] as const; // prettier-ignore
export const ToneRule = z.enum(TONE_RULES);
export type ToneRule = z.infer<typeof ToneRule>;

export const ToneHint = z
  .object({
    rule: ToneRule,
    start: z.int().meta({
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
