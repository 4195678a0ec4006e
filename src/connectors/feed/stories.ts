/**
 * Google News gives one story new ids and new addresses that hide where they lead. A story is known by its page where that can be seen, and by its publisher and nearly the
 * same headline where not.
 */
import { createHash } from 'node:crypto';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';

/** Publisher, and the words of the headline. */
export type Story = [publisher: string, words: string];

/** More than a feed of Google News shows. */
const MOST = 150;
/** Share of words that two headlines of one story have in common. */
const NEAR = 0.75;

/** @returns true for a feed or a link of Google News */
export function isFromNews(feedUrl: string, link: string | null): boolean {
  return [feedUrl, link ?? ''].some((address) => URL.parse(address)?.hostname === 'news.google.com');
}

/** @returns an id for a story whose page cannot be seen; null when there is not enough to know it by */
export function idOfStory(title: string, publisher: string | null): string | null {
  const [by, words] = storyOf(title, publisher);
  return words === '' ? null : `news:${createHash('sha256').update(`${by}\n${words}`).digest('base64url').slice(0, 22)}`;
}

/**
 * @param fresh posts of a feed of Google News that were not handed on before
 * @param before stories that were, newest first
 * @returns those that are stories of their own, the others with the reason, and what to remember
 */
export function newStories(
  fresh: readonly IncomingPost[],
  before: readonly Story[],
): { posts: IncomingPost[]; repeated: RefusedPost[]; stories: Story[] } {
  const stories = [...before];
  const posts: IncomingPost[] = [];
  const repeated: RefusedPost[] = [];
  fresh.forEach((post, index) => {
    const story = storyOf(
      String(post.extra?.['title'] ?? post.text),
      typeof post.extra?.['publisher'] === 'string' ? post.extra['publisher'] : null,
    );
    const known = stories.find((one) => isSame(one, story));
    if (known === undefined) {
      posts.push(post);
      stories.unshift(story);
    } else {
      const reason = `The story is known under another id: ${known[1]}`;
      repeated.push({ index, externalId: post.externalId, reason, excerpt: post.text.slice(0, 500) });
    }
  });
  return { posts, repeated, stories: stories.slice(0, MOST) };
}

/** A headline of Google News ends with its publisher. */
function storyOf(title: string, publisher: string | null): Story {
  const by = publisher ?? /\s[-–—]\s([^-–—]{2,80})$/.exec(title)?.[1] ?? '';
  const headline = by !== '' && title.endsWith(by) ? title.slice(0, -by.length).replace(/\s*[-–—]\s*$/, '') : title;
  return [plain(by), plain(headline).slice(0, 200)];
}

function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // prettier-ignore
}

/** A follow-up has new words; a mended headline has nearly the same. Numbers must be equal: the tenth outage is not the ninth. */
function isSame([byA, a]: Story, [byB, b]: Story): boolean {
  if (byA !== byB || a === '' || b === '') return false;
  if (a === b) return true;
  const [wordsA, wordsB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const numbers = (words: Set<string>) => [...words].filter((word) => /\d/.test(word)).sort().join(' '); // prettier-ignore
  const common = [...wordsA].filter((word) => wordsB.has(word)).length;
  return common / (wordsA.size + wordsB.size - common) >= NEAR && numbers(wordsA) === numbers(wordsB);
}
