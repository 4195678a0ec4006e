/** Asks again for comments that were handed on, fifty with one call: people change and delete them, and so must we. */
import type { DeletedPost, IncomingPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { placeOf } from './answers.js';
import type { YouTubeClient } from './client.js';
import type { Cursor, Watched } from './cursor.js';
import { readPost } from './normalise.js';

const WATCH_MS = 7 * 86_400_000;
const MOST_WATCHED = 500;
const AT_ONCE = 50;

/** Watches a comment from now on, at its newest version. */
export function watch(cursor: Cursor, one: Watched, now: Date): void {
  const line = now.getTime() - WATCH_MS;
  cursor.watched = [...cursor.watched.filter(({ id }) => id !== one.id), one].filter(({ at }) => at > line).slice(-MOST_WATCHED);
}

/** @param handed what this poll handed on: it need not be asked for again @throws what the client throws */
export async function* recheck(
  cursor: Cursor,
  handed: ReadonlySet<string>,
  client: YouTubeClient,
  now: Date,
): AsyncGenerator<PollPage, PollEnd> {
  const turn = cursor.watched.filter(({ id }) => !handed.has(id)).slice(0, AT_ONCE);
  if (turn.length === 0) return { outcome: 'empty' };
  const { items } = await client.list('comments', {
    part: 'snippet',
    id: turn.map(({ id }) => id).join(','),
    textFormat: 'plainText',
  });
  const { posts, deleted, still } = compared(turn, items, now);
  const moved = turn.length < cursor.watched.length;
  cursor.watched = [...cursor.watched.filter((one) => !turn.includes(one)), ...still];
  if (posts.length + deleted.length > 0 || moved) yield { posts, refused: [], deleted, cursor: structuredClone(cursor) };
  return { outcome: posts.length > 0 ? 'ok' : 'empty' };
}

/** @returns what has changed, what is gone, and what is watched on */
function compared(turn: readonly Watched[], items: readonly unknown[], now: Date) {
  const shown = new Map(items.map((item) => [placeOf(item)?.id, item]));
  const posts: IncomingPost[] = [];
  const deleted: DeletedPost[] = [];
  const still: Watched[] = [];
  for (const one of turn) {
    const item = shown.get(one.id);
    const updated = placeOf(item)?.updated ?? one.updated;
    if (item === undefined) deleted.push({ externalId: one.id, at: now });
    else still.push({ ...one, updated: Math.max(one.updated, updated) });
    if (updated <= one.updated) continue;
    const read = readPost(item, 0, { videoId: one.video, replies: null }, now);
    if ('post' in read) posts.push(read.post);
  }
  return { posts, deleted, still };
}
