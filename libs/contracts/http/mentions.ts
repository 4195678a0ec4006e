/** Everything heard: the list and what may be said of a mention. */
import { z } from 'zod';
import { Id, PageQuery } from '../values.js';
import { Intent, MentionState, Sentiment } from '../words.js';

export const MentionQuery = PageQuery.extend({
  q: z.string().max(200).optional().meta({ description: 'words in the text' }),
  watchId: Id.optional(),
  sourceId: Id.optional(),
  sentiment: Sentiment.optional(),
  intent: Intent.optional(),
  language: z.string().max(20).optional(),
  state: MentionState.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
}).meta({ id: 'MentionQuery' });
export type MentionQuery = z.infer<typeof MentionQuery>;

export const ChangeMention = z.object({ state: z.enum(['heard', 'not-ours', 'spam']) }).meta({ id: 'ChangeMention' });
export type ChangeMention = z.infer<typeof ChangeMention>;
