/**
 * The second parser, for what rss-parser refuses after repair: it insists on a channel where RSS should have one and throws on
 * documents whose parts stand elsewhere, which @rowanmanning/feed-parser still reads.
 */
import type { parseFeed } from '@rowanmanning/feed-parser';
import { excerptOf } from '../storable.js';
import type { FeedEntry, FeedReading, RichText } from './feed-reading.js';

const html = (value: string | null): RichText | null => (value === null ? null : { value, kind: 'html', base: null });

/** @throws the first parser's refusal when this one finds no feed either */
export async function readBesides(xml: string, refusal: unknown): Promise<Omit<FeedReading, 'truncated' | 'warnings'>> {
  let feed: ReturnType<typeof parseFeed>;
  try {
    feed = (await import('@rowanmanning/feed-parser')).parseFeed(xml.replace(/<(\/?)es:/g, '<$1'));
  } catch {
    throw refusal;
  }
  return {
    title: feed.title,
    link: feed.url,
    lang: feed.language,
    author: null,
    entries: feed.items.map((item, index) => entryOf(item, index)),
    unread: [],
    pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
  };
}

function entryOf(item: ReturnType<typeof parseFeed>['items'][number], index: number): FeedEntry {
  const author = item.authors[0];
  return {
    index,
    id: item.id,
    link: item.url,
    title: item.title === null ? null : { value: item.title, kind: 'loose', base: null },
    body: html(item.content ?? item.description),
    summary: item.content === null ? null : html(item.description),
    author: author ? { name: author.name, email: author.email, url: author.url } : null,
    published: item.published?.toISOString() ?? null,
    updated: item.updated?.toISOString() ?? null,
    lang: null,
    inReplyTo: null,
    sourceName: null,
    categories: item.categories.map((category) => category.label ?? category.term),
    media: item.media.map((media) => media.url),
    excerpt: () => excerptOf(item.toJSON()),
  };
}
