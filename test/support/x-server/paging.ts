/** Pages as X makes them: newest first, bounds exclusive, a token that fits only the question it was given for. */
import { createHash } from 'node:crypto';
import { invalid, Refusal, type Asked } from './refusal.js';
import type { XPost } from './world.js';

export interface PageLimits {
  smallest: number;
  fallback: number;
}

export interface Page {
  posts: XPost[];
  nextToken: string | undefined;
}

/** @throws Refusal for bounds or tokens that X would not take */
export function pageOf(asked: Asked, found: XPost[], limits: PageLimits): Page {
  const size = sizeOf(asked.query.get('max_results'), limits);
  const before = asked.query.get('next_token') ?? asked.query.get('pagination_token');
  const from = before === null ? null : oldestIn(before, asked);
  const since = idIn(asked.query, 'since_id');
  const until = idIn(asked.query, 'until_id');
  const start = timeIn(asked.query, 'start_time');
  const end = timeIn(asked.query, 'end_time');
  const left = found.filter((post) => {
    const id = BigInt(post.id);
    const time = post.createdAt.getTime();
    return (
      (since === null || id > since) &&
      (until === null || id < until) &&
      (from === null || id < from) &&
      time >= start &&
      time < end
    );
  });
  const posts = left.slice(0, size);
  return { posts, nextToken: left.length > size ? tokenFor(asked, posts.at(-1)!.id) : undefined };
}

function sizeOf(text: string | null, limits: PageLimits): number {
  const size = text === null ? limits.fallback : Number(text);
  if (Number.isInteger(size) && size >= limits.smallest && size <= 100) return size;
  throw new Refusal(invalid('max_results', String(text), `max_results [${text}] is not between ${limits.smallest} and 100`));
}

function idIn(query: URLSearchParams, name: string): bigint | null {
  const text = query.get(name);
  if (text === null) return null;
  if (/^[0-9]{1,19}$/.test(text)) return BigInt(text);
  throw new Refusal(invalid(name, text, `The ${name} [${text}] is not an id`));
}

function timeIn(query: URLSearchParams, name: 'start_time' | 'end_time'): number {
  const text = query.get(name);
  if (text === null) return name === 'start_time' ? -Infinity : Infinity;
  return new Date(text).getTime();
}

function tokenFor(asked: Asked, oldest: string): string {
  return `${questionOf(asked)}${Buffer.from(oldest).toString('base64url')}`;
}

function oldestIn(token: string, asked: Asked): bigint {
  const id = Buffer.from(token.slice(8), 'base64url').toString();
  if (token.startsWith(questionOf(asked)) && /^\d+$/.test(id)) return BigInt(id);
  throw new Refusal(invalid('next_token', token, 'The next_token is not valid for this request'));
}

function questionOf({ path, query }: Asked): string {
  const question = ['query', 'since_id', 'until_id', 'start_time', 'end_time'].map((name) => query.get(name) ?? '').join('\n');
  return createHash('sha256').update(`${path}\n${question}`).digest('hex').slice(0, 8);
}
