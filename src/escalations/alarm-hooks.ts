/** Addresses of other programs that ladders may call. Their secrets are sealed and never shown again. */
import { Injectable } from '@nestjs/common';
import type { AddAlarmHook, AlarmHookView } from '#libs/contracts/http/ladders.js';
import { Database } from '../database/database.js';
import { DeskError } from '../platform/errors.js';
import { Secrets } from '../platform/secrets.js';
import { hookRow } from './ways-to-tell.js';

@Injectable()
export class AlarmHooks {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  all(): Promise<AlarmHookView[]> {
    return this.db.query<AlarmHookView>(`select id, name, url from alarm_hook order by name, id`);
  }

  /** @throws DeskError name-taken */
  async add({ name, url, secret }: AddAlarmHook): Promise<AlarmHookView> {
    return this.db.transaction(async (tx) => {
      const id = String((await tx.one<{ id: string }>(`select nextval(pg_get_serial_sequence('alarm_hook', 'id')) as id`))?.id);
      const stored = await tx.one<AlarmHookView>(
        `insert into alarm_hook (id, name, url, secret) values ($1, $2, $3, $4) on conflict (name) do nothing returning id, name, url`,
        [id, name, url, this.secrets.seal({ secret }, hookRow(id))],
      );
      if (!stored) throw new DeskError('name-taken');
      return stored;
    });
  }

  /** Rungs that call it tell nobody from then on; their notices say so. @throws DeskError not-found */
  async remove(id: string): Promise<void> {
    if (!(await this.db.one(`delete from alarm_hook where id = $1 returning id`, [id]))) throw new DeskError('not-found');
  }
}
