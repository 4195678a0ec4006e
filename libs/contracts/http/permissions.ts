/** What networks permit, what is declared about our accounts there, and what is known about authors. */
import { z } from 'zod';
import { MessageKind, PermissionVerdict, PermissionWay } from '../permission.js';
import { Id, Instant, PageQuery } from '../values.js';

export const AccountTerms = z
  .object({
    plan: z.enum(['self-serve', 'enterprise']).meta({ description: 'X: the plan of our developer account' }),
    markedAutomated: z.boolean().meta({ description: 'the account is marked as automated and names its operator' }),
    placeAgrees: z.boolean().meta({ description: 'who runs the place has agreed to automatic answers' }),
  })
  .meta({ id: 'AccountTerms' });
export type AccountTerms = z.infer<typeof AccountTerms>;

export const NetworkPermissions = z
  .object({
    checked: z.string(),
    networks: z.array(
      z.object({
        network: z.string(),
        name: z.string(),
        rules: z.array(
          z.object({
            id: z.string(),
            kinds: z.array(MessageKind),
            all: z.array(z.string()),
            none: z.array(z.string()),
            verdict: PermissionVerdict,
            via: PermissionWay,
            reason: z.string(),
            source: z.object({ text: z.string(), where: z.string(), checked: z.string() }),
          }),
        ),
        accounts: z.array(z.object({ sourceId: Id, name: z.string(), handle: z.string().nullable(), terms: AccountTerms })),
      }),
    ),
  })
  .meta({ id: 'NetworkPermissions' });
export type NetworkPermissions = z.infer<typeof NetworkPermissions>;

export const AUTHOR_MARKS = ['press', 'vip', 'bot'] as const;
export const MarkAuthor = z
  .object({
    marks: z.array(z.enum(AUTHOR_MARKS)).max(3).optional(),
    stop: z.boolean().optional().meta({ description: 'true: nothing automatic any more; false: the author wants it again' }),
  })
  .meta({ id: 'MarkAuthor' });
export type MarkAuthor = z.infer<typeof MarkAuthor>;
export const AuthorWishes = z
  .object({ authorId: Id, marks: z.array(z.enum(AUTHOR_MARKS)), stoppedAt: Instant.nullable() })
  .meta({ id: 'AuthorWishes' });
export type AuthorWishes = z.infer<typeof AuthorWishes>;

export const WishesQuery = PageQuery.extend({
  what: z
    .enum(['stop', ...AUTHOR_MARKS])
    .optional()
    .meta({ description: 'those who said stop, or with this mark' }),
  q: z.string().trim().max(200).optional().meta({ description: 'part of a name or handle' }),
}).meta({ id: 'WishesQuery' });
export type WishesQuery = z.infer<typeof WishesQuery>;

const Person = z.object({ id: Id, name: z.string() });
export const WishesOfAuthor = z
  .object({
    author: z.object({
      id: Id,
      network: z.string(),
      handle: z.string().nullable(),
      name: z.string().nullable(),
      followers: z.int().nullable(),
      url: z.string().nullable(),
    }),
    marks: z.array(z.object({ mark: z.enum(AUTHOR_MARKS), at: Instant, by: Person.nullable() })),
    stop: z
      .object({ at: Instant, by: Person.nullable(), caseId: Id.nullable(), words: z.string().nullable() })
      .nullable()
      .meta({ description: 'since when; by: a person noted it; else the author’s own words' }),
    at: Instant.meta({ description: 'the latest of all this' }),
  })
  .meta({ id: 'WishesOfAuthor' });
export type WishesOfAuthor = z.infer<typeof WishesOfAuthor>;
