/** A source with all its settings, credentials opened: for those who poll, receive and send, never for an answer. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { SourceKind } from '#libs/contracts/words.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { OwnAccount } from '../connectors/connector-context.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { DeskEvents } from '../outbox/events.js';
import { OutboxTail } from '../outbox/tail.js';
import { DeskError } from '../platform/errors.js';
import { Secrets } from '../platform/secrets.js';
import type { CheckedSettings, Settings } from './check-settings.js';
import { findSource, type SourceRow } from './source.rows.js';

export interface OpenSource {
  id: string;
  kind: SourceKind;
  name: string;
  /** As the connector's schema gives them. */
  settings: Settings;
  enabled: boolean;
  intervalSeconds: number;
  account: OwnAccount | null;
  /** Those of the settings that are secret: nothing that is shown may carry one. */
  secrets: Settings;
}

/** Kept open at most; the oldest goes first. */
const MOST_OPEN = 1000;

@Injectable()
export class SourceStore implements OnApplicationBootstrap, OnModuleDestroy {
  /** Read often, by every delivery, and changed seldom. */
  private readonly known = new Map<string, OpenSource>();
  /** Grows with every change: what was read before one must not be kept after it. */
  private changes = 0;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly tail: OutboxTail,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.tail.onEvents((events) => {
      for (const e of events) if (e.kind === 'source.changed') this.forget((e.payload as DeskEvents['source.changed']).sourceId);
    });
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** A source has changed: it is read anew. Other processes hear of it through the outbox. */
  forget(id: string): void {
    this.known.delete(id);
    this.changes++;
  }

  /**
   * @throws DeskError `not-found`; `invalid-settings` when an older version stored what this connector no longer takes
   * @throws SecretsUnreadable when the key of the desk is not the one they were stored with
   */
  async open(id: string): Promise<OpenSource> {
    const known = this.known.get(id);
    if (known) return known;
    const changes = this.changes;
    const source = await this.read(id);
    if (changes === this.changes) this.known.set(id, source);
    for (const oldest of this.known.keys()) if (this.known.size > MOST_OPEN) this.known.delete(oldest);
    return source;
  }

  /** A poll has learned as whom we act. Nothing when its lease is lost, or when it was known. */
  async learnAccount(leased: { id: string; leaseToken: string }, { handle, externalId }: OwnAccount, at: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const fresh = await tx.one(
        `update source set account_handle = $3, account_id = coalesce($4, account_id)
         where id = $1 and lease_token = $2 and (account_handle, account_id) is distinct from ($3, coalesce($4, account_id)) returning id`,
        [leased.id, leased.leaseToken, handle, externalId],
      );
      if (fresh) await addEvent(tx, at, 'source.changed', { sourceId: leased.id });
    });
  }

  private async read(id: string): Promise<OpenSource> {
    const row = await findSource(this.db, id);
    if (!row) throw new DeskError('not-found');
    const { all, secrets } = this.stored(row);
    const read = connectorOf(row.kind).settings.safeParse(all);
    if (!read.success) throw new DeskError('invalid-settings', `The settings of ${row.name} must be entered again`);
    const account = row.account_handle === null ? null : { handle: row.account_handle, externalId: row.account_id };
    const { kind, name, enabled, interval_seconds: intervalSeconds } = row;
    return { id, kind, name, settings: read.data as Settings, enabled, intervalSeconds, account, secrets };
  }

  /** @returns what is stored, parted as it is stored; @throws SecretsUnreadable */
  stored(row: SourceRow): CheckedSettings {
    const secrets = row.secrets === null ? {} : this.secrets.open(row.secrets, rowName(row.id));
    return { all: { ...row.settings, ...secrets }, shown: row.settings, secrets };
  }

  /** Stores settings with their secrets sealed. */
  async keep(tx: Tx, id: string, { shown, secrets }: CheckedSettings): Promise<void> {
    const names = Object.keys(secrets).sort();
    const sealed = names.length > 0 ? this.secrets.seal(secrets, rowName(id)) : null;
    await tx.query('update source set settings = $2, secrets = $3, secret_names = $4 where id = $1', [
      id,
      JSON.stringify(shown),
      sealed,
      names,
    ]);
  }
}

function rowName(sourceId: string): string {
  return `source:${sourceId}`;
}
