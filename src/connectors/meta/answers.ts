/** What we read of Meta's answers; the rest is left alone. */
import { z } from 'zod';
import { storableJson } from '../storable.js';
import { Unreadable } from './failures.js';

const Id = z.string().min(1).max(120);
/** `2026-11-22T12:00:00+0000`: an offset without a colon. */
const Time = z.string().refine((text) => Number.isFinite(Date.parse(text)), 'is no time').transform((text) => new Date(text)); // prettier-ignore
const Total = z.object({ summary: z.object({ total_count: z.int().min(0).optional() }).optional() }).nullish();
const Picture = z.object({ image: z.object({ src: z.string() }).optional() }).nullish();
const Attachment = z.object({ media_type: z.string().nullish(), type: z.string().nullish(), url: z.string().nullish(), description: z.string().nullish(), media: Picture }); // prettier-ignore
const From = z.object({ id: Id, name: z.string().nullish(), username: z.string().nullish() }).nullish();

export const FacebookThing = z.object({
  id: Id,
  message: z.string().nullish(),
  created_time: Time,
  updated_time: z.string().nullish(),
  from: From,
  parent: z.object({ id: Id }).nullish(),
  permalink_url: z.string().nullish(),
  attachment: Attachment.nullish(),
  attachments: z.object({ data: z.array(Attachment) }).nullish(),
  comments: Total,
  reactions: Total,
  shares: z.object({ count: z.int().min(0) }).nullish(),
  like_count: z.int().min(0).nullish(),
  comment_count: z.int().min(0).nullish(),
});
export type FacebookThing = z.infer<typeof FacebookThing>;

/** Fields that we ask Facebook for. Those of a comment may not be asked of a post, nor the other way round. */
export const POST_FIELDS =
  'id,message,created_time,updated_time,from{id,name},permalink_url,attachments{media_type,url,description,media},shares,reactions.limit(0).summary(total_count),comments.filter(stream).limit(0).summary(total_count)';
export const COMMENT_FIELDS =
  'id,message,created_time,from{id,name},parent{id},permalink_url,attachment,like_count,comment_count';

export const InstagramComment = z.object({
  id: Id,
  text: z.string(),
  timestamp: Time,
  from: From,
  username: z.string().nullish(),
  like_count: z.int().min(0).nullish(),
  media: z.object({ id: Id, permalink: z.string().nullish() }).nullish(),
  replies: z.object({ data: z.array(z.unknown()), paging: z.object({ next: z.string().optional() }).optional() }).nullish(),
});
export type InstagramComment = z.infer<typeof InstagramComment>;

const REPLY_FIELDS = 'id,text,timestamp,from,username,like_count';
export const INSTAGRAM_COMMENT_FIELDS = `${REPLY_FIELDS},replies.limit(50){${REPLY_FIELDS}}`;
export const INSTAGRAM_REPLY_FIELDS = REPLY_FIELDS;
/** Of a comment that mentions us under somebody else's post Instagram does not say who wrote it. */
export const MENTIONED_COMMENT_FIELDS = 'id,text,timestamp,like_count,media{id,permalink}';

export const InstagramMedia = z.object({
  id: Id,
  caption: z.string().nullish(),
  username: z.string().nullish(),
  timestamp: Time,
  permalink: z.string().nullish(),
  media_type: z.string().nullish(),
  media_url: z.string().nullish(),
  like_count: z.int().min(0).nullish(),
  comments_count: z.int().min(0).nullish(),
});
export type InstagramMedia = z.infer<typeof InstagramMedia>;

export const MEDIA_FIELDS = 'id,timestamp,permalink,comments_count';
export const TAG_FIELDS = 'id,caption,username,timestamp,permalink,media_type,media_url,like_count,comments_count';

const List = z.object({
  data: z.array(z.unknown()),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() }).nullish(),
});

/** @throws Unreadable when it is no list; `after` is null on the last page */
export function readList(data: unknown): { items: unknown[]; after: string | null } {
  const list = fit(List, data, 'a list');
  const after = list.paging?.cursors?.after ?? null;
  return { items: list.data, after: list.paging?.next === undefined ? null : after };
}

/** @throws Unreadable */
export const readPage = (data: unknown) => fit(z.object({ id: Id, name: z.string(), username: z.string().nullish() }), data, 'the page'); // prettier-ignore
/** @throws Unreadable */
export const readCreated = (data: unknown): string => fit(z.object({ id: Id }), data, 'the new comment').id;
/** @throws Unreadable */
export const readMessage = (data: unknown): string => fit(z.object({ message_id: Id }), data, 'the new message').message_id;

/** @throws Unreadable naming where it does not fit */
export function fit<T>(shape: z.ZodType<T>, data: unknown, what: string): T {
  const read = shape.safeParse(storableJson(data)?.value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Unreadable(`Meta did not answer with ${what} at ${issue?.path.join('.') || 'its start'}: ${issue?.message}`);
}
