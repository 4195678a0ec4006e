/** Every message that went out, or should have: with its proof. */
import { z } from 'zod';
import { Id, Instant, PageQuery } from '../values.js';
import { ReplyView } from '../views/case.js';
import { ReplyKind, ReplyState } from '../words.js';

/** A try at the network: to send it, or to look whether it stands there. */
export const AttemptView = z
  .object({
    action: z.enum(['send', 'look']),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    outcome: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'AttemptView' });
export type AttemptView = z.infer<typeof AttemptView>;

export const MessageView = ReplyView.extend({
  externalId: z.string().nullable().meta({ description: 'the network’s own id of it: the proof' }),
  idempotencyKey: z.string(),
  network: z.string(),
  to: z.object({ id: Id, handle: z.string().nullable(), name: z.string().nullable() }).meta({ description: 'whom it answers' }),
  approvedBy: z.object({ id: Id, name: z.string() }).nullable(),
  tries: z.array(AttemptView),
}).meta({ id: 'MessageView' });
export type MessageView = z.infer<typeof MessageView>;

export const MessageQuery = PageQuery.extend({
  state: ReplyState.optional(),
  kind: ReplyKind.optional(),
  caseId: Id.optional(),
  automatic: z.stringbool().optional(),
  network: z.string().max(100).optional(),
  personId: Id.optional().meta({ description: 'who wrote it' }),
  from: Instant.optional().meta({ description: 'written at or after' }),
  to: Instant.optional().meta({ description: 'written before' }),
}).meta({ id: 'MessageQuery' });
export type MessageQuery = z.infer<typeof MessageQuery>;
