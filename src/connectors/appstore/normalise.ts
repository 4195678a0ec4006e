/** From a review as the store gives it to a post in our words. */
import { whatIsWrong } from '../ask-json.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableText } from '../storable.js';
import { keyOf, readReview, type RawReview } from './answers.js';

export interface Store {
  appId: string;
  country: string;
}

/** @param index place in what was fetched @param now no review is later than this */
export function readPost(
  entry: unknown,
  index: number,
  store: Store,
  now: Date,
): { post: IncomingPost } | { refused: RefusedPost } {
  const read = readReview(entry);
  if (read.success) return { post: toPost(read.data, store, now) };
  const id = keyOf(entry)?.id;
  const externalId = id === undefined ? null : storableText(id.slice(0, 100));
  return {
    refused: { index, externalId, reason: `The review cannot be read${whatIsWrong(read.error)}`, excerpt: excerptOf(entry) },
  };
}

function toPost(review: RawReview, { appId, country }: Store, now: Date): IncomingPost {
  const updated = review.updated ? Date.parse(review.updated.label) : null;
  const title = review.title?.label.trim() ?? '';
  const words = review.content.label.replaceAll('\\n', '\n').trim();
  return {
    externalId: review.id.label,
    text: [title, words].filter((part) => part !== '').join('\n\n') || '★'.repeat(Number(review['im:rating'].label)),
    postedAt: new Date(Math.min(updated ?? now.getTime(), now.getTime())),
    author: authorOf(review),
    url: `https://apps.apple.com/${country}/app/id${appId}?see-all=reviews`,
    lang: null,
    inReplyTo: null,
    thread: null,
    network: 'appstore',
    extra: {
      rating: Number(review['im:rating'].label),
      country,
      ...(title === '' ? {} : { title }),
      ...(review['im:version'] ? { version: review['im:version'].label } : {}),
      ...votesOf(review),
      ...(updated === null ? { postedAtFrom: 'first-seen' } : {}),
    },
  };
}

/** The page of an author ends with a number that is theirs; without it the name stands for them, which two may share. */
function authorOf(review: RawReview): IncomingPost['author'] {
  const name = review.author.name.label.trim();
  const page = review.author.uri?.label ?? '';
  const id = /\/reviews\/id([0-9]+)$/.exec(page)?.[1];
  const url = id !== undefined && /^https?:\/\//i.test(page) ? page : null;
  return { key: id ?? `review ${review.id.label}`, handle: null, name: name || null, followers: null, url };
}

function votesOf(review: RawReview): Record<string, number> {
  const [sum, count] = [review['im:voteSum'], review['im:voteCount']].map((one) => Number(one?.label ?? NaN));
  return { ...(Number.isFinite(sum) ? { helpful: sum! } : {}), ...(Number.isFinite(count) ? { votes: count! } : {}) };
}
