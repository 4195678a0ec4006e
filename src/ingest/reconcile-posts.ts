/** Before a batch is stored: what is gone is buried, what changed is changed, what only repeats is counted, and our own comes not back. */
import { Injectable } from '@nestjs/common';
import type { DeletedAuthor, DeletedPost, IncomingPost } from '../connectors/incoming-post.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { ApplyEdits } from './apply-edits.js';
import { BuryPosts, type Where } from './bury-posts.js';
import { KnownPosts } from './known-posts.js';

export interface Arrived {
  source: { id: string; kind: string };
  posts: IncomingPost[];
  deleted?: DeletedPost[];
  deletedAuthors?: DeletedAuthor[];
}

@Injectable()
export class ReconcilePosts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly known: KnownPosts,
    private readonly bury: BuryPosts,
    private readonly edits: ApplyEdits,
  ) {}

  /**
   * Each part is safe to do twice: a crash before the batch is stored leaves the cursor, and the batch comes again.
   * @returns the posts that are left to store
   */
  async run({ source, posts, deleted = [], deletedAuthors = [] }: Arrived): Promise<IncomingPost[]> {
    const network = posts[0]?.network ?? source.kind;
    await this.bury.posts({ kind: source.kind, network }, deleted);
    await this.bury.authors({ kind: source.kind, network }, deletedAuthors);
    let left = posts.map(asFirstVersion);
    for (const name of new Set(left.map((post) => post.network ?? source.kind))) {
      const here = left.filter((post) => (post.network ?? source.kind) === name).map((post) => post.externalId);
      const noNews = await this.known.among(name, here);
      if (noNews.size > 0) left = left.filter((post) => (post.network ?? source.kind) !== name || !noNews.has(post.externalId));
    }
    const taken = await this.take(source, left.filter(isSpecial));
    return newest(taken.size === 0 ? left : left.filter((post) => !taken.has(post)));
  }

  /** @returns the posts that need no storing: edits of what is known, and reposts of it */
  private async take(source: Arrived['source'], special: readonly IncomingPost[]): Promise<Set<IncomingPost>> {
    const taken = new Set<IncomingPost>();
    for (const post of special) {
      const where: Where = { kind: source.kind, network: post.network ?? source.kind };
      const { editedAt } = post;
      if (editedAt && (await this.edits.run(source, where, { ...post, editedAt }))) taken.add(post);
      else if (post.repostOf !== undefined && (await this.countRepost(where, post, post.repostOf))) taken.add(post);
    }
    return taken;
  }

  /** @returns whether the original, or another repost of it, stands for this one already */
  private countRepost({ kind, network }: Where, post: IncomingPost, originalId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const made = await tx.one(
        `insert into repost (network, external_id, original_id, author_key, followers, at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing returning 1 as one`,
        [network, post.externalId, originalId, post.author.key, post.author.followers, post.postedAt],
      );
      const first = `(select external_id from repost where network = $2 and original_id = $3 order by at, external_id limit 1)`;
      const stands = await tx.query<{ id: string; teamIds: string[] }>(
        `update mention set reposts = reposts + $4, repost_reach = repost_reach + $5
         where source_id in (select id from source where kind = $1) and network = $2 and state <> 'deleted'
           and external_id in ($3, ${first}) and external_id <> $6 returning id, team_ids as "teamIds"`,
        [kind, network, originalId, made ? 1 : 0, made ? (post.author.followers ?? 0) : 0, post.externalId],
      );
      for (const { id, teamIds } of made ? stands : []) await addEvent(tx, this.clock.now(), 'mention.changed', { mentionId: id }, teamIds); // prettier-ignore
      return stands.length > 0;
    });
  }
}

const isSpecial = (post: IncomingPost) => post.editedAt !== undefined || post.repostOf !== undefined;

/** Of several versions of a post in one batch the newest is stored. */
function newest(posts: IncomingPost[]): IncomingPost[] {
  if (!posts.some((post) => post.editedAt !== undefined)) return posts;
  const latest = new Map<string, IncomingPost>();
  for (const post of posts) {
    const before = latest.get(post.externalId);
    if (!before || (post.editedAt?.getTime() ?? 0) > (before.editedAt?.getTime() ?? 0)) latest.set(post.externalId, post);
  }
  return posts.filter((post) => latest.get(post.externalId) === post);
}

/** Where each version has an id of its own, the post is known by that of the first. */
function asFirstVersion(post: IncomingPost): IncomingPost {
  return post.versionOf === undefined ? post : { ...post, externalId: post.versionOf };
}
