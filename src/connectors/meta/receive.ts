/** What Meta delivers: changes of the page's feed, and comments and mentions of the Instagram account. Source: "Webhooks reference". */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DeskError } from '../../platform/errors.js';
import type { DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { Received } from '../polls.js';
import { excerptOf, storableJson } from '../storable.js';
import { facebookComment, facebookPost, instagramComment } from './normalise.js';
import { pendingOf, type Told } from './pending.js';
import type { MetaSettings } from './settings.js';

const SIGNATURE_HEADER = 'x-hub-signature-256';
/** Later than this a time in an entry is in milliseconds, which some fields use. */
const NO_SECONDS = 100_000_000_000;

/** @returns true when the delivery is signed with the app secret */
export function verifyDelivery(
  body: Buffer,
  headers: Record<string, string | string[] | undefined>,
  { appSecret }: MetaSettings,
): boolean {
  const given = headers[SIGNATURE_HEADER];
  if (typeof given !== 'string' || !/^sha256=[0-9a-f]{64}$/i.test(given)) return false;
  const right = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return timingSafeEqual(Buffer.from(given.toLowerCase()), Buffer.from(right));
}

/** Before it delivers, Meta asks whether this is the right door. @returns what it wants to hear; null when it does not know the token */
export function challenge(query: Record<string, string | undefined>, { verifyToken }: MetaSettings): string | null {
  const given = Buffer.from(query['hub.verify_token'] ?? '');
  const right = Buffer.from(verifyToken ?? '');
  const fits = verifyToken !== undefined && given.length === right.length && timingSafeEqual(given, right);
  return fits && query['hub.mode'] === 'subscribe' ? (query['hub.challenge'] ?? '') : null;
}

const Delivery = z.object({
  object: z.string(),
  entry: z.array(
    z.object({
      id: z.string(),
      time: z.number(),
      changes: z.array(z.object({ field: z.string(), value: z.unknown() })).default([]),
    }),
  ),
});

/** @throws DeskError invalid-body when it is no delivery of Meta */
export function receiveDelivery(body: Buffer, { settings }: { settings: MetaSettings }): Received {
  const read = Delivery.safeParse(storableJson(parsed(body))?.value);
  if (!read.success) throw new DeskError('invalid-body', 'The body is no delivery of Meta');
  const found: Required<Received> = { posts: [], refused: [], deleted: [], pending: [] };
  let index = 0;
  for (const { id, time, changes } of read.data.entry) {
    const at = new Date(time > NO_SECONDS ? time : time * 1000);
    for (const { field, value } of changes) take(found, readChange({ object: read.data.object, id, at, field, value, settings }), index++, value); // prettier-ignore
  }
  return found;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

interface Change {
  object: string;
  id: string;
  at: Date;
  field: string;
  value: unknown;
  settings: MetaSettings;
}
type ReadChange = { post: IncomingPost } | { deleted: DeletedPost } | { told: Told } | { refused: string } | null;

function take(found: Required<Received>, read: ReadChange, index: number, value: unknown): void {
  if (read === null) return;
  if ('post' in read) found.posts.push(read.post);
  else if ('deleted' in read) found.deleted.push(read.deleted);
  else if ('told' in read) found.pending.push(pendingOf(read.told));
  else found.refused.push({ index, externalId: null, reason: read.refused, excerpt: excerptOf(value) } satisfies RefusedPost);
}

/** @returns what a change brings; null when it holds no words of anybody: reactions, likes, our own doing */
function readChange(change: Change): ReadChange {
  const { object, id, field, settings } = change;
  const ours = object === 'page' ? settings.pageId : object === 'instagram' ? settings.instagramId : undefined;
  if (ours === undefined) return { refused: `object: nothing is heard of “${object.slice(0, 40)}” here` };
  if (id !== ours) return { refused: `entry.id: it is about ${id.slice(0, 40)}, which is not the account of this source` };
  if (object === 'page' && (field === 'feed' || field === 'mention')) return readFeed(change);
  if (object === 'instagram' && (field === 'comments' || field === 'live_comments')) return readComment(change);
  return object === 'instagram' && field === 'mentions' ? readMention(change) : null;
}

const Feed = z.object({
  item: z.string(),
  verb: z.string().default('add'),
  post_id: z.string().optional(),
  comment_id: z.string().optional(),
  parent_id: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  message: z.string().optional(),
  created_time: z.number().optional(),
});
/** The rest of what happens in a feed has no words. */
const WITH_WORDS = new Set(['comment', 'post', 'status', 'photo', 'video', 'share', 'link', 'album', 'note']);

function readFeed({ value, at, settings }: Change): ReadChange {
  const read = Feed.safeParse(value);
  if (!read.success) return { refused: `value.${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}` };
  const { item, verb, post_id: post, comment_id: comment, from } = read.data;
  if (!WITH_WORDS.has(item) || from?.id === settings.pageId || !/^(add|edit|edited|remove)$/.test(verb)) return null;
  const id = item === 'comment' ? comment : post;
  if (id === undefined) return { refused: `value.${item === 'comment' ? 'comment_id' : 'post_id'}: is missing` };
  if (verb === 'remove') return { deleted: { externalId: `fb:${id}`, at } };
  return wordsOf(read.data, { id, post: post ?? id, at });
}

function wordsOf(read: z.infer<typeof Feed>, { id, post, at }: { id: string; post: string; at: Date }): ReadChange {
  const { item, verb, from, message, created_time: created, parent_id: parent } = read;
  const editedAt = verb === 'add' ? {} : { editedAt: at };
  if (from === undefined || message === undefined) {
    const later = verb === 'add' ? {} : { editedAt: at.getTime() };
    return {
      told: item === 'comment' ? { what: 'facebook-comment', id, post, ...later } : { what: 'facebook-post', id, ...later },
    };
  }
  const raw = {
    id,
    message,
    from,
    created_time: created === undefined ? at : new Date(created * 1000),
    comments: null,
    reactions: null,
  };
  if (item !== 'comment') return { post: { ...facebookPost(raw), ...editedAt } };
  const under = parent === undefined || parent === post ? {} : { parent: { id: parent } };
  return { post: { ...facebookComment({ ...raw, ...under }, post), ...editedAt } };
}

const Comment = z.object({
  id: z.string(),
  from: z.object({ id: z.string(), username: z.string().optional(), self_ig_scoped_id: z.string().optional() }).optional(),
  media: z.object({ id: z.string() }),
  parent_id: z.string().optional(),
  text: z.string().optional(),
});

function readComment({ value, at, settings }: Change): ReadChange {
  const read = Comment.safeParse(value);
  if (!read.success) return { refused: `value.${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}` };
  const { id, from, media, parent_id: parent, text } = read.data;
  // Instagram marks what the account itself has written.
  if (from?.id === settings.instagramId || from?.self_ig_scoped_id !== undefined) return null;
  if (from === undefined || text === undefined) return { told: { what: 'instagram-comment', id, media: media.id } };
  return { post: instagramComment({ id, text, timestamp: at, from }, { url: null, under: media.id, parent: parent ?? null }) };
}

const Mention = z.object({ media_id: z.string(), comment_id: z.string().nullish() });

function readMention({ value }: Change): ReadChange {
  const read = Mention.safeParse(value);
  if (!read.success) return { refused: `value.${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}` };
  return { told: { what: 'instagram-mention', media: read.data.media_id, comment: read.data.comment_id ?? null } };
}
