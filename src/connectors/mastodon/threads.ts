/** The conversations of answers: an instance tells the first post of one only when it is asked. */
import type { IncomingPost } from '../incoming-post.js';
import { readRoot } from './answers.js';
import type { MastodonClient } from './client.js';
import { threadKey } from './normalise.js';

/** Questions of one poll; answers beyond that are kept together by the post they answer. */
const MOST_QUESTIONS = 40;
const MOST_KEPT = 5000;
/** First posts by the post that is answered, of all instances. */
const roots = new Map<string, string>();

/** @returns a way to give posts the thread of their conversation; when the instance does not say, they keep what they have */
export function threadFinder(client: MastodonClient, host: string): (posts: IncomingPost[]) => Promise<IncomingPost[]> {
  let left = MOST_QUESTIONS;
  const rootOf = async (parent: string): Promise<string | null> => {
    const known = roots.get(`${host} ${parent}`);
    if (known !== undefined || left <= 0) return known ?? null;
    left -= 1;
    try {
      const root = readRoot(await client.get(`/api/v1/statuses/${parent}/context`)) ?? parent;
      roots.set(`${host} ${parent}`, root);
      for (const [oldest] of roots) if (roots.size > MOST_KEPT) roots.delete(oldest);
      return root;
    } catch {
      left = 0; // the next question of the poll will say what is wrong
      return null;
    }
  };
  return async (posts) => {
    const found: IncomingPost[] = [];
    for (const post of posts) {
      const root = post.inReplyTo === null ? null : await rootOf(post.inReplyTo);
      found.push(root === null ? post : { ...post, thread: threadKey(host, root) });
    }
    return found;
  };
}
