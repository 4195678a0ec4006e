/** A source with all its settings, credentials opened: for those who poll, receive and send, never for an answer. */
import { Injectable } from '@nestjs/common';
import type { SourceKind } from '#libs/contracts/words.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { OwnAccount } from '../connectors/connector.js';
import { Database, type Tx } from '../database/database.js';
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
}

@Injectable()
export class SourceStore {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @throws DeskError `not-found`; `invalid-settings` when an older version stored what this connector no longer takes
   * @throws SecretsUnreadable when the key of the desk is not the one they were stored with
   */
  async open(id: string): Promise<OpenSource> {
    const row = await findSource(this.db, id);
    if (!row) throw new DeskError('not-found');
    const read = connectorOf(row.kind).settings.safeParse(this.stored(row).all);
    if (!read.success) throw new DeskError('invalid-settings', `The settings of ${row.name} must be entered again`);
    const account = row.account_handle === null ? null : { handle: row.account_handle, externalId: row.account_id };
    const { kind, name, enabled, interval_seconds: intervalSeconds } = row;
    return { id, kind, name, settings: read.data as Settings, enabled, intervalSeconds, account };
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
