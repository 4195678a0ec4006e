/** From what Reddit gives to posts in our words. */
import { whatIsWrong } from '../ask-json.js';
import type { DeletedPost, IncomingPost, PostMedia, PostReach, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableText } from '../storable.js';
import { placeOf, readThing, type RawComment, type RawPost } from './answers.js';

const SITE = 'https://www.reddit.com';
const MOST_MEDIA = 20;

export type Read = { post: IncomingPost } | { deleted: DeletedPost } | { refused: RefusedPost };

/** @param index place in what was fetched @param now no post is later than this */
export function readItem(item: unknown, index: number, now: Date): Read {
  const read = readThing(item);
  if (!read.success) {
    const externalId = placeOf(item)?.name ?? null;
    return {
      refused: { index, externalId, reason: `The post cannot be read${whatIsWrong(read.error)}`, excerpt: excerptOf(item) },
    };
  }
  if (isGone(read.data)) return { deleted: { externalId: read.data.name, at: now } };
  return { post: 'body' in read.data ? fromComment(read.data, now) : fromPost(read.data, now) };
}

/** Taken away by its author ([deleted]) or by others ([removed]). */
function isGone(thing: RawComment | RawPost): boolean {
  const words = 'body' in thing ? thing.body : (thing.selftext ?? '');
  if (/^\[ ?(deleted|removed)( by \w+)? ?\]$/i.test(words.trim())) return true;
  return 'removed_by_category' in thing && typeof thing.removed_by_category === 'string';
}

function fromComment(raw: RawComment, now: Date): IncomingPost {
  const { text, links } = plain(raw.body);
  return {
    ...shared(raw, now),
    text,
    inReplyTo: raw.parent_id,
    thread: `reddit:${raw.link_id}`,
    links,
    ...reachOf({ likes: raw.score }),
    extra: { ...(raw.subreddit ? { subreddit: raw.subreddit } : {}), ...(raw.link_title ? { title: raw.link_title } : {}) },
  };
}

function fromPost(raw: RawPost, now: Date): IncomingPost {
  const body = plain(raw.selftext ?? '');
  const media = mediaOf(raw);
  const page = !raw.is_self && media.length === 0 && raw.url && /^https?:\/\//i.test(raw.url) ? [raw.url] : [];
  return {
    ...shared(raw, now),
    text: [storableText(raw.title).trim(), body.text].filter((part) => part !== '').join('\n\n') || (raw.url ?? raw.name),
    inReplyTo: null,
    thread: `reddit:${raw.name}`,
    links: [...new Set([...page, ...body.links])],
    ...(media.length > 0 ? { media } : {}),
    ...reachOf({ likes: raw.score, replies: raw.num_comments, reposts: raw.num_crossposts }),
    ...(raw.crosspost_parent ? { quoteOf: raw.crosspost_parent } : {}),
    extra: { ...(raw.subreddit ? { subreddit: raw.subreddit } : {}), title: raw.title },
  };
}

function shared(raw: RawComment | RawPost, now: Date) {
  const edited = typeof raw.edited === 'number' ? new Date(Math.min(raw.edited * 1000, now.getTime())) : null;
  const named = raw.author !== '[deleted]' && raw.author !== '';
  return {
    externalId: raw.name,
    postedAt: new Date(Math.min(raw.created_utc * 1000, now.getTime())),
    author: {
      key: raw.author_fullname ?? (named ? raw.author : `unnamed ${raw.name}`),
      handle: named ? raw.author : null,
      name: null,
      followers: null,
      url: named ? `${SITE}/user/${encodeURIComponent(raw.author)}/` : null,
    },
    url: raw.permalink?.startsWith('/r/') || raw.permalink?.startsWith('/user/') ? SITE + raw.permalink : null,
    lang: null,
    network: 'reddit',
    ...(edited === null ? {} : { editedAt: edited }),
  };
}

/** Markdown is left as people wrote it, but for links: their words stay, and where they lead stands beside the post. */
function plain(markdown: string): { text: string; links: string[] } {
  const links: string[] = [];
  const text = markdown.replace(
    /\[([^[\]]{0,1000})\]\((https?:\/\/[^\s()<>]{1,2000})\)/gi,
    (_all, words: string, target: string) => {
      links.push(target);
      return words;
    },
  );
  for (const bare of text.match(/https?:\/\/[^\s()<>\]]{1,2000}/gi) ?? []) links.push(bare.replace(/[.,;:!?'"]+$/, ''));
  return { text: text.trim(), links: [...new Set(links)].slice(0, 30) };
}

function mediaOf(raw: RawPost): PostMedia[] {
  const video = raw.media?.reddit_video?.fallback_url;
  const gallery = Object.values(raw.media_metadata ?? {}).flatMap((one) => one.s?.u ?? []);
  const image = raw.post_hint === 'image' && raw.url ? [raw.url] : [];
  const all = [...(video ? [{ type: 'video' as const, url: video }] : []), ...[...image, ...gallery].map((url) => ({ type: 'image' as const, url }))]; // prettier-ignore
  return all
    .filter(({ url }) => /^https?:\/\//i.test(url))
    .slice(0, MOST_MEDIA)
    .map((one) => ({ ...one, alt: null }));
}

/** A score may be below zero: then nobody likes it. */
function reachOf(
  counts:
    | Record<keyof Pick<PostReach, 'likes' | 'replies' | 'reposts'>, number | null | undefined>
    | { likes: number | null | undefined },
) {
  const known = Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const reach: PostReach = Object.fromEntries(known.map(([name, count]) => [name, Math.max(0, Math.floor(count))]));
  return known.length > 0 ? { reach } : {};
}
