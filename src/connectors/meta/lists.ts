/** The lists of Meta that are walked: how each is asked for, what is in it for us, and when the rest is known. */
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import * as a from './answers.js';
import type { Graph, GraphAnswer } from './client.js';
import type { Step } from './cursor.js';
import * as n from './normalise.js';
import type { MetaSettings } from './settings.js';

const DAY_MS = 86_400_000;

export interface Page {
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** Posts of ours whose comments are followed. */
  followed: string[];
  /** Those of them whose comments are to be read now, and longer lists of answers. */
  more: Step[];
  /** The time of the last thing on the page; null when there is none, or when the list is in no order. */
  oldest: number | null;
}

/** Asks for one page of a list, the newest first where Meta can. */
export function askList(client: Graph, { list, of }: Step, after: string | null): Promise<GraphAnswer> {
  const onward = after ?? undefined;
  switch (list) {
    case 'posts':
      return client.get(`${of}/feed`, { fields: a.POST_FIELDS, limit: 50, after: onward });
    case 'tagged':
      return client.get(`${of}/tagged`, { fields: a.POST_FIELDS, limit: 50, after: onward });
    case 'comments':
      return client.get(`${of}/comments`, { fields: a.COMMENT_FIELDS, filter: 'stream', order: 'reverse_chronological', limit: 100, after: onward }); // prettier-ignore
    case 'media':
      return client.get(`${of}/media`, { fields: a.MEDIA_FIELDS, limit: 50, after: onward });
    case 'tags':
      return client.get(`${of}/tags`, { fields: a.TAG_FIELDS, limit: 50, after: onward });
    case 'instagram-comments':
      return client.get(`${of}/comments`, { fields: a.INSTAGRAM_COMMENT_FIELDS, limit: 50, after: onward });
    case 'instagram-replies':
      return client.get(`${of}/replies`, { fields: a.INSTAGRAM_REPLY_FIELDS, limit: 50, after: onward });
  }
}

/** @returns what lies before this time is known or too old to be followed; milliseconds since 1970 */
export function horizon({ list }: Step, since: number, started: number, { watchDays }: MetaSettings): number {
  return list === 'posts' || list === 'media' ? started - watchDays * DAY_MS : since;
}

/** @param marks what each followed post looked like when its comments were read last */
export function readListed(step: Step, items: unknown[], settings: MetaSettings, marks: Record<string, string>): Page {
  const page: Page = { posts: [], refused: [], followed: [], more: [], oldest: null };
  items.forEach((item, index) => {
    const refused = READERS[step.list](item, index, { step, page, settings, marks });
    if (refused) page.refused.push(refused);
  });
  return page;
}

interface Reading {
  step: Step;
  page: Page;
  settings: MetaSettings;
  marks: Record<string, string>;
}
type Reader = (item: unknown, index: number, reading: Reading) => RefusedPost | undefined;

const READERS: Record<Step['list'], Reader> = {
  posts: (item, index, { page, settings, marks }) => {
    const read = n.readItem(a.FacebookThing, item, index);
    if ('refused' in read) return read.refused;
    const { id, from, created_time: at, updated_time: changed, comments } = read.item;
    page.oldest = at.getTime();
    if (from?.id !== settings.pageId) page.posts.push(n.facebookPost(read.item));
    const count = comments?.summary?.total_count;
    if (count !== 0) follow(page, marks, { list: 'comments', of: id, mark: `${changed ?? ''}/${count ?? ''}` });
    return undefined;
  },
  tagged: (item, index, { page, settings }) => {
    const read = n.readItem(a.FacebookThing, item, index);
    if ('refused' in read) return read.refused;
    page.oldest = read.item.created_time.getTime();
    if (read.item.from?.id !== settings.pageId) page.posts.push(n.facebookPost(read.item));
    return undefined;
  },
  comments: (item, index, { page, settings, step }) => {
    const read = n.readItem(a.FacebookThing, item, index);
    if ('refused' in read) return read.refused;
    page.oldest = read.item.created_time.getTime();
    if (read.item.from?.id !== settings.pageId) page.posts.push(n.facebookComment(read.item, step.of));
    return undefined;
  },
  media: (item, index, { page, marks }) => {
    const read = n.readItem(a.InstagramMedia, item, index);
    if ('refused' in read) return read.refused;
    const { id, timestamp, permalink, comments_count: count } = read.item;
    page.oldest = timestamp.getTime();
    if (count !== 0)
      follow(page, marks, { list: 'instagram-comments', of: id, mark: String(count ?? ''), url: permalink ?? null });
    return undefined;
  },
  tags: (item, index, { page }) => {
    const read = n.readItem(a.InstagramMedia, item, index);
    if ('refused' in read) return read.refused;
    page.oldest = read.item.timestamp.getTime();
    page.posts.push(n.mentioningMedia(read.item));
    return undefined;
  },
  // A new answer may stand under an old comment: this list is read to its end.
  'instagram-comments': (item, index, { page, settings, step }) => {
    const read = n.readItem(a.InstagramComment, item, index);
    if ('refused' in read) return read.refused;
    const { id, replies } = read.item;
    const url = step.url ?? null;
    if (read.item.from?.id !== settings.instagramId) page.posts.push(n.instagramComment(read.item, { url, under: step.of, parent: null })); // prettier-ignore
    const under: Step = { list: 'instagram-replies', of: id, url };
    if (replies?.paging?.next) page.more.push(under);
    else page.refused.push(...(replies?.data ?? []).flatMap((reply, at) => READERS['instagram-replies'](reply, at, { page, settings, marks: {}, step: under }) ?? [])); // prettier-ignore
    return undefined;
  },
  'instagram-replies': (item, index, { page, settings, step }) => {
    const read = n.readItem(a.InstagramComment, item, index);
    if ('refused' in read) return read.refused;
    const place = { url: step.url ?? null, under: step.of, parent: step.of };
    if (read.item.from?.id !== settings.instagramId) page.posts.push(n.instagramComment(read.item, place));
    return undefined;
  },
};

/** Comments are read when the post looks different from the last time; those of one that does not say are read each time. */
function follow(page: Page, marks: Record<string, string>, step: Step): void {
  page.followed.push(step.of);
  const tells = step.mark !== undefined && step.mark !== '' && step.mark !== '/';
  if (!tells || marks[step.of] !== step.mark) page.more.push(step);
}
