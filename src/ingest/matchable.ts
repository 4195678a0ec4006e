/** What the watches look at in a post. */
import type { MatchablePost } from '#libs/matching/match-posts.js';
import type { IncomingPost } from '../connectors/incoming-post.js';

export function matchable(post: IncomingPost, source: { id: string; kind: string }, network: string): MatchablePost {
  return {
    text: post.text,
    authorHandle: post.author.handle ?? undefined,
    authorName: post.author.name ?? undefined,
    sourceKind: source.kind,
    sourceId: source.id,
    network,
    lang: post.lang ?? undefined,
    url: post.url ?? undefined,
    links: post.links,
  };
}
