/** A delivery from outside: proven, read, stored, and answered with what became of every post. */
import { Injectable } from '@nestjs/common';
import type { PushAnswer } from '#libs/contracts/http/sources.js';
import { connectorOf } from '../connectors/all-connectors.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { Arrivals } from '../sources/arrivals.js';
import { SourceStore } from '../sources/source-settings.js';
import { IngestQueue } from './ingest-queue.js';
import { PendingPosts } from './pending-posts.js';

type Headers = Record<string, string | string[] | undefined>;

@Injectable()
export class ReceivePosts {
  /** Sources that this process has called listening already: a delivery costs no further question. */
  private readonly heardFrom = new Set<string>();

  constructor(
    private readonly store: SourceStore,
    private readonly queue: IngestQueue,
    private readonly pending: PendingPosts,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * @param body as it came, byte for byte
   * @throws DeskError not-found, bad-signature, source-cannot-receive, source-off, invalid-body
   */
  async run(sourceId: string, body: Buffer, headers: Headers): Promise<PushAnswer> {
    const source = await this.store.open(sourceId);
    const connector = connectorOf(source.kind);
    if (!connector.receive || !connector.verify) throw new DeskError('source-cannot-receive');
    const now = this.clock.now();
    if (!connector.verify(body, headers, source.settings, now)) throw new DeskError('bad-signature');
    if (!source.enabled) throw new DeskError('source-off');
    const read = connector.receive(body, { now, settings: source.settings });
    await this.pending.keep(source.id, read.pending ?? []);
    const { id, kind, name } = source;
    const stored = await this.queue.add({ source: { id, kind, name }, ...read, fetchedAt: now });
    if (stored.fresh.size > 0) this.arrivals.note(source.id, stored.fresh.size, now);
    if (stored.fresh.size > 0 && !this.heardFrom.has(source.id)) await this.firstHeard(source.id, now);
    const refused = stored.refused.length;
    return {
      accepted: stored.fresh.size,
      duplicate: read.posts.length + read.refused.length - stored.fresh.size - refused,
      refused,
      matched: stored.matched.size,
      refusals: stored.refused.map(({ index, reason }) => ({ index, reason })),
    };
  }

  /**
   * Answers the question of a network whether this is the door it may deliver to.
   * @throws DeskError not-found, source-cannot-receive, bad-signature
   */
  async challenge(sourceId: string, query: Record<string, string | undefined>): Promise<string> {
    const source = await this.store.open(sourceId);
    const connector = connectorOf(source.kind);
    if (!connector.challenge) throw new DeskError('source-cannot-receive');
    const answer = connector.challenge(query, source.settings);
    if (answer === null) throw new DeskError('bad-signature', 'The verify token is not the one that was set for this source');
    return answer;
  }

  /** Nobody polls such a source: its first post shows that it listens. */
  private async firstHeard(sourceId: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const fresh = await tx.one(`update source set health = 'listening' where id = $1 and health = 'new' returning id`, [
        sourceId,
      ]);
      if (fresh) await addEvent(tx, now, 'source.changed', { sourceId });
    });
    this.heardFrom.add(sourceId);
  }
}
