/** Asks again for posts that were handed on: a comment can be changed for two hours, and be taken away at any time. */
import type { DeletedPost, IncomingPost } from '../incoming-post.js';
import type { PollPage } from '../polls.js';
import type { RawItem } from './answers.js';
import type { Cursor, Watched } from './cursor.js';
import { changedPost, digestOf, wordsOf } from './normalise.js';

const WATCH_SECONDS = 48 * 3600;
const MOST_WATCHED = 200;
/** Calls for this in one poll. */
const AT_ONCE = 10;

/** @returns how a post is remembered, so that its change is noticed */
export function watchedFrom(post: IncomingPost): Watched {
  const story = (post.thread ?? '').replace(/^hackernews:/, '');
  return { id: post.externalId, story, at: Math.floor(post.postedAt.getTime() / 1000), digest: digestOf(lettersOf(post.text)) };
}

/** Forgets posts that are old, and the oldest of too many. */
export function keepWatched(cursor: Cursor, added: readonly Watched[], now: Date): void {
  const line = now.getTime() / 1000 - WATCH_SECONDS;
  cursor.watched = [...cursor.watched, ...added].filter(({ at }) => at > line).slice(-MOST_WATCHED);
}

/**
 * Looks at those whose turn it is, and not at what was handed on just now.
 * @returns a page when there is something to store
 * @throws what `ask` throws: then none of them has been looked at
 */
export async function recheck(
  cursor: Cursor,
  { now, handed, snapshot }: Looking,
  ask: (id: string) => Promise<RawItem>,
): Promise<PollPage | null> {
  const turn = cursor.watched.filter(({ id }) => !handed.has(id)).slice(0, AT_ONCE);
  const posts: IncomingPost[] = [];
  const deleted: DeletedPost[] = [];
  const still: Watched[] = [];
  for (const watched of turn) {
    const item = await ask(watched.id);
    if (item === null || item.deleted === true || item.dead === true) {
      deleted.push({ externalId: watched.id, at: now() });
      continue;
    }
    const { text } = wordsOf(item);
    const digest = digestOf(lettersOf(text || (item.url ?? '')));
    const changed = digest === watched.digest ? null : changedPost(item, watched.story, now());
    if (changed !== null) posts.push(changed);
    still.push({ ...watched, digest });
  }
  const moved = turn.length < cursor.watched.length;
  cursor.watched = [...cursor.watched.filter((one) => !turn.includes(one)), ...still];
  return posts.length + deleted.length > 0 || (turn.length > 0 && moved)
    ? { posts, refused: [], deleted, cursor: snapshot() }
    : null;
}

interface Looking {
  now: () => Date;
  /** What this poll has handed on. */
  handed: ReadonlySet<string>;
  snapshot(): unknown;
}

/** The search and the items write the same words with other signs at times: only letters and digits count as a change. */
function lettersOf(text: string): string {
  return text.replace(/https?:\/\/\S+/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}
