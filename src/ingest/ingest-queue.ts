/** Group commit for posts that are handed to us: while one batch commits the next piles up, and nobody waits for a timer. */
import { Injectable } from '@nestjs/common';
import type { DeletedPost, IncomingPost, RefusedPost } from '../connectors/incoming-post.js';
import type { Stored } from './batch.js';
import { IngestPosts } from './ingest-posts.js';
import { boundedId } from './prepare-post.js';

export interface Delivery {
  source: { id: string; kind: string; name: string };
  posts: IncomingPost[];
  refused: RefusedPost[];
  deleted?: DeletedPost[];
  fetchedAt: Date;
}

interface Waiting extends Delivery {
  done: (stored: Stored) => void;
  failed: (error: unknown) => void;
}

/** Posts in one transaction at most; more wait for the next. */
const MOST_POSTS = 2000;

@Injectable()
export class IngestQueue {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly busy = new Set<string>();

  constructor(private readonly ingest: IngestPosts) {}

  /** @returns what became of this delivery, after the commit */
  add(delivery: Delivery): Promise<Stored> {
    return new Promise((done, failed) => {
      const id = delivery.source.id;
      this.waiting.set(id, [...(this.waiting.get(id) ?? []), { ...delivery, done, failed }]);
      if (!this.busy.has(id)) void this.drain(id);
    });
  }

  private async drain(sourceId: string): Promise<void> {
    this.busy.add(sourceId);
    for (let next = this.take(sourceId); next.length > 0; next = this.take(sourceId)) await this.commit(next);
    this.busy.delete(sourceId);
    this.waiting.delete(sourceId);
  }

  private take(sourceId: string): Waiting[] {
    const waiting = this.waiting.get(sourceId) ?? [];
    let posts = 0;
    const end = waiting.findIndex((w, i) => (posts += w.posts.length) > MOST_POSTS && i > 0);
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  private async commit(group: Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    try {
      const batch = {
        ...first,
        posts: group.flatMap((w) => w.posts),
        refused: group.flatMap((w) => w.refused),
        deleted: group.flatMap((w) => w.deleted ?? []),
      };
      const stored = await this.ingest.run(batch);
      const left = new Set(stored.fresh);
      for (const w of group) w.done(share(w, stored, left));
    } catch (error) {
      for (const w of group) w.failed(error);
    }
  }
}

/** What of a common commit belongs to one delivery: a post that two deliveries brought counts as accepted in the first. */
function share(delivery: Delivery, stored: Stored, left: Set<string>): Stored {
  const ids = delivery.posts.map((p) => boundedId(p.externalId));
  const fresh = new Set(ids.filter((id) => left.delete(id)));
  const refusedHere = stored.refused.filter(
    (r) => delivery.refused.includes(r) || (r.externalId !== null && ids.includes(r.externalId)),
  );
  return { fresh, matched: new Set([...fresh].filter((id) => stored.matched.has(id))), refused: refusedHere };
}
