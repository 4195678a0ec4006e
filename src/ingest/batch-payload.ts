/** What store_batch is called with, and what it answers. */
import type { ClockKind } from '#libs/contracts/words.js';
import { groupPosts } from '#libs/cases/group-posts.js';
import type { Batch } from './batch.js';
import { groupKeys, storable, type PreparedPost } from './prepare-post.js';

/** What store_batch answers. */
export interface StoreBatchAnswer {
  /** External ids that had not been seen before. */
  fresh: string[];
  /** The source was not listening before. */
  woke: boolean;
  /** Place, kind, teams and payload of every event, in order. */
  events: [seq: number, kind: string, teamIds: number[], payload: Record<string, string>][];
  /** By external id. */
  mentions: Record<string, [id: number, caseId: number | null, authorId: number]> | null;
  /** By author id. */
  authors: Record<string, [handle: string | null, name: string | null, followers: number | null, url: string | null]> | null;
  /** By case id, for cases that opened: their first post, how many posts they have, and the clock that is due next. */
  opened: Record<
    string,
    [externalId: string, posts: number, lastAt: string, clockId: number | null, clockKind: ClockKind | null]
  > | null;
  /** Everything before these events has ended and been told. */
  next: boolean | null;
  /** Cases that posts joined: their clocks are to be judged. */
  stale: string[];
}

/** In JSON, what PostgreSQL does not hold is escaped; an escape of it that somebody wrote out only costs the longer way. */
const NOT_STORABLE = /\\u0000|\\ud[89a-f]/;

/**
 * @param at of the storing
 * @param told the place in the outbox below which this process has told everything
 * @returns the parameter of store_batch; `changed` when something had to be left out that PostgreSQL cannot hold
 */
export function batchPayload(
  batch: Batch,
  prepared: readonly PreparedPost[],
  at: Date,
  told: number,
): { json: string; changed: boolean } {
  const groups = groupPosts(prepared.map((p) => ({ keys: groupKeys(p) })));
  const matched = new Set(prepared.map((p) => p.externalId));
  const payload = {
    sourceId: batch.source.id,
    at,
    told,
    externalIds: batch.posts.map((p) => p.externalId),
    authors: batch.posts
      .filter((p) => matched.has(p.externalId))
      .map(({ author, network }) => ({ ...author, network: network ?? batch.source.kind })),
    posts: prepared.map((p, n) => ({ ...p, n, g: groups[n] })),
    refused: batch.refused,
    ...(batch.progress && { cursor: batch.progress.cursor, leaseToken: batch.progress.leaseToken }),
  };
  const json = JSON.stringify(payload);
  // A replacer takes ten times as long and is seldom needed.
  return NOT_STORABLE.test(json) ? { json: JSON.stringify(payload, storable), changed: true } : { json, changed: false };
}
