/** Which customer is in which tier, in memory: asked for every post that opens a case; read anew when a mark changes. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { DeskEvents } from '../outbox/events.js';
import { OutboxTail } from '../outbox/tail.js';

/** What `settings.changed` says when a mark changed. */
export const CUSTOMER_TIERS = 'customer-tiers';

@Injectable()
export class CustomerTiers implements OnApplicationBootstrap {
  /** By network, then by "account" or "handle" and the name. */
  private tiers = new Map<string, Map<string, string>>();

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.tail.onEvents((events) =>
      events.some((e) => e.kind === 'settings.changed' && (e.payload as DeskEvents['settings.changed']).what === CUSTOMER_TIERS)
        ? this.load()
        : undefined,
    );
    await this.load();
  }

  /** Call it after a change, so that the next case is judged by it. */
  async load(): Promise<void> {
    const rows = await this.db.query<{ network: string; namedBy: string; name: string; tier: string }>(
      `select network, named_by as "namedBy", name, tier from customer_mark`,
    );
    const tiers = new Map<string, Map<string, string>>();
    for (const { network, namedBy, name, tier } of rows) {
      const there = tiers.get(network) ?? new Map<string, string>();
      tiers.set(network, there.set(`${namedBy} ${name}`, tier));
    }
    this.tiers = tiers;
  }

  /** @returns the tier of whoever wrote; the account's mark goes before the name's. null: in none */
  of(network: string, { key, handle }: { key: string; handle: string | null }): string | null {
    const there = this.tiers.get(network);
    if (!there) return null;
    const byName = handle === null ? undefined : there.get(`handle ${handle.replace(/^@+/, '').toLowerCase()}`);
    return there.get(`account ${key}`) ?? byName ?? null;
  }
}
