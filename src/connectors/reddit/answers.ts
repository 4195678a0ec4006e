/** What we read of Reddit's answers; the rest is left alone. Source: reddit.com/dev/api and the wiki page "JSON" of its archive. */
import { z } from 'zod';
import { storableJson } from '../storable.js';

const Edited = z.union([z.number(), z.boolean()]).nullish();
const common = {
  author: z.string(),
  author_fullname: z.string().nullish(),
  created_utc: z.number().min(0),
  edited: Edited,
  permalink: z.string().nullish(),
  subreddit: z.string().nullish(),
  score: z.number().nullish(),
};

export const RawComment = z.object({
  ...common,
  name: z.string().regex(/^t1_[a-z0-9]{1,13}$/, 'is not the name of a comment'),
  body: z.string(),
  link_id: z.string(),
  parent_id: z.string(),
  link_title: z.string().nullish(),
});
export type RawComment = z.infer<typeof RawComment>;

const Source = z.object({ u: z.string().nullish() });
export const RawPost = z.object({
  ...common,
  name: z.string().regex(/^t3_[a-z0-9]{1,13}$/, 'is not the name of a post'),
  title: z.string(),
  selftext: z.string().nullish(),
  url: z.string().nullish(),
  is_self: z.boolean().nullish(),
  post_hint: z.string().nullish(),
  num_comments: z.number().nullish(),
  num_crossposts: z.number().nullish(),
  crosspost_parent: z.string().nullish(),
  /** Who took it away; null when nobody did. */
  removed_by_category: z.string().nullish(),
  media: z.object({ reddit_video: z.object({ fallback_url: z.string() }).nullish() }).nullish(),
  media_metadata: z.record(z.string(), z.object({ s: Source.nullish() })).nullish(),
});
export type RawPost = z.infer<typeof RawPost>;

const Thing = z.object({ kind: z.string(), data: z.looseObject({}) });
export const Listing = z.object({
  data: z.object({ children: z.array(z.unknown()).max(1000), after: z.string().min(1).nullish() }),
});
export type Listing = z.infer<typeof Listing>;

export const Me = z.object({ id: z.string().min(1), name: z.string().min(1) });
export const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().min(1) });

/** What posting answers: errors as triples of key, words and field. */
export const Posted = z.object({
  json: z.object({
    errors: z.array(z.array(z.unknown())),
    ratelimit: z.number().nullish(),
    data: z.object({ things: z.array(z.unknown()) }).nullish(),
  }),
});

/** @returns the thing with all its texts made storable, or what is wrong with it */
export function readThing(item: unknown) {
  const thing = Thing.safeParse(storableJson(item)?.value);
  if (!thing.success) return thing;
  return thing.data.kind === 't1' ? RawComment.safeParse(thing.data.data) : RawPost.safeParse(thing.data.data);
}

/** @returns name, second and second of the last change, as far as they can be read */
export function placeOf(item: unknown): Place | null {
  const data = (item as { data?: { name?: unknown; created_utc?: unknown; edited?: unknown } } | null)?.data;
  const { name, created_utc: at, edited } = data ?? {};
  if (typeof name !== 'string' || !/^t[13]_[a-z0-9]{1,13}$/.test(name) || typeof at !== 'number') return null;
  return { name, at: Math.floor(at), edited: typeof edited === 'number' ? Math.floor(edited) : 0 };
}

export interface Place {
  name: string;
  at: number;
  /** 0: never changed, or so long ago that Reddit does not say when. */
  edited: number;
}
