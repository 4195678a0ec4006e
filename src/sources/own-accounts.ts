/** Our own accounts: what they post never comes back as a mention. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';

@Injectable()
export class OwnAccounts implements OnApplicationBootstrap {
  private keys = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'source.changed') ? this.load() : undefined));
    await this.load();
  }

  /** @returns whether the author is one of our accounts on that network */
  isOurs(network: string, author: { key: string; handle: string | null }): boolean {
    if (this.keys.size === 0) return false;
    return (
      this.keys.has(accountKey(network, author.key)) ||
      (author.handle !== null && this.keys.has(accountKey(network, author.handle)))
    );
  }

  /** Reads the accounts anew; called when a source changes. */
  async load(): Promise<void> {
    const rows = await this.db.query<{ kind: string; network: string | null; handle: string | null; id: string | null }>(
      `select kind, settings ->> 'network' as network, account_handle as handle, account_id as id from source
       where account_handle is not null or account_id is not null`,
    );
    this.keys = new Set(rows.flatMap((r) => [r.handle, r.id].flatMap((k) => (k ? [accountKey(r.network ?? r.kind, k)] : []))));
  }
}

function accountKey(network: string, key: string): string {
  return `${network}\n${key.replace(/^@/, '').toLowerCase()}`;
}
