/** Working a case. */
import { z } from 'zod';
import { MOST_IMAGES } from './images.js';
import { Id, PageQuery } from '../values.js';
import { CaseStatus, Outcome, Visibility } from '../words.js';
import { ConfirmedPromise } from './composing.js';

export const CASE_VIEWS = ['mine', 'unclaimed', 'at-risk', 'waiting', 'open', 'resolved', 'all'] as const;
export const CaseQuery = PageQuery.extend({
  view: z.enum(CASE_VIEWS).default('open'),
  status: CaseStatus.optional(),
  watchId: Id.optional(),
  authorId: Id.optional(),
  q: z.string().max(200).optional(),
}).meta({ id: 'CaseQuery' });
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CaseCounts = z
  .object({ mine: z.int(), unclaimed: z.int(), atRisk: z.int(), waiting: z.int(), open: z.int(), late: z.int() })
  .meta({ id: 'CaseCounts', description: 'capped at 1,000 each' });
export type CaseCounts = z.infer<typeof CaseCounts>;

const undoSeconds = z
  .int()
  .min(0)
  .max(30)
  .default(0)
  .meta({ description: 'hold the reply this long so that it can be taken back' });
/** `by-hand`: it was written on the network itself; nothing is sent, the clocks stop. */
const delivery = z.enum(['auto', 'by-hand']).default('auto');
const after = Id.nullish().meta({
  description: 'the newest reply of the case that the writer knows (null: none); a newer one of somebody else refuses this one',
});
const key = z.uuid().optional().meta({
  description: 'chosen by the caller for these words and sent again with every try: a second request with it changes nothing',
});
const visibility = Visibility.optional().meta({
  description: 'who can read it, one of those the channel offers; default: the usual one, the first of them',
});
const images = z.array(Id).max(MOST_IMAGES).default([]).meta({ description: 'pictures that one has added, to go along' });
const promises = z.array(ConfirmedPromise).max(5).default([]).meta({ description: 'promises of the text that become clocks' });

export const Acknowledge = z
  .object({
    text: z.string().max(20_000).optional().meta({ description: 'default: the prepared text in the customer’s language' }),
    undoSeconds,
    delivery,
    visibility,
    after,
    promises,
    key,
  })
  .meta({ id: 'Acknowledge' });
export type Acknowledge = z.infer<typeof Acknowledge>;

export const Reply = z
  .object({ text: z.string().max(20_000), undoSeconds, delivery, visibility, images, after, promises, key })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof Reply>;

export const AddNote = z.object({ text: z.string().trim().min(1).max(20_000) }).meta({ id: 'AddNote' });
export type AddNote = z.infer<typeof AddNote>;

export const Resolve = z
  .object({ outcome: Outcome.default('solved'), note: z.string().trim().max(20_000).optional() })
  .meta({ id: 'Resolve' });
export type Resolve = z.infer<typeof Resolve>;

export const Reopen = z.object({ reason: z.string().trim().max(2000).optional() }).meta({ id: 'Reopen' });
export type Reopen = z.infer<typeof Reopen>;

export const Claim = z
  .object({ takeOver: z.boolean().default(false).meta({ description: 'managers only: take it from a colleague' }) })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const OpenCase = z.object({ mentionId: Id }).meta({ id: 'OpenCase' });
export type OpenCase = z.infer<typeof OpenCase>;

export const SettleReply = z
  .object({ sent: z.boolean().meta({ description: 'true: it stands on the network; false: it does not, send it again' }) })
  .meta({ id: 'SettleReply' });
export type SettleReply = z.infer<typeof SettleReply>;
