/** What Meta told by its id alone: a second call gets the words. */
import { z } from 'zod';
import type { DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PendingPost } from '../polls.js';
import { excerptOf } from '../storable.js';
import * as a from './answers.js';
import type { Graph } from './client.js';
import { Refused, Unreadable } from './failures.js';
import { facebookComment, facebookPost, instagramComment, mentioningComment, mentioningMedia } from './normalise.js';
import type { MetaSettings } from './settings.js';

export const Told = z.discriminatedUnion('what', [
  z.object({ what: z.literal('facebook-post'), id: z.string(), editedAt: z.number().optional() }),
  z.object({ what: z.literal('facebook-comment'), id: z.string(), post: z.string(), editedAt: z.number().optional() }),
  z.object({ what: z.literal('instagram-comment'), id: z.string(), media: z.string() }),
  z.object({ what: z.literal('instagram-mention'), media: z.string(), comment: z.string().nullable() }),
]);
export type Told = z.infer<typeof Told>;

/** @returns a thing to be asked for; equal things have equal keys, however often they are told */
export function pendingOf(told: Told): PendingPost {
  const id = told.what === 'instagram-mention' ? `${told.media}:${told.comment ?? ''}` : told.id;
  return { key: `${told.what}:${id}${'editedAt' in told && told.editedAt ? `:${told.editedAt}` : ''}`, told };
}

export interface Fetched {
  posts: IncomingPost[];
  refused: RefusedPost[];
  deleted: DeletedPost[];
}

/**
 * @returns what it turned out to be: a post, one that is gone meanwhile, or one that can never be read
 * @throws OutboundError and Refused when asking again later may help
 */
export async function fetchPending({ told }: PendingPost, client: Graph, settings: MetaSettings, now: Date): Promise<Fetched> {
  const nothing: Fetched = { posts: [], refused: [], deleted: [] };
  const read = Told.safeParse(told);
  if (!read.success) return { ...nothing, refused: [refusal(told, 'it is not known what was told')] };
  try {
    const post = await fetchOne(read.data, client, settings);
    return { ...nothing, posts: post === null ? [] : [post] };
  } catch (error) {
    if (error instanceof Refused && error.kind === 'gone')
      return { ...nothing, deleted: [{ externalId: externalId(read.data), at: now }] };
    const never = error instanceof Unreadable || (error instanceof Refused && ['permission', 'other'].includes(error.kind));
    if (!never) throw error;
    return { ...nothing, refused: [refusal(told, error.message)] };
  }
}

async function fetchOne(told: Told, client: Graph, settings: MetaSettings): Promise<IncomingPost | null> {
  const edited = 'editedAt' in told && told.editedAt ? { editedAt: new Date(told.editedAt) } : {};
  switch (told.what) {
    case 'facebook-post': {
      const raw = a.fit(a.FacebookThing, (await client.get(told.id, { fields: a.POST_FIELDS })).data, 'the post');
      return raw.from?.id === settings.pageId ? null : { ...facebookPost(raw), ...edited };
    }
    case 'facebook-comment': {
      const raw = a.fit(a.FacebookThing, (await client.get(told.id, { fields: a.COMMENT_FIELDS })).data, 'the comment');
      return raw.from?.id === settings.pageId ? null : { ...facebookComment(raw, told.post), ...edited };
    }
    case 'instagram-comment': {
      const fields = `${a.INSTAGRAM_REPLY_FIELDS},media{id,permalink}`;
      const raw = a.fit(a.InstagramComment, (await client.get(told.id, { fields })).data, 'the comment');
      return instagramComment(raw, { url: raw.media?.permalink ?? null, under: told.media, parent: null });
    }
    case 'instagram-mention':
      return fetchMention(told, client, settings);
  }
}

async function fetchMention(
  told: Extract<Told, { what: 'instagram-mention' }>,
  client: Graph,
  settings: MetaSettings,
): Promise<IncomingPost> {
  const [name, id, wanted] = told.comment === null ? ['mentioned_media.media_id', told.media, a.TAG_FIELDS] as const : ['mentioned_comment.comment_id', told.comment, a.MENTIONED_COMMENT_FIELDS] as const; // prettier-ignore
  const { data } = await client.get(settings.instagramId ?? '', { fields: `${name}(${id}){${wanted}}` });
  if (told.comment === null)
    return mentioningMedia(
      a.fit(z.object({ mentioned_media: a.InstagramMedia }), data, 'the post that names us').mentioned_media,
    );
  return mentioningComment(
    a.fit(z.object({ mentioned_comment: a.InstagramComment }), data, 'the comment that names us').mentioned_comment,
    told.media,
  );
}

function externalId(told: Told): string {
  if (told.what === 'instagram-mention') return `igm:${told.media}${told.comment === null ? '' : `:${told.comment}`}`;
  return `${told.what === 'instagram-comment' ? 'ig' : 'fb'}:${told.id}`;
}

function refusal(told: unknown, why: string): RefusedPost {
  return {
    index: 0,
    externalId: null,
    reason: `a second call did not get its words: ${why}`.slice(0, 500),
    excerpt: excerptOf(told),
  };
}
