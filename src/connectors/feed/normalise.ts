/** From the entries of a feed to posts in our words. */
import { createHash } from 'node:crypto';
import type { IncomingPost, PostMedia, RefusedPost } from '../incoming-post.js';
import { parseFeedDate } from './dates.js';
import { isAlert, unescapedAgain } from './alerts.js';
import { authorOf } from './author.js';
import type { FeedEntry, FeedReading } from './feed-reading.js';
import { canonicalLink, safeLink } from './links.js';
import { byOwnRules } from './own-rules.js';
import { htmlToText, plain } from './plain-text.js';
import { idOfStory, isFromNews } from './stories.js';

export interface Normalising {
  /** Address the feed was read from. */
  feedUrl: string;
  /** When it was read: the time of entries without one, and the latest that is believed. */
  now: Date;
}

const MAX_TEXT = 20_000;
const MAX_ID = 400;
const MAX_LINKS = 30;
/** Dates before the first feeds are defaults of broken clocks. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Every entry becomes a post or a refusal with its reason; ids are unique in the result. */
export function normaliseFeed(feed: FeedReading, context: Normalising): { posts: IncomingPost[]; refused: RefusedPost[] } {
  const refused: RefusedPost[] = feed.unread.map(({ index, reason, excerpt }) => ({ index, externalId: null, reason, excerpt }));
  const read: { entry: FeedEntry; post: IncomingPost }[] = [];
  for (const entry of feed.entries) {
    const post = toPost(entry, feed, context);
    if (post) read.push({ entry, post });
    else
      refused.push({
        index: entry.index,
        externalId: entry.id,
        reason: `Entry ${entry.index + 1} has neither text nor a link`,
        excerpt: entry.excerpt(),
      });
  }
  return { posts: uniquePosts(read, refused), refused };
}

function toPost(entry: FeedEntry, feed: FeedReading, context: Normalising): IncomingPost | null {
  const base = safeLink(feed.link, context.feedUrl) ?? context.feedUrl;
  const original = safeLink(entry.link, context.feedUrl);
  const url = original === null ? null : canonicalLink(original);
  const alert = isAlert(context.feedUrl, feed);
  const title = plain(entry.title);
  const body = plain(entry.body ?? entry.summary);
  if (alert) [title.text, body.text] = [unescapedAgain(title.text), unescapedAgain(body.text)];
  const links = linksOf([...title.links, ...body.links], entry.body?.base ?? base, url);
  const words = joined(title.text, body.text) || url;
  if (!words) return null;
  const externalId = identity(entry, url, words, context.feedUrl);
  const fitted = byOwnRules({ url, externalId, title: title.text, body: body.text, links });
  const text = (fitted && joined(fitted.title, fitted.body)) || words;
  const when = postedAt(entry, context.now);
  return {
    externalId,
    text: cutText(text),
    postedAt: when.date,
    author: authorOf(entry, feed, url, alert, externalId),
    url,
    lang: languageOf(entry.lang ?? feed.lang),
    inReplyTo: entry.inReplyTo?.id ?? fitted?.inReplyTo ?? null,
    thread: threadOf(entry, fitted?.thread ?? null),
    network: 'feed',
    links: fitted?.links ?? links,
    ...mediaOf(entry),
    extra: extraOf(entry, feed, title.text, when.note, text.length > MAX_TEXT),
  };
}

/** Title, then body; only one of them where it begins with the other. */
function joined(title: string, body: string): string {
  if (title === '' || body === '') return title || body;
  const reach = title.length * 2 + 100;
  const start = wordsOf(title);
  const words = wordsOf(body.slice(0, reach));
  if (start === '' || words === '') return `${title}\n\n${body}`;
  const cut = /(…|\.\.\.)$/.test(title) ? '' : ' ';
  if (words !== start && `${words} `.startsWith(start + cut)) return body;
  return body.length <= reach && `${start} `.startsWith(`${words} `) ? title : `${title}\n\n${body}`;
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function cutText(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…` : text; // prettier-ignore
}

/** Google News gives the same story new ids, so there the page is the identity, or the headline where the page is hidden; elsewhere the feed's id, else the page, else the words. */
function identity(entry: FeedEntry, url: string | null, text: string, feedUrl: string): string {
  const fromNews = isFromNews(feedUrl, entry.link);
  const hidden = fromNews && isFromNews('', url);
  const id = hidden ? idOfStory(plain(entry.title).text, entry.sourceName) : fromNews ? (url ?? entry.id) : (entry.id ?? url);
  if (id === null) return `hash:${hash(`${entry.published ?? entry.updated ?? ''}\n${text}`)}`;
  return id.length > MAX_ID ? `hash:${hash(id)}` : id.trim();
}

/**
 * One id, one post. A feed that gives all its entries one id is told apart by their links or words; true repetitions are refused
 * with a word about the first.
 */
function uniquePosts(read: { entry: FeedEntry; post: IncomingPost }[], refused: RefusedPost[]): IncomingPost[] {
  const contents = new Map<string, Set<string>>();
  const content = (post: IncomingPost) => post.url ?? hash(post.text);
  for (const { post } of read) contents.set(post.externalId, (contents.get(post.externalId) ?? new Set()).add(content(post)));
  const taken = new Map<string, number>();
  const posts: IncomingPost[] = [];
  for (const { entry, post } of read) {
    const shared = contents.get(post.externalId)!.size > 1;
    const externalId = shared ? `${post.externalId.slice(0, 200)} ${hash(content(post))}` : post.externalId;
    const first = taken.get(externalId);
    if (first !== undefined) {
      refused.push({
        index: entry.index,
        externalId,
        reason: `Entry ${entry.index + 1} repeats entry ${first + 1}`,
        excerpt: entry.excerpt(),
      });
      continue;
    }
    taken.set(externalId, entry.index);
    posts.push({ ...post, externalId });
  }
  return posts;
}

/** Published, else updated, else now; never in the future, and what the feed claimed is kept beside it. */
function postedAt(entry: FeedEntry, now: Date): { date: Date; note: Record<string, unknown> } {
  const written = entry.published ?? entry.updated;
  const claimed = (entry.published && parseFeedDate(entry.published)) || (entry.updated && parseFeedDate(entry.updated)) || null;
  if (!claimed || claimed.getTime() < EARLIEST)
    return { date: now, note: { postedAtFrom: 'first-seen', ...(written ? { postedAtClaimed: written.slice(0, 100) } : {}) } };
  if (claimed.getTime() > now.getTime())
    return { date: now, note: { postedAtFrom: 'clamped', postedAtClaimed: claimed.toISOString() } };
  return { date: claimed, note: {} };
}

/** A comment names its page in its own link, or what it answers. */
function threadOf(entry: FeedEntry, page: string | null): string | null {
  return entry.inReplyTo ? (safeLink(entry.inReplyTo.page) ?? entry.inReplyTo.id) : page;
}

const MEDIA: [PostMedia['type'], RegExp][] = [
  ['image', /\.(jpe?g|png|gif|webp|avif)$/i],
  ['video', /\.(mp4|webm|mov|m4v)$/i],
  ['audio', /\.(mp3|m4a|ogg|opus|aac|wav)$/i],
];

/** What kind a medium is only its address tells. */
function mediaOf(entry: FeedEntry): Pick<IncomingPost, 'media'> {
  const media = entry.media.flatMap((address): PostMedia[] => {
    const url = safeLink(address);
    if (url === null) return [];
    const { hostname, pathname } = new URL(url);
    const film = /(^|\.)youtube(-nocookie)?\.com$/.test(hostname) ? 'video' : 'other';
    return [{ type: MEDIA.find(([, ending]) => ending.test(pathname))?.[0] ?? film, url, alt: null }];
  });
  return media.length > 0 ? { media } : {};
}

function languageOf(tag: string | null): string | null {
  return /^([a-z]{2,3})\b/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}

function linksOf(links: string[], base: string, own: string | null): string[] {
  const found = new Set<string>();
  for (const link of new Set(links)) {
    const safe = found.size < MAX_LINKS ? safeLink(link, base) : null;
    if (safe !== null) found.add(canonicalLink(safe));
  }
  if (own !== null) found.delete(own);
  return [...found];
}

function extraOf(
  entry: FeedEntry,
  feed: FeedReading,
  title: string,
  note: Record<string, unknown>,
  cut: boolean,
): Record<string, unknown> {
  return {
    ...(title ? { title: title.slice(0, 500) } : {}),
    ...(feed.title ? { feedTitle: feed.title.slice(0, 200) } : {}),
    ...(entry.sourceName ? { publisher: htmlToText(entry.sourceName).text.slice(0, 200) } : {}),
    ...(entry.categories.length > 0 ? { categories: entry.categories.map((name) => htmlToText(name).text.slice(0, 100)) } : {}),
    ...(cut ? { textCut: true } : {}),
    ...note,
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
