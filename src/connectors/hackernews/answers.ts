/** What we read of the search at hn.algolia.com and of the items at hacker-news.firebaseio.com; the rest is left alone. */
import { z } from 'zod';
import { storableJson } from '../storable.js';

const ItemId = z.int().min(1);

/** A found story or comment. Source: the field lists of hn.algolia.com/api. */
export const RawHit = z.object({
  objectID: z.string().regex(/^[1-9][0-9]{0,14}$/, 'is not an id'),
  created_at_i: z.int().min(0),
  author: z.string().min(1),
  title: z.string().nullish(),
  url: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
  story_id: ItemId.nullish(),
  story_title: z.string().nullish(),
  parent_id: ItemId.nullish(),
  points: z.int().nullish(),
  num_comments: z.int().nullish(),
  _tags: z.array(z.string()).nullish(),
});
export type RawHit = z.infer<typeof RawHit>;

/** A page of the search; each hit is read by itself, so that one bad one spoils nothing. */
export const SearchPage = z.object({
  hits: z.array(z.unknown()).max(1000),
  nbHits: z.int().min(0),
  nbPages: z.int().min(0),
  hitsPerPage: z.int().min(1),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** An item as it is now; null when there is none of that id. Source: github.com/HackerNews/API. */
export const RawItem = z
  .object({
    id: ItemId,
    deleted: z.boolean().optional(),
    /** Taken out of sight by moderators or by flags. */
    dead: z.boolean().optional(),
    type: z.string().optional(),
    by: z.string().optional(),
    time: z.int().optional(),
    text: z.string().optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    parent: ItemId.optional(),
    score: z.int().optional(),
    descendants: z.int().optional(),
  })
  .nullable();
export type RawItem = z.infer<typeof RawItem>;

/** @returns the hit with all its texts made storable, or what is wrong with it */
export function readHit(item: unknown) {
  return RawHit.safeParse(storableJson(item)?.value);
}

/** @returns id and second of a hit, as far as they can be read: also a bad one has its place in the list */
export function placeOf(item: unknown): { id: string; at: number } | null {
  const { objectID, created_at_i: at } = (item ?? {}) as { objectID?: unknown; created_at_i?: unknown };
  return typeof objectID === 'string' && objectID.length <= 15 && Number.isSafeInteger(at)
    ? { id: objectID, at: at as number }
    : null;
}
