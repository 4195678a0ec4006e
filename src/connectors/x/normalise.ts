/** A post of X in our words. */
import type { IncomingPost, PostMedia, PostReach, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableCount, storableJson, storableText } from '../storable.js';
import { RawPost, type Included, type RawUser } from './answers.js';

/** X counts milliseconds in its ids from here. Source: X developer documentation, "X IDs". */
const ID_EPOCH = 1_288_834_974_657n;
/** Codes by which X says that a text is in no language or that it cannot tell. Source: documentation of the operator `lang:`. */
const NO_LANGUAGE = new Set(['und', 'zxx', 'art', 'qam', 'qct', 'qht', 'qme', 'qst']);

export type ReadPost = { post: IncomingPost } | { refused: RefusedPost };

/** @returns the item in our words, or why it cannot be one of our posts */
export function readPost(item: unknown, index: number, page: Included): ReadPost {
  // Cleaned before it is read, so that no part of it is forgotten.
  const read = RawPost.safeParse(storableJson(item)?.value);
  const id = idOf(item);
  const refuse = (reason: string): ReadPost => ({ refused: { index, externalId: id, reason, excerpt: excerptOf(item) } });
  if (!read.success) {
    const issue = read.error.issues[0];
    return refuse(`${issue?.path.join('.') || 'the post'}: ${issue?.message ?? 'does not fit'}`);
  }
  const raw = read.data;
  if (raw.author_id === undefined) return refuse('author_id: is missing');
  const original = reference(raw, 'retweeted');
  const post = toPost(raw, raw.author_id, page);
  return { post: original === null ? post : asRepost(post, raw, original, page) };
}

/** A repost carries the words of its original, which X repeats cut short; what it is counted for is the original's. */
function asRepost({ reach: _, quoteOf: __, ...post }: IncomingPost, raw: RawPost, id: string, page: Included): IncomingPost {
  const original = page.posts.get(id);
  const whole = original && wordsOf(original);
  return {
    ...post,
    text: whole ?? decodeEntities(raw.text).replace(/^RT @\w{1,15}: /, ''),
    thread: `x:${original?.conversation_id ?? id}`,
    repostOf: id,
  };
}

function wordsOf(raw: RawPost): string {
  return decodeEntities((raw.note_post ?? raw.note_tweet)?.text ?? raw.text);
}

function toPost(raw: RawPost, authorId: string, page: Included): IncomingPost {
  const user = page.users.get(authorId);
  const handle = user?.username ?? null;
  const quoted = reference(raw, 'quoted');
  const media = mediaOf(raw, page);
  const reach = reachOf(raw);
  return {
    externalId: raw.id,
    text: wordsOf(raw),
    postedAt: raw.created_at ? new Date(raw.created_at) : timeOfId(raw.id),
    author: {
      key: authorId,
      handle: handle && storableText(handle),
      ...nameAndReach(user),
      url: handle && `https://x.com/${handle}`,
    },
    url: permalink(handle, raw.id),
    lang: raw.lang && !NO_LANGUAGE.has(raw.lang) ? raw.lang : null,
    inReplyTo: reference(raw, 'replied_to'),
    thread: `x:${raw.conversation_id ?? raw.id}`,
    network: 'x',
    links: linksOf(raw),
    ...(quoted === null ? {} : { quoteOf: quoted }),
    ...versionOf(raw),
    ...(media.length > 0 ? { media } : {}),
    ...(Object.keys(reach).length > 0 ? { reach } : {}),
  };
}

/** @returns the address of a post; X leads to it without the author's name, too */
export function permalink(handle: string | null, id: string): string {
  return `https://x.com/${isHandle(handle) ? handle : 'i/web'}/status/${id}`;
}

function isHandle(handle: string | null): handle is string {
  return handle !== null && /^\w{1,50}$/.test(handle);
}

/** @returns when a post was made, as its id says */
export function timeOfId(id: string): Date {
  return new Date(Number((BigInt(id) >> 22n) + ID_EPOCH));
}

/** @returns the lowest id that a post made at this time can have; @param ms since 1970, after November 2010 */
export function idOfTime(ms: number): string {
  return String((BigInt(Math.floor(ms)) - ID_EPOCH) << 22n);
}

/** @returns the text with X's escapes taken off, once */
export function decodeEntities(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => signs[name]!);
}

/** @returns the id of the post that this one answers, quotes or reposts */
export function reference(raw: RawPost, type: 'replied_to' | 'quoted' | 'retweeted'): string | null {
  return (raw.referenced_posts ?? raw.referenced_tweets ?? []).find((r) => r.type === type)?.id ?? null;
}

function nameAndReach(user: RawUser | undefined): { name: string | null; followers: number | null } {
  return { name: user?.name || null, followers: storableCount(user?.public_metrics?.followers_count) };
}

function linksOf(raw: RawPost): string[] {
  const urls = (raw.note_post ?? raw.note_tweet)?.entities?.urls ?? raw.entities?.urls ?? [];
  const targets = urls.map((u) => u.unwound_url ?? u.expanded_url ?? u.url ?? '');
  return [...new Set(targets.filter((target) => /^https?:\/\//i.test(target) && !/^https?:\/\/(x|twitter)\.com\/[^/]+\/status\/\d+\/(photo|video)\//.test(target)))]; // prettier-ignore
}

/** X gives each version an id of its own, which carries the time when it was made. Source: X developer documentation, "Edit Posts". */
function versionOf(raw: RawPost): { versionOf?: string; editedAt?: Date } {
  const [first] = historyOf(raw);
  if (first === undefined || first === raw.id) return {};
  const said = raw.created_at ? Date.parse(raw.created_at) : 0;
  return { versionOf: first, editedAt: new Date(Math.max(said, timeOfId(raw.id).getTime())) };
}

/** @returns ids of all versions, the first one first; empty when X does not say */
export function historyOf(raw: RawPost): string[] {
  const ids = raw.edit_history_post_ids ?? raw.edit_history_tweet_ids ?? [];
  return ids.filter((id) => /^[0-9]{1,19}$/.test(id)).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

const MEDIA: Record<string, PostMedia['type']> = { photo: 'image', animated_gif: 'video', video: 'video' };

function mediaOf(raw: RawPost, page: Pick<Included, 'media'>): PostMedia[] {
  const found = (raw.attachments?.media_keys ?? []).flatMap((key) => page.media.get(key) ?? []);
  return found.map(({ type, url, preview_image_url: preview, alt_text: alt }) => {
    const address = url ?? preview ?? '';
    return { type: MEDIA[type ?? ''] ?? 'other', url: /^https?:\/\//i.test(address) ? address : null, alt: alt ?? null };
  });
}

function reachOf({ public_metrics: counts }: RawPost): PostReach {
  const told = (...names: string[]) =>
    names.map((name) => counts?.[name]).find((count) => typeof count === 'number' && count >= 0);
  const reach = {
    likes: told('like_count'),
    reposts: told('repost_count', 'retweet_count'),
    replies: told('reply_count'),
    quotes: told('quote_count'),
    views: told('impression_count'),
  };
  const known = Object.entries(reach).flatMap(([name, count]) => (count ? [[name, Math.floor(count)] as const] : []));
  return Object.fromEntries(known);
}

function idOf(item: unknown): string | null {
  const id = item !== null && typeof item === 'object' ? (item as { id?: unknown }).id : null;
  return typeof id === 'string' && id.length <= 19 ? storableText(id) : null;
}
