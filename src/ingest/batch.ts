/** Posts of one source that are stored together, and what became of them. */
import type { DeletedAuthor, DeletedPost, IncomingPost, RefusedPost } from '../connectors/incoming-post.js';

export interface Batch {
  /** `casesFrom`: older posts are history and open no case; left out or null: all may. */
  source: { id: string; kind: string; name: string; casesFrom?: Date | null };
  posts: IncomingPost[];
  /** Posts and accounts that are gone. */
  deleted?: DeletedPost[];
  deletedAuthors?: DeletedAuthor[];
  refused: RefusedPost[];
  fetchedAt: Date;
  /** For a poll: the cursor after this batch, stored only while the lease is still ours. */
  progress?: { cursor: unknown; leaseToken: string };
}

export interface Stored {
  /** External ids that had not been seen before. */
  fresh: Set<string>;
  /** Those of them that became mentions. */
  matched: Set<string>;
  refused: RefusedPost[];
}
