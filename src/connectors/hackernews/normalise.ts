/** From what Hacker News gives to posts in our words. */
import { createHash } from 'node:crypto';
import { whatIsWrong } from '../ask-json.js';
import type { IncomingPost, PostReach, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableText } from '../storable.js';
import { readHit, type RawHit, type RawItem } from './answers.js';
import { plainText } from './plain-text.js';

const SITE = 'https://news.ycombinator.com';

/** @param index place in what was fetched @param now no post is later than this */
export function readPost(item: unknown, index: number, now: Date): { post: IncomingPost } | { refused: RefusedPost } {
  const read = readHit(item);
  const id = (item as { objectID?: unknown } | null)?.objectID;
  const externalId = typeof id === 'string' ? storableText(id.slice(0, 100)) : null;
  const refuse = (reason: string) => ({ refused: { index, externalId, reason, excerpt: excerptOf(item) } });
  if (!read.success) return refuse(`The post cannot be read${whatIsWrong(read.error)}`);
  const words = wordsOf({ title: read.data.title, text: read.data.comment_text ?? read.data.story_text });
  if (words.text === '' && !read.data.url) return refuse('The post has neither words nor a link: it is deleted');
  return { post: toPost(read.data, words, now) };
}

function toPost(hit: RawHit, words: ReturnType<typeof wordsOf>, now: Date): IncomingPost {
  const story = String(hit.story_id ?? hit.objectID);
  const page = hit.url && /^https?:\/\//i.test(hit.url) ? [hit.url] : [];
  const reach = reachOf(hit.points, hit.num_comments);
  return {
    externalId: hit.objectID,
    text: words.text || (hit.url ?? ''),
    postedAt: new Date(Math.min(hit.created_at_i * 1000, now.getTime())),
    author: authorOf(hit.author),
    url: `${SITE}/item?id=${hit.objectID}`,
    lang: null,
    inReplyTo: hit.parent_id ? String(hit.parent_id) : null,
    thread: `hackernews:${story}`,
    network: 'hackernews',
    links: [...new Set([...page, ...words.links])],
    ...(reach === null ? {} : { reach }),
    ...(hit.story_title && story !== hit.objectID ? { extra: { story: plainText(hit.story_title).text } } : {}),
  };
}

/** A name is chosen once and never changes on Hacker News. */
function authorOf(name: string): IncomingPost['author'] {
  return { key: name, handle: name, name: null, followers: null, url: `${SITE}/user?id=${encodeURIComponent(name)}` };
}

/** @returns title, then text */
export function wordsOf(given: { title?: string | null; text?: string | null }): { text: string; links: string[] } {
  const title = plainText(given.title ?? '');
  const body = plainText(given.text ?? '');
  return { text: [title.text, body.text].filter((part) => part !== '').join('\n\n'), links: body.links };
}

/** A short name of a post's words, to notice when they change. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** @returns the post as it is now, for one that was found before and has changed since */
export function changedPost(item: NonNullable<RawItem>, story: string, now: Date): IncomingPost | null {
  const words = wordsOf(item);
  if (item.by === undefined || item.time === undefined || (words.text === '' && !item.url)) return null;
  const hit: RawHit = { objectID: String(item.id), created_at_i: item.time, author: item.by, title: item.title, url: item.url, parent_id: item.parent, story_id: Number(story), points: item.score, num_comments: item.descendants }; // prettier-ignore
  return { ...toPost(hit, words, now), editedAt: now };
}

function reachOf(points: number | null | undefined, comments: number | null | undefined): PostReach | null {
  const reach = {
    ...(points !== null && points !== undefined && points >= 0 ? { likes: points } : {}),
    ...(comments !== null && comments !== undefined && comments >= 0 ? { replies: comments } : {}),
  };
  return Object.keys(reach).length > 0 ? reach : null;
}
