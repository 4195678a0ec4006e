/** A post of Bluesky in our words, from the view a server shows or from the bare record that the stream brings. */
import type { IncomingPost, PostReach, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableCount, storableJson, storableText } from '../storable.js';
import { Facet, partsOf, PostView, type PostRecord, type Profile } from './answers.js';
import { isWeb, readEmbed, type Embedded } from './embeds.js';

export interface Bare {
  uri: string;
  record: PostRecord;
  /** When the network took it. */
  indexedAt: Date;
  /** The record's embed as a server shows it. */
  view?: unknown;
  profile?: Profile;
}

export type ReadPost = { post: IncomingPost; /** Milliseconds since 1970. */ times: Times } | { refused: RefusedPost };

export interface Times {
  /** When the network took it. */
  indexedAt: number;
  /** That, or what its author's program claims, if that is earlier: searches sort by it. */
  sortAt: number;
}

/** @param item a post as search or notifications show it @param index its place on the page @param now no post is later */
export function readPost(item: unknown, index: number, now: Date): ReadPost {
  // Cleaned before it is read, so that no part of it is forgotten.
  const read = PostView.safeParse(storableJson(item)?.value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const reason = `${issue?.path.join('.') || 'the post'}: ${issue?.message ?? 'does not fit'}`;
    return { refused: { index, externalId: idOf(item), reason, excerpt: excerptOf(item) } };
  }
  const view = read.data;
  const indexedAt = timeIn(view.indexedAt) ?? now;
  const post = toPost({ uri: view.uri, record: view.record, indexedAt, view: view.embed, profile: view.author });
  const reach = reachOf(view);
  const times = { indexedAt: indexedAt.getTime(), sortAt: Math.min(post.postedAt.getTime(), indexedAt.getTime()) };
  return { post: { ...post, ...(reach === null ? {} : { reach }) }, times };
}

/** @param bare its record must be storable */
export function toPost({ uri, record, indexedAt, view, profile }: Bare): IncomingPost {
  const { did, rkey } = partsOf(uri)!;
  const handle = profile !== undefined && isName(profile.handle) ? profile.handle : null;
  const { media, quoteOf, card } = readEmbed(record.embed, view, did);
  const claimed = timeIn(record.createdAt);
  const extra = extraOf(record, card);
  return {
    externalId: uri,
    text: record.text,
    postedAt: claimed === null || claimed > indexedAt ? indexedAt : claimed,
    author: {
      key: did,
      handle,
      name: profile?.displayName || null,
      followers: storableCount(profile?.followersCount),
      url: `https://bsky.app/profile/${handle ?? did}`,
    },
    url: permalink(handle ?? did, rkey),
    lang: languageOf(record.langs),
    inReplyTo: record.reply?.parent.uri ?? null,
    thread: `bluesky:${record.reply?.root.uri ?? uri}`,
    network: 'bluesky',
    links: linksOf(record, card?.uri),
    ...(media.length > 0 ? { media } : {}),
    ...(quoteOf === null ? {} : { quoteOf }),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}

function extraOf(record: PostRecord, card: Embedded['card']): Record<string, unknown> {
  return {
    ...(card === null ? {} : { card }),
    ...(timeIn(record.createdAt) === null ? { postedAtClaimed: record.createdAt.slice(0, 100) } : {}),
    ...(record.labels ? { labels: record.labels.values.map((label) => label.val).slice(0, 10) } : {}),
    ...(record.tags?.length ? { tags: record.tags.slice(0, 8) } : {}),
  };
}

/** @param who name or id of the author: both lead there */
export function permalink(who: string, rkey: string): string {
  return `https://bsky.app/profile/${who}/post/${rkey}`;
}

/** `handle.invalid` is what servers say for a name that does not belong to its account. */
function isName(handle: string): boolean {
  return handle !== 'handle.invalid' && /^[a-zA-Z0-9.-]{3,253}$/.test(handle);
}

function timeIn(text: string): Date | null {
  const time = Date.parse(text);
  return Number.isFinite(time) && /^\d{4}-/.test(text) ? new Date(time) : null;
}

function languageOf(langs: PostRecord['langs']): string | null {
  const [first] = langs ?? [];
  return /^([a-z]{2,3})(-|$)/i.exec(first ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Links stand in facets: what the text shows of them is often cut short. */
function linksOf({ facets }: PostRecord, card: string | undefined): string[] {
  const features = (facets ?? []).slice(0, 100).flatMap((facet) => Facet.safeParse(facet).data?.features ?? []);
  const links = features.flatMap((feature) =>
    feature.$type === 'app.bsky.richtext.facet#link' && feature.uri ? [feature.uri] : [],
  );
  return [...new Set([...links, ...(card === undefined ? [] : [card])])].filter(isWeb);
}

function reachOf({ likeCount, repostCount, replyCount, quoteCount }: PostView): PostReach | null {
  const counts = { likes: likeCount, reposts: repostCount, replies: replyCount, quotes: quoteCount };
  const told = Object.entries(counts).filter(([, count]) => count !== null && count !== undefined);
  return told.length === 0 ? null : Object.fromEntries(told);
}

function idOf(item: unknown): string | null {
  const uri = item !== null && typeof item === 'object' ? (item as { uri?: unknown }).uri : null;
  return typeof uri === 'string' && uri.length <= 500 ? storableText(uri) : null;
}
