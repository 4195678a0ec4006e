/** What we read of the YouTube Data API v3; the rest is left alone. Source: developers.google.com/youtube/v3/docs. */
import { z } from 'zod';
import { storableJson } from '../storable.js';

const Time = z.iso.datetime({ offset: true });

export const RawComment = z.object({
  id: z.string().regex(/^[\w-]{10,60}(\.[\w-]{5,60})?$/, 'is not the id of a comment'),
  snippet: z.object({
    videoId: z.string().nullish(),
    /** Plain text as the author wrote it; some answers leave it out. */
    textOriginal: z.string().nullish(),
    /** Plain text, since that is the form we ask for. */
    textDisplay: z.string().nullish(),
    parentId: z.string().nullish(),
    authorDisplayName: z.string().nullish(),
    authorChannelId: z.object({ value: z.string().min(1) }).nullish(),
    likeCount: z.int().nullish(),
    publishedAt: Time,
    updatedAt: Time.nullish(),
  }),
});
export type RawComment = z.infer<typeof RawComment>;

/** A comment and the newest few of its replies. */
export const RawThread = z.object({
  id: z.string().min(1),
  snippet: z.object({
    videoId: z.string().nullish(),
    topLevelComment: z.unknown(),
    totalReplyCount: z.int().min(0).nullish(),
  }),
  replies: z.object({ comments: z.array(z.unknown()).max(100) }).nullish(),
});
export type RawThread = z.infer<typeof RawThread>;

export const RawVideo = z.object({
  id: z.object({ videoId: z.string().regex(/^[\w-]{5,20}$/, 'is not the id of a film') }),
  snippet: z.object({
    publishedAt: Time,
    channelId: z.string().min(1),
    channelTitle: z.string().nullish(),
    title: z.string(),
    description: z.string().nullish(),
    thumbnails: z.record(z.string(), z.object({ url: z.string().nullish() })).nullish(),
  }),
});
export type RawVideo = z.infer<typeof RawVideo>;

/** A list always says what it is: an object without it is another answer. */
const kind = z.string().regex(/^youtube#\w+ListResponse$/, 'is not a list of YouTube');
export const ListPage = z.object({
  kind,
  items: z.array(z.unknown()).max(1000).default([]),
  nextPageToken: z.string().min(1).nullish(),
});

const Channel = z.object({ id: z.string().min(1), snippet: z.object({ title: z.string(), customUrl: z.string().nullish() }) });
export const Channels = z.object({ kind, items: z.array(Channel).default([]) });

export const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().min(1) });

/** @returns the comment with all its texts made storable, or what is wrong with it */
export function readComment(item: unknown) {
  return RawComment.safeParse(storableJson(item)?.value);
}

export interface Place {
  id: string;
  /** Milliseconds of its publication and of its newest version. */
  at: number;
  updated: number;
}

/** @returns id and times of a comment, as far as they can be read */
export function placeOf(item: unknown): Place | null {
  const { id, snippet } = (item ?? {}) as { id?: unknown; snippet?: { publishedAt?: unknown; updatedAt?: unknown } | null };
  const at = Date.parse(String(snippet?.publishedAt));
  if (typeof id !== 'string' || id.length > 130 || !Number.isFinite(at)) return null;
  const updated = Date.parse(String(snippet?.updatedAt));
  return { id, at, updated: Number.isFinite(updated) ? updated : at };
}
