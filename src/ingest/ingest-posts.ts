/** The pipeline from posts to cases: leave out our own, match, score, group, and store all of it in one transaction with the cursor. */
import { Injectable } from '@nestjs/common';
import { Promises } from '../clocks/promises.js';
import type { IncomingPost } from '../connectors/incoming-post.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { crashPoint } from '../platform/crash-point.js';
import { OwnAccounts } from '../sources/own-accounts.js';
import { ActiveWatches } from '../watches/active-watches.js';
import type { Batch, Stored } from './batch.js';
import { batchPayload, type StoreBatchAnswer } from './batch-payload.js';
import { IngestServices } from './ingest-services.js';
import { matchable } from './matchable.js';
import { boundedId, preparePost, type Matched, type PostRules } from './prepare-post.js';
import { toldEvents } from './told-events.js';

/** SQLSTATE raised by store_batch when another process has taken the source over. */
export const LEASE_LOST = 'ES001';
/** Classes of SQLSTATE that blame the data: data exception, integrity violation, program limit. */
const DATA_ERROR = /^(22|23|54)/;

@Injectable()
export class IngestPosts {
  constructor(
    private readonly db: Database,
    private readonly watches: ActiveWatches,
    private readonly own: OwnAccounts,
    private readonly promises: Promises,
    private readonly services: IngestServices,
  ) {}

  /**
   * @returns what became of each post; a post that cannot be stored is refused with its reason and the others are kept
   * @throws the database's error when it is away or the lease is lost; nothing is stored then
   */
  async run(batch: Batch): Promise<Stored> {
    const bounded = batch.posts.map((p) => ({ ...p, externalId: boundedId(p.externalId) }));
    const posts = distinct(await this.services.reconcile.run({ ...batch, posts: bounded }));
    try {
      return await this.store({ ...batch, posts });
    } catch (error) {
      if (!DATA_ERROR.test(String((error as { code?: string }).code)) || batch.posts.length === 0) throw error;
      return this.storeInParts(batch, error as Error);
    }
  }

  private async store(batch: Batch): Promise<Stored> {
    await this.keepOwn(batch);
    const rules = { ...this.rules, casesFrom: batch.source.casesFrom ?? undefined };
    const matched = batch.posts.flatMap((p) => this.match(p, batch) ?? []);
    const prepared = matched.map((one) => ({ matched: one, post: preparePost(one, rules, batch.fetchedAt, batch.source.id) }));
    const posts = prepared.map((p) => p.post);
    const at = this.services.clock.now();
    const { told } = this.services.wake;
    const { json, changed } = batchPayload(batch, posts, at, told);
    crashPoint('ingest.before-store');
    const row = await this.db.one<{ r: StoreBatchAnswer }>(`select store_batch($1::jsonb) as r`, [json]);
    crashPoint('ingest.after-store');
    if (!row) throw new Error('store_batch answered nothing');
    if (row.r.events.length > 0)
      this.services.wake.offer({
        events: toldEvents(batch, at, changed ? [] : prepared, row.r),
        told,
        next: row.r.next === true,
      });
    if (row.r.woke) await this.tellAwake(batch.source.id);
    if (row.r.stale.length > 0) await this.services.judgeClocks(row.r.stale);
    const fresh = new Set(row.r.fresh);
    return { fresh, matched: new Set(posts.map((p) => p.externalId).filter((id) => fresh.has(id))), refused: batch.refused };
  }

  /** The first delivery of a source: everybody who looks after sources sees that it is heard now. */
  private tellAwake(sourceId: string): Promise<void> {
    const now = this.services.clock.now();
    return this.db.transaction(async (tx) => {
      if (!(await tx.one('select from source where id = $1 for update', [sourceId]))) return;
      await this.services.health.judge(tx, sourceId, now);
      await addEvent(tx, now, 'source.changed', { sourceId });
    });
  }

  private readonly rules: PostRules = {
    score: (post) => this.services.scorer.score(post),
    concern: (text, lang) => this.services.scorer.concern(text, lang || undefined),
    planFor: (traits) => this.promises.planFor(traits),
    tierOf: (network, author) => this.services.tiers.of(network, author),
    emergencyWords: () => this.promises.emergencyWords(),
  };

  /** Before the cursor moves: after a crash they come once more, and count once. */
  private async keepOwn({ posts, source }: Batch): Promise<void> {
    const own = posts
      .map((post) => ({ ...post, network: post.network ?? source.kind }))
      .filter((post) => post.repostOf === undefined && this.own.isOurs(post.network, post.author));
    if (own.length > 0) await this.services.ownPosts.run(source.id, own);
  }

  private match(post: IncomingPost, { source }: Batch): Matched | null {
    const network = post.network ?? source.kind;
    if (this.own.isOurs(network, post.author)) return null;
    const matches = this.watches.match(matchable(post, source, network));
    return matches.length > 0 ? { post, network, matches } : null;
  }

  /** Halves the batch until the post that the database refuses stands alone; the cursor goes with the last part. */
  private async storeInParts(batch: Batch, error: Error): Promise<Stored> {
    const [only, ...others] = batch.posts;
    if (only && others.length === 0) {
      const refusal = {
        index: 0,
        externalId: only.externalId,
        reason: `could not be stored: ${error.message}`,
        excerpt: only.text.slice(0, 2000),
      };
      return this.store({ ...batch, posts: [], refused: [...batch.refused, refusal] });
    }
    const half = Math.ceil(batch.posts.length / 2);
    const first = await this.run({ ...batch, posts: batch.posts.slice(0, half), refused: [], progress: undefined });
    const rest = await this.run({ ...batch, posts: batch.posts.slice(half) });
    return {
      fresh: new Set([...first.fresh, ...rest.fresh]),
      matched: new Set([...first.matched, ...rest.matched]),
      refused: [...first.refused, ...rest.refused],
    };
  }
}

/** @returns the posts without repeats of an external id; the first of them stays */
function distinct(posts: IncomingPost[]): IncomingPost[] {
  const seen = new Set<string>();
  return posts.filter((p) => !seen.has(p.externalId) && seen.add(p.externalId));
}
