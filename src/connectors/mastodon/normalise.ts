/** A post of Mastodon in our words. */
import type { IncomingPost, PostMedia, PostReach, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableCount, storableJson, storableText } from '../storable.js';
import { attachmentsOf, Status, type Account, type Attachment } from './answers.js';
import { plainText } from './html.js';

export type ReadPost = { post: IncomingPost } | { refused: RefusedPost };

/** @param host the instance that was asked: ids and short names are only known there @param now no post is later */
export function readPost(item: unknown, index: number, host: string, now: Date): ReadPost {
  // Cleaned before it is read, so that no part of it is forgotten.
  const read = Status.safeParse(storableJson(item)?.value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const reason = `${issue?.path.join('.') || 'the post'}: ${issue?.message ?? 'does not fit'}`;
    return { refused: { index, externalId: idOf(item), reason, excerpt: excerptOf(item) } };
  }
  const original = read.data.reblog ? Status.safeParse(read.data.reblog) : null;
  if (original !== null && !original.success) {
    const reason = `reblog: ${original.error.issues[0]?.message ?? 'does not fit'}`;
    return { refused: { index, externalId: read.data.id, reason, excerpt: excerptOf(item) } };
  }
  if (original === null) return { post: toPost(read.data, host, now) };
  // A boost has no words of its own: it shows the original's.
  const { text, lang, links, media } = toPost(original.data, host, now);
  return {
    post: {
      ...toPost(read.data, host, now),
      text,
      lang,
      links: links ?? [],
      ...(media ? { media } : {}),
      repostOf: original.data.id,
    },
  };
}

function toPost(status: Status, host: string, now: Date): IncomingPost {
  const { text, links } = plainText(status.content);
  const warning = storableText(status.spoiler_text?.trim() ?? '');
  const media = attachmentsOf(status).map(mediaOf);
  const quoteOf = status.quote?.quoted_status?.id ?? status.quote?.quoted_status_id;
  const editedAt = timeIn(status.edited_at ?? '', now);
  return {
    externalId: status.id,
    // The warning is shown before the words, as on Mastodon.
    text: warning === '' ? text : `${warning}\n\n${text}`,
    postedAt: timeIn(status.created_at, now) ?? now,
    author: authorOf(status.account, host),
    url: webAddress(status.url) ?? webAddress(status.uri),
    lang: /^([a-z]{2,3})(-|$)/i.exec(status.language ?? '')?.[1]?.toLowerCase() ?? null,
    inReplyTo: status.in_reply_to_id ?? null,
    thread: threadKey(host, status.in_reply_to_id ?? status.id),
    network: 'mastodon',
    links: [...new Set([...links, ...(status.card && webAddress(status.card.url) ? [status.card.url] : [])])],
    reach: reachOf(status),
    ...(editedAt === null ? {} : { editedAt }),
    ...(media.length > 0 ? { media } : {}),
    ...(quoteOf ? { quoteOf } : {}),
    extra: extraOf(status, warning),
  };
}

/** Conversations are known by their first post on the instance that was asked. */
export function threadKey(host: string, rootId: string): string {
  return `mastodon:${host}:${rootId}`;
}

/** Ids are per instance; the address of an account as a thing of the fediverse is the same everywhere and never changes. */
export function authorOf(account: Account, host: string): IncomingPost['author'] {
  return {
    key: account.uri || account.url || `${host}/${account.id}`,
    handle: account.acct.includes('@') ? account.acct : `${account.acct}@${host}`,
    name: account.display_name || null,
    followers: storableCount(account.followers_count),
    url: webAddress(account.url),
  };
}

function extraOf(status: Status, warning: string): Record<string, unknown> {
  return {
    visibility: status.visibility,
    ...(status.uri ? { uri: status.uri } : {}),
    ...(warning === '' ? {} : { contentWarning: warning }),
    ...(status.sensitive ? { sensitive: true } : {}),
    ...(status.account.bot ? { bot: true } : {}),
    ...(status.poll ? { poll: status.poll.options.map((option) => option.title).slice(0, 20) } : {}),
    ...(status.card ? { card: { url: status.card.url, title: status.card.title } } : {}),
  };
}

const MEDIA: Record<string, PostMedia['type']> = { image: 'image', gifv: 'video', video: 'video', audio: 'audio' };

function mediaOf({ type, url, remote_url, description }: Attachment): PostMedia {
  return { type: MEDIA[type] ?? 'other', url: webAddress(url) ?? webAddress(remote_url), alt: description || null };
}

function reachOf(status: Status): PostReach {
  const counts = {
    likes: status.favourites_count,
    reposts: status.reblogs_count,
    replies: status.replies_count,
    quotes: status.quotes_count,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null && count !== undefined));
}

function timeIn(text: string, now: Date): Date | null {
  const time = Date.parse(text);
  return Number.isFinite(time) ? new Date(Math.min(time, now.getTime())) : null;
}

function webAddress(text: string | null | undefined): string | null {
  return text && /^https?:\/\//i.test(text) && text.length <= 2000 ? text : null;
}

function idOf(item: unknown): string | null {
  const id = item !== null && typeof item === 'object' ? (item as { id?: unknown }).id : null;
  return typeof id === 'string' && id.length <= 100 ? storableText(id) : null;
}
