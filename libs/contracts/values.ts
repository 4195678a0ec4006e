/** Small building blocks of the contracts: ids, instants, text ranges, pages. */
import { z } from 'zod';

/** A row's id: decimal digits, as a string because it may exceed 2^53; at most 18, which every bigint column takes. */
export const Id = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, 'must be an id: digits only')
  .meta({ id: 'Id' });
export type Id = z.infer<typeof Id>;

/** An instant: ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });
export type Instant = z.infer<typeof Instant>;

/** Part of a text: UTF-16 offsets, end exclusive, and the part of the query it matched. */
export const TextRange = z.object({ start: z.int(), end: z.int(), term: z.string().optional() }).meta({ id: 'TextRange' });
export type TextRange = z.infer<typeof TextRange>;

/** Why a score is what it is. `code` is a translation key, `words` stand in the post, `weight` is the share it added. */
export const Reason = z.object({ code: z.string(), words: z.string(), weight: z.number() }).meta({ id: 'Reason' });
export type Reason = z.infer<typeof Reason>;

/** Query part of every list: keyset paging, never offsets. */
export const PageQuery = z.object({
  cursor: z.string().max(400).optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a list: its items and, if there is more, where to go on. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list that is short by nature and comes whole. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
