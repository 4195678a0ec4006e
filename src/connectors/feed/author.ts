/** Who wrote an entry: its author, else the feed's. Where nobody is named the publisher is shown, but its posts are not one person's. */
import type { IncomingPost } from '../incoming-post.js';
import type { FeedAuthor, FeedEntry, FeedReading } from './feed-reading.js';
import { safeLink } from './links.js';
import { htmlToText } from './plain-text.js';

/**
 * @param url the post's own page
 * @param alert the feed only points to pages of others, so that its own title is nobody's name
 * @param externalId the post's own id, which stands for its author where nobody is named: strangers must not share a case
 * @returns a key that is equal for the posts of one author: address, mail, or name at a site
 */
export function authorOf(
  entry: FeedEntry,
  feed: FeedReading,
  url: string | null,
  alert: boolean,
  externalId: string,
): IncomingPost['author'] {
  const site = siteOf(url) ?? siteOf(feed.link);
  const named = cleaned(entry.author) ?? (alert ? null : cleaned(feed.author));
  const page = safeLink(named?.url);
  if (named && (named.name || named.email || page)) {
    const name = named.name ?? named.email ?? page;
    const key = page ?? named.email?.toLowerCase() ?? `${name!.toLowerCase()}@${site ?? 'feed'}`;
    return { key: key.slice(0, 300), handle: redditHandle(named.name), name, followers: null, url: page };
  }
  const publisher = short(entry.sourceName) ?? (alert ? null : short(feed.title)) ?? site;
  return {
    key: `unnamed ${externalId}`.slice(0, 300),
    handle: null,
    name: publisher,
    followers: null,
    url: null,
  };
}

function cleaned(author: FeedAuthor | null): FeedAuthor | null {
  return author && { ...author, name: short(author.name) };
}

function short(name: string | null): string | null {
  return name === null ? null : htmlToText(name).text.replace(/\s+/g, ' ').slice(0, 200) || null;
}

/** Reddit writes its authors as /u/name. */
function redditHandle(name: string | null): string | null {
  return /^\/u\/([\w-]{2,30})$/.exec(name ?? '')?.[1] ?? null;
}

function siteOf(url: string | null): string | null {
  return (URL.parse(url ?? '')?.hostname ?? '').replace(/^www\./, '') || null;
}
