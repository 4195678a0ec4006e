/** How long what was heard is kept, and erasing a person. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { PersonRef } from '../views/people.js';
import { WatchKind } from '../words.js';

export const RetentionRule = z
  .object({ watchKind: WatchKind, days: z.int().min(1).max(3650).nullable().meta({ description: 'null: for ever' }) })
  .meta({ id: 'RetentionRule' });
export type RetentionRule = z.infer<typeof RetentionRule>;

export const ChangeRetention = z.object({ items: z.array(RetentionRule).min(1).max(6) }).meta({ id: 'ChangeRetention' });
export type ChangeRetention = z.infer<typeof ChangeRetention>;

const Counts = z.record(z.string(), z.number()).meta({ description: 'rows by table' });

export const RetentionView = z
  .object({
    rules: z.array(RetentionRule),
    runs: z
      .array(z.object({ day: z.string(), startedAt: Instant, endedAt: Instant.nullable(), removed: Counts }))
      .meta({ description: 'what each day removed, the newest first, 30 at most' }),
  })
  .meta({ id: 'RetentionView' });
export type RetentionView = z.infer<typeof RetentionView>;

/** A person is named by their account on a network, or by their e-mail address. */
export const ErasePerson = z
  .object({
    network: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .optional(),
    handle: z.string().trim().min(3).max(200).optional().meta({ description: 'with or without @' }),
    email: z.email().max(320).optional(),
  })
  .refine(({ handle, email }) => (handle === undefined) !== (email === undefined), {
    message: 'give a handle or an e-mail address',
  })
  .meta({ id: 'ErasePerson' });
export type ErasePerson = z.infer<typeof ErasePerson>;

export const ErasureView = z
  .object({
    id: Id,
    at: Instant,
    by: PersonRef,
    subject: z.string().meta({ description: 'a digest of who was erased: whoever asks again is recognised, nobody is named' }),
    removed: Counts,
    remaining: Counts.meta({
      description: 'what a search of every table still found: settings that name the person, which a person must change',
    }),
  })
  .meta({ id: 'ErasureView' });
export type ErasureView = z.infer<typeof ErasureView>;
