/** What must hold of every post that a connector hands on. */
import { expect } from '@jest/globals';
import type { Telling } from '../../src/connectors/capabilities.js';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import { isStorable } from '../../src/connectors/storable.js';

/** Which of the things that a connector may tell this post tells. */
export function toldBy(post: IncomingPost): Telling[] {
  const told: Record<Exclude<Telling, 'deletions'>, boolean> = {
    thread: post.thread !== null,
    language: post.lang !== null,
    media: (post.media ?? []).length > 0,
    reach: post.reach !== undefined,
    links: (post.links ?? []).length > 0,
    edits: post.editedAt !== undefined,
    reposts: post.repostOf !== undefined,
    quotes: post.quoteOf !== undefined,
    followers: post.author.followers !== null,
  };
  return (Object.keys(told) as (keyof typeof told)[]).filter((one) => told[one]);
}

export function idsOf(posts: IncomingPost[]): string[] {
  return posts.map((post) => post.externalId).sort();
}

export function expectSound(post: IncomingPost, now: Date): void {
  const texts = [
    post.externalId,
    post.text,
    post.author.key,
    post.author.handle ?? '',
    post.author.name ?? '',
    post.thread ?? '',
    post.url ?? '',
  ];
  expect(texts.every(isStorable)).toBe(true);
  expect(post.externalId).not.toBe('');
  expect(post.author.key).not.toBe('');
  expect(post.postedAt.getTime()).toBeLessThanOrEqual(now.getTime());
  expect(post.text).not.toMatch(/&(amp|lt|gt);|<\/?[a-z]+>/);
  if (post.url !== null) expect(post.url).toMatch(/^https?:\/\//);
  for (const { url, alt } of post.media ?? []) {
    expect([url === null || /^https?:\/\//.test(url), isStorable(url ?? ''), isStorable(alt ?? '')]).toEqual([true, true, true]);
  }
  for (const count of Object.values(post.reach ?? {}))
    expect([count, Number.isInteger(count) && count >= 0]).toEqual([count, true]);
}
