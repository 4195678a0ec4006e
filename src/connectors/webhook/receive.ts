/** Reads a delivery: a JSON array of posts. A bad item is refused by itself; a body that is no array is refused whole. */
import type { z } from 'zod';
import { PushedPost } from '#libs/contracts/http/sources.js';
import { DeskError } from '../../platform/errors.js';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import { excerptOf, isStorable, storableCount, storableJson } from '../storable.js';
import type { WebhookSettings } from './settings.js';

/** Posts in one delivery, at most. */
export const MOST_POSTS = 1000;
/** Characters of JSON that a post may carry beyond the fields we know. */
const MOST_EXTRA = 64 * 1024;
const EARLIEST = Date.UTC(1970, 0, 1);

interface Reading {
  now: Date;
  settings: WebhookSettings;
}

/**
 * @param body the raw body, already known to be signed
 * @returns the posts that can be taken and, with index and reason, those that cannot
 * @throws DeskError invalid-body (not UTF-8, not JSON, not an array), too-large (more than 1,000 posts)
 */
export function receivePosts(body: Buffer, reading: Reading): { posts: IncomingPost[]; refused: RefusedPost[] } {
  const items = parseArray(body);
  const posts: IncomingPost[] = [];
  const refused: RefusedPost[] = [];
  items.forEach((item, index) => {
    const read = readPost(item, reading);
    if ('post' in read) posts.push(read.post);
    else refused.push({ index, externalId: externalIdOf(item), reason: read.reason, excerpt: excerptOf(item) });
  });
  return { posts, refused };
}

function parseArray(body: Buffer): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const why = error instanceof SyntaxError ? `The body is not JSON: ${error.message}` : 'The body is not UTF-8';
    throw new DeskError('invalid-body', why.slice(0, 300));
  }
  if (!Array.isArray(parsed)) throw new DeskError('invalid-body', 'The body must be a JSON array of posts');
  if (parsed.length > MOST_POSTS)
    throw new DeskError('too-large', `A delivery holds at most ${MOST_POSTS} posts, this one has ${parsed.length}`);
  return parsed;
}

function readPost(item: unknown, reading: Reading): { post: IncomingPost } | { reason: string } {
  const storable = storableJson(item);
  if (storable === null) return { reason: 'the post is nested too deeply' };
  const checked = PushedPost.safeParse(item);
  if (!checked.success) return { reason: reasonOf(checked.error) };
  const reason = unfit(checked.data, item as Record<string, unknown>);
  if (reason !== null) return { reason };
  const cleaned = PushedPost.safeParse(storable.value);
  return cleaned.success ? { post: toPost(cleaned.data, item as PushedPost, reading) } : { reason: reasonOf(cleaned.error) };
}

/** What the schema cannot see. Ids must be kept exactly, so an id that cannot be stored is refused rather than cleaned. */
function unfit(pushed: PushedPost, raw: Record<string, unknown>): string | null {
  const ids = {
    externalId: pushed.externalId,
    inReplyTo: pushed.inReplyTo,
    threadId: pushed.threadId,
    'author.handle': pushed.author.handle,
  };
  for (const [name, id] of Object.entries(ids)) {
    if (id && !isStorable(id)) return `${name}: holds a NUL character or half of a surrogate pair, which cannot be stored`;
  }
  if (pushed.externalId.trim() === '') return 'externalId: is blank';
  if (pushed.author.handle.trim() === '') return 'author.handle: is blank';
  if (new Date(pushed.postedAt).getTime() < EARLIEST) return 'postedAt: lies before 1970';
  if (JSON.stringify(extraOf(raw)).length > MOST_EXTRA)
    return `the fields beside the known ones hold more than ${MOST_EXTRA} characters`;
  return null;
}

function toPost(pushed: PushedPost, raw: PushedPost, { now, settings }: Reading): IncomingPost {
  const network = pushed.network ?? settings.network ?? 'webhook';
  const posted = new Date(pushed.postedAt);
  const { handle, name, followers, url } = pushed.author;
  const extra = {
    ...extraOf(pushed),
    // A post cannot come from the future: its clock would wait for a time that has not begun.
    ...(posted > now ? { postedAtGiven: pushed.postedAt } : {}),
    ...(pushed.text === raw.text ? {} : { cleaned: 'characters that cannot be stored were replaced in the text' }),
  };
  return {
    externalId: pushed.externalId,
    text: pushed.text,
    postedAt: posted > now ? now : posted,
    author: {
      key: handle.replace(/^@/, '').toLowerCase() || handle,
      handle,
      name: name ?? null,
      followers: storableCount(followers),
      url: url ?? null,
    },
    url: pushed.url ?? null,
    lang: pushed.lang ?? null,
    inReplyTo: pushed.inReplyTo ?? null,
    thread: `${network}:${pushed.threadId ?? pushed.inReplyTo ?? pushed.externalId}`,
    network,
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}

const KNOWN = new Set(Object.keys(PushedPost.shape));

function extraOf(pushed: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(pushed).filter(([key]) => !KNOWN.has(key) && key !== '__proto__'));
}

/** `author.handle: expected string, received undefined`: the first thing that is wrong, by its field. */
function reasonOf(error: z.ZodError): string {
  const first = error.issues[0];
  const where = first?.path.join('.') ?? '';
  const what = (first?.message ?? 'does not fit').replace(/^Invalid input: /, '').slice(0, 300);
  return where === '' ? `the post: ${what}` : `${where}: ${what}`;
}

function externalIdOf(item: unknown): string | null {
  const id = item !== null && typeof item === 'object' ? (item as { externalId?: unknown }).externalId : null;
  return typeof id === 'string' && isStorable(id) ? id.slice(0, 512) : null;
}
