/** Posts that must not become mentions: those that are gone already, and our own replies coming back. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';

const EVERY_MS = 60_000;
/** The network of a source: a webhook may carry another's posts. */
const NETWORK = `coalesce(s.settings ->> 'network', s.kind)`;

@Injectable()
export class KnownPosts implements OnApplicationBootstrap, OnModuleDestroy {
  /** Networks on which there is anything to look for: the others cost no question. */
  private networks = new Set<string>();
  /** Replies have changed since they were read: they are read anew before the next question. */
  private isStale = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = this.tail.onEvents((events) => {
      if (events.some((e) => e.kind === 'reply.changed')) this.isStale = true;
    });
    await this.load();
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  @Interval(EVERY_MS)
  async again(): Promise<void> {
    await this.load().catch(() => (this.isStale = true)); // what was known still holds
  }

  /** This process has just buried a post. */
  mark(network: string): void {
    this.networks.add(network);
  }

  /** @returns those external ids that are no news */
  async among(network: string, externalIds: readonly string[]): Promise<Set<string>> {
    if (this.isStale) await this.again();
    if (!this.networks.has(network) || externalIds.length === 0) return new Set();
    const rows = await this.db.query<{ id: string }>(
      `select external_id as id from post_tombstone where network = $1 and external_id = any($2)
       union select r.external_id from reply r join source s on s.id = r.source_id where r.external_id = any($2) and ${NETWORK} = $1`,
      [network, externalIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  private async load(): Promise<void> {
    this.isStale = false;
    const rows = await this.db.query<{ network: string }>(
      `select distinct network from post_tombstone
       union select distinct ${NETWORK} from source s where exists (select from reply r where r.source_id = s.id and r.external_id is not null)`,
    );
    this.networks = new Set(rows.map((row) => row.network));
  }
}
