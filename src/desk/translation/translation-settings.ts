/** Who translates: off until an administrator says. The key is sealed and never shown again; it never goes to another address than it was set for. */
import { Injectable } from '@nestjs/common';
import type { SetTranslation, TranslationProvider, TranslationSettings } from '#libs/contracts/http/translation.js';
import { Database } from '../../database/database.js';
import { Secrets } from '../../platform/secrets.js';

const KEY = 'translation';

interface Stored {
  provider: TranslationProvider;
  url: string;
  /** Sealed, as base64. */
  key: string | null;
}

@Injectable()
export class TranslationStore {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  async read(): Promise<TranslationSettings> {
    const stored = await this.stored();
    const { provider = null, url = null, key = null } = stored ?? {};
    return { provider, url, host: url === null ? null : new URL(url).host, hasKey: key !== null };
  }

  async set({ provider, url, key }: SetTranslation): Promise<TranslationSettings> {
    const before = await this.stored();
    const kept = before?.url === url && before.provider === provider ? before.key : null;
    const sealed = key === undefined ? kept : key === '' ? null : this.secrets.seal({ key }, KEY).toString('base64');
    await this.db.query(
      `insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`,
      [KEY, JSON.stringify({ provider, url, key: sealed } satisfies Stored)],
    );
    return this.read();
  }

  /** Nothing is translated from now on, and what was is forgotten. */
  async off(): Promise<TranslationSettings> {
    await this.db.query(`with gone as (delete from translation) delete from setting where key = $1`, [KEY]);
    return this.read();
  }

  /** @returns with the key opened, or null while it is off. @throws SecretsUnreadable */
  async open(): Promise<{ provider: TranslationProvider; url: string; key: string | null } | null> {
    const stored = await this.stored();
    if (!stored) return null;
    const key = stored.key === null ? null : String(this.secrets.open(Buffer.from(stored.key, 'base64'), KEY)['key']);
    return { ...stored, key };
  }

  private async stored(): Promise<Stored | undefined> {
    return (await this.db.one<{ value: Stored }>(`select value from setting where key = $1`, [KEY]))?.value;
  }
}
