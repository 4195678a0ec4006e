/** Posts of one source that are stored together, and what became of them. */
import type { IncomingPost, RefusedPost } from '../connectors/connector.js';

export interface Batch {
  source: { id: string; kind: string; name: string };
  posts: IncomingPost[];
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
