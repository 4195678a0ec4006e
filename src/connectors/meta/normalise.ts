/** Posts and comments of Facebook and Instagram in our words. */
import type { z } from 'zod';
import type { IncomingPost, PostMedia, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableJson } from '../storable.js';
import type { FacebookThing, InstagramComment, InstagramMedia } from './answers.js';

/** @returns the item read by its shape, or why it cannot be read */
export function readItem<T>(shape: z.ZodType<T>, item: unknown, index: number): { item: T } | { refused: RefusedPost } {
  const clean = storableJson(item);
  const read = shape.safeParse(clean?.value);
  if (read.success) return { item: read.data };
  const issue = read.error.issues[0];
  const reason = clean === null ? 'the item is nested too deeply' : `${issue?.path.join('.') || 'the item'}: ${issue?.message}`;
  const id = item !== null && typeof item === 'object' ? (item as { id?: unknown }).id : null;
  return {
    refused: { index, externalId: typeof id === 'string' && id.length < 200 ? id : null, reason, excerpt: excerptOf(item) },
  };
}

/** What somebody wrote on our page, or where they named it. */
export function facebookPost(raw: FacebookThing): IncomingPost {
  const media = (raw.attachments?.data ?? []).flatMap(mediaOf);
  const links = (raw.attachments?.data ?? []).flatMap((one) => (one.media_type === 'link' && isWeb(one.url) ? [one.url] : []));
  return {
    ...facebookThing(raw),
    url: webOr(raw.permalink_url, `https://www.facebook.com/${raw.id}`),
    inReplyTo: null,
    thread: `facebook:${raw.id}`,
    ...(links.length > 0 ? { links } : {}),
    ...(media.length > 0 ? { media } : {}),
  };
}

/**
 * A conversation is a comment under a post with what answers it: under one post of ours hundreds of people speak of hundreds of things.
 * @param postId the post that it stands under
 */
export function facebookComment(raw: FacebookThing, postId: string): IncomingPost {
  const media = raw.attachment ? mediaOf(raw.attachment) : [];
  const under = raw.parent?.id ?? postId;
  const own = raw.id.split('_').at(-1) ?? raw.id;
  return {
    ...facebookThing(raw),
    url: webOr(raw.permalink_url, `https://www.facebook.com/${postId}?comment_id=${own}`),
    inReplyTo: `fb:${under}`,
    thread: `facebook:${raw.parent?.id ?? raw.id}`,
    ...(media.length > 0 ? { media } : {}),
  };
}

function facebookThing(raw: FacebookThing) {
  const { from, comments, reactions, shares } = raw;
  const reach = {
    likes: raw.like_count ?? reactions?.summary?.total_count,
    replies: raw.comment_count ?? comments?.summary?.total_count,
    reposts: shares?.count,
  };
  const told = Object.entries(reach).filter(([, count]) => count !== undefined);
  return {
    externalId: `fb:${raw.id}`,
    text: raw.message ?? '',
    postedAt: raw.created_time,
    // Without the right "Page Public Content Access" Facebook leaves the author away.
    author: { key: from?.id ?? `unknown:${raw.id}`, handle: null, name: from?.name ?? null, followers: null, url: from ? `https://www.facebook.com/${from.id}` : null }, // prettier-ignore
    lang: null,
    network: 'facebook',
    ...(told.length > 0 ? { reach: Object.fromEntries(told) } : {}),
  };
}

interface Place {
  /** Address of the post that it stands under. */
  url: string | null;
  /** External id of what it answers. */
  under: string;
  parent: string | null;
}

export function instagramComment(raw: InstagramComment, { url, under, parent }: Place): IncomingPost {
  return {
    externalId: `ig:${raw.id}`,
    text: raw.text,
    postedAt: raw.timestamp,
    author: instagramAuthor(raw.id, raw.from?.id ?? null, raw.from?.username ?? raw.username ?? null),
    url: isWeb(url) ? url : null,
    lang: null,
    inReplyTo: `ig:${parent ?? under}`,
    thread: `instagram:${parent ?? raw.id}`,
    network: 'instagram',
    ...(typeof raw.like_count === 'number' ? { reach: { likes: raw.like_count } } : {}),
  };
}

/** Where we are named under somebody else's post: the post's id is needed to answer. */
export function mentioningComment(raw: InstagramComment, mediaId: string): IncomingPost {
  const post = instagramComment(raw, { url: raw.media?.permalink ?? null, under: mediaId, parent: null });
  return { ...post, externalId: `igm:${mediaId}:${raw.id}`, thread: `instagram:${raw.id}`, inReplyTo: `igm:${mediaId}` };
}

/** A post of somebody else's that names or marks us. */
export function mentioningMedia(raw: InstagramMedia): IncomingPost {
  const type = raw.media_type === 'VIDEO' ? 'video' : 'image';
  return {
    externalId: `igm:${raw.id}`,
    text: raw.caption ?? '',
    postedAt: raw.timestamp,
    author: instagramAuthor(raw.id, null, raw.username ?? null),
    url: isWeb(raw.permalink) ? raw.permalink : null,
    lang: null,
    inReplyTo: null,
    thread: `instagram:${raw.id}`,
    network: 'instagram',
    media: [{ type, url: isWeb(raw.media_url) ? raw.media_url : null, alt: null }],
    reach: { ...(typeof raw.like_count === 'number' ? { likes: raw.like_count } : {}), ...(typeof raw.comments_count === 'number' ? { replies: raw.comments_count } : {}) }, // prettier-ignore
  };
}

/** Instagram does not always say who it is; then nobody else is taken for the author. */
function instagramAuthor(id: string, authorId: string | null, username: string | null): IncomingPost['author'] {
  const url = username !== null && /^[\w.]{1,60}$/.test(username) ? `https://www.instagram.com/${username}/` : null;
  const key = authorId ?? (username === null ? `unknown:${id}` : `name:${username.toLowerCase()}`);
  return { key, handle: username, name: null, followers: null, url };
}

function mediaOf(one: {
  media_type?: string | null;
  type?: string | null;
  description?: string | null;
  media?: { image?: { src: string } | undefined } | null | undefined;
}): PostMedia[] {
  // prettier-ignore
  const kind = one.media_type ?? one.type ?? '';
  if (/link|share|^$/.test(kind)) return [];
  const src = one.media?.image?.src;
  const type = /video/.test(kind) ? 'video' : /photo|album|image|sticker/.test(kind) ? 'image' : 'other';
  return [{ type, url: isWeb(src) ? src : null, alt: one.description ?? null }];
}

function webOr(url: string | null | undefined, otherwise: string): string {
  return isWeb(url) ? url : otherwise;
}

function isWeb(url: string | null | undefined): url is string {
  return typeof url === 'string' && /^https?:\/\/[^\s]+$/i.test(url);
}
