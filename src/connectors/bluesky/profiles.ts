/** Names and followers of authors, asked for 25 at a time and remembered for an hour: posts do not carry them. */
import type { IncomingPost } from '../incoming-post.js';
import { storableCount, storableJson } from '../storable.js';
import { readProfiles, type Profile } from './answers.js';
import type { BlueskyClient } from './client.js';

const AT_A_TIME = 25;
const KEEP_MS = 3_600_000;
const MOST_KEPT = 20_000;

const known = new Map<string, { profile: Profile | null; at: number }>();

/**
 * @returns the posts with what is known of their authors. When the network does not say, the posts stay as they are: a post without its
 *   author's name is better than none.
 */
export async function withProfiles(posts: IncomingPost[], client: BlueskyClient, now: Date): Promise<IncomingPost[]> {
  const unknown = [...new Set(posts.map((post) => post.author.key))].filter((did) => !isFresh(did, now));
  for (let at = 0; at < unknown.length; at += AT_A_TIME) {
    if (!(await learn(unknown.slice(at, at + AT_A_TIME), client, now))) break;
  }
  return posts.map((post) => withProfile(post, known.get(post.author.key)?.profile ?? null));
}

function isFresh(did: string, now: Date): boolean {
  const entry = known.get(did);
  return entry !== undefined && Math.abs(now.getTime() - entry.at) < KEEP_MS;
}

async function learn(actors: string[], client: BlueskyClient, now: Date): Promise<boolean> {
  try {
    const profiles = readProfiles(storableJson(await client.get('app.bsky.actor.getProfiles', { actors }))?.value);
    const found = new Map(profiles.map((profile) => [profile.did, profile]));
    for (const did of actors) {
      known.delete(did);
      known.set(did, { profile: found.get(did) ?? null, at: now.getTime() });
    }
    for (const did of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      known.delete(did);
    }
    return true;
  } catch {
    return false; // the next question will say what is wrong
  }
}

function withProfile(post: IncomingPost, profile: Profile | null): IncomingPost {
  if (profile === null) return post;
  const isNamed = profile.handle !== 'handle.invalid';
  const handle = post.author.handle ?? (isNamed ? profile.handle : null);
  return {
    ...post,
    author: {
      ...post.author,
      handle,
      name: post.author.name ?? (profile.displayName || null),
      followers: storableCount(profile.followersCount) ?? post.author.followers,
      url: `https://bsky.app/profile/${handle ?? post.author.key}`,
    },
  };
}
