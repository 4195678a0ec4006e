/** From what YouTube gives to posts in our words. */
import { whatIsWrong } from '../ask-json.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableJson, storableText } from '../storable.js';
import { placeOf, RawVideo, readComment, type RawComment } from './answers.js';

const SITE = 'https://www.youtube.com';

export type Read = { post: IncomingPost } | { refused: RefusedPost };

export interface Where {
  /** Of the thread, where the comment itself does not say it. */
  videoId: string | null;
  /** Replies of the thread, for its first comment. */
  replies: number | null;
}

/** @param index place in what was fetched @param now no post is later than this */
export function readPost(item: unknown, index: number, where: Where, now: Date): Read {
  const read = readComment(item);
  if (read.success) return { post: toPost(read.data, where, now) };
  const id = placeOf(item)?.id;
  const externalId = id === undefined ? null : storableText(id);
  return {
    refused: { index, externalId, reason: `The comment cannot be read${whatIsWrong(read.error)}`, excerpt: excerptOf(item) },
  };
}

function toPost({ id, snippet }: RawComment, { videoId, replies }: Where, now: Date): IncomingPost {
  const parent = snippet.parentId ?? (id.includes('.') ? id.slice(0, id.indexOf('.')) : null);
  const video = snippet.videoId ?? videoId;
  const [at, updated] = [Date.parse(snippet.publishedAt), Date.parse(snippet.updatedAt ?? snippet.publishedAt)];
  const reach = { ...counted('likes', snippet.likeCount), ...counted('replies', parent === null ? replies : null) };
  return {
    externalId: id,
    text: (snippet.textOriginal ?? snippet.textDisplay ?? '').trim(),
    postedAt: new Date(Math.min(at, now.getTime())),
    author: authorOf(id, snippet),
    url: video === null ? null : `${SITE}/watch?v=${encodeURIComponent(video)}&lc=${encodeURIComponent(id)}`,
    lang: null,
    inReplyTo: parent ?? video,
    thread: `youtube:${parent ?? id}`,
    network: 'youtube',
    ...(Object.keys(reach).length > 0 ? { reach } : {}),
    ...(updated > at ? { editedAt: new Date(Math.min(updated, now.getTime())) } : {}),
    ...(video === null ? {} : { extra: { video } }),
  };
}

function authorOf(id: string, { authorChannelId, authorDisplayName }: RawComment['snippet']): IncomingPost['author'] {
  const channel = authorChannelId?.value ?? null;
  const name = authorDisplayName?.trim() || null;
  const handle = name?.startsWith('@') ? name.slice(1) : null;
  const url = channel === null ? null : `${SITE}/channel/${encodeURIComponent(channel)}`;
  return { key: channel ?? `unnamed ${id}`, handle, name: handle === null ? name : null, followers: null, url };
}

function counted(name: 'likes' | 'replies', count: number | null | undefined) {
  return typeof count === 'number' && count >= 0 ? { [name]: count } : {};
}

/** A found film: its title and the beginning of its description. */
export function readVideo(item: unknown, index: number, now: Date): Read {
  const read = RawVideo.safeParse(storableJson(item)?.value);
  if (!read.success) {
    return {
      refused: { index, externalId: null, reason: `The film cannot be read${whatIsWrong(read.error)}`, excerpt: excerptOf(item) },
    };
  }
  const { id, snippet } = read.data;
  const words = [snippet.title, snippet.description ?? ''].map((text) => unescaped(text).trim());
  return {
    post: {
      externalId: id.videoId,
      text: words.filter((part) => part !== '').join('\n\n') || id.videoId,
      postedAt: new Date(Math.min(Date.parse(snippet.publishedAt), now.getTime())),
      author: { key: snippet.channelId, handle: null, name: snippet.channelTitle || null, followers: null, url: `${SITE}/channel/${encodeURIComponent(snippet.channelId)}` }, // prettier-ignore
      url: `${SITE}/watch?v=${id.videoId}`,
      lang: null,
      inReplyTo: null,
      thread: `youtube:${id.videoId}`,
      network: 'youtube',
      ...pictureOf(read.data),
      extra: { video: id.videoId, film: true },
    },
  };
}

function pictureOf({ snippet }: RawVideo): Pick<IncomingPost, 'media'> {
  const url = snippet.thumbnails?.['high']?.url ?? snippet.thumbnails?.['default']?.url ?? null;
  return url !== null && /^https?:\/\//i.test(url) ? { media: [{ type: 'video', url, alt: null }] } : {};
}

/** The search escapes the signs of HTML in titles, the comments do not. */
function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => signs[name]!);
}
