/** Everything heard: the list and what may be said of a mention. */
import { z } from 'zod';
import { isZone } from '#libs/time/zone-offset.js';
import { Id, Instant, PageQuery, pageOf } from '../values.js';
import { MentionView } from '../views/mention.js';
import { Intent, MentionState, Sentiment } from '../words.js';

export const MentionQuery = PageQuery.extend({
  q: z.string().max(200).optional().meta({ description: 'words in the text' }),
  watchId: Id.optional(),
  sourceId: Id.optional(),
  sentiment: Sentiment.optional(),
  intent: Intent.optional(),
  language: z.string().max(20).optional(),
  state: MentionState.optional(),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'posted at or after' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'posted before' }),
}).meta({ id: 'MentionQuery' });
export type MentionQuery = z.infer<typeof MentionQuery>;

/** A page is short, or empty, where filters meet so seldom that looking further is another request. */
export const MentionPage = pageOf(MentionView)
  .extend({
    lookedTo: Instant.nullable().meta({
      description:
        'null: the page is full, or everything was looked through. Else how far back it looked; `nextCursor` goes on from there',
    }),
  })
  .meta({ id: 'MentionPage' });
export type MentionPage = z.infer<typeof MentionPage>;

export const VolumeQuery = z
  .object({
    watchId: Id.optional(),
    days: z.coerce.number().int().min(1).max(60).default(28),
    zone: z
      .string()
      .max(64)
      .refine(isZone, 'there is no such time zone')
      .default('UTC')
      .meta({ description: 'IANA name of the zone whose days are meant' }),
  })
  .meta({ id: 'VolumeQuery' });
export type VolumeQuery = z.infer<typeof VolumeQuery>;

/** `n`: all of them; what is neither negative nor positive is neutral. As they were read when they were heard. */
export const VolumeView = z
  .object({
    days: z
      .array(z.object({ day: z.iso.date(), n: z.int(), negative: z.int(), positive: z.int() }))
      .meta({ description: 'the oldest first; of one watch by when they were posted, else by when they were heard' }),
    before: z.object({ n: z.int(), negative: z.int() }).meta({ description: 'in as many days before these' }),
  })
  .meta({ id: 'VolumeView' });
export type VolumeView = z.infer<typeof VolumeView>;

export const ChangeMention = z.object({ state: z.enum(['heard', 'not-ours', 'spam']) }).meta({ id: 'ChangeMention' });
export type ChangeMention = z.infer<typeof ChangeMention>;

/** `emptyCaseId`: its open case, when no other post in it is still ours; it stays open until somebody resolves it. */
export const ChangeMentionAnswer = MentionView.extend({ emptyCaseId: Id.nullable() }).meta({ id: 'ChangeMentionAnswer' });
export type ChangeMentionAnswer = z.infer<typeof ChangeMentionAnswer>;

/** What a post said before its author changed it. */
export const MentionVersionView = z
  .object({ madeAt: Instant, replacedAt: Instant, text: z.string() })
  .meta({ id: 'MentionVersionView' });
export type MentionVersionView = z.infer<typeof MentionVersionView>;

export const CopiesView = z
  .object({
    looked: z.int().meta({ description: 'mentions of your teams that were stored around it' }),
    count: z.int().meta({ description: 'of them nearly the same' }),
    reposts: z.int().meta({ description: 'of the post and of its copies, as far as the network told' }),
    reach: z.int().meta({ description: 'followers of everybody who wrote, copied or repeated it, counted once for each post' }),
    items: z.array(MentionView).meta({ description: 'the newest, at most 20' }),
  })
  .meta({ id: 'CopiesView' });
export type CopiesView = z.infer<typeof CopiesView>;
