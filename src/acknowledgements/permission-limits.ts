/** From when on a machine leaves posts to people: for all accounts, and account by account. In force for the next post. */
import { Injectable } from '@nestjs/common';
import type { AccountLimits, Limits, LimitsView } from '#libs/contracts/http/permission-limits.js';
import { DEFAULT_LIMITS } from '#libs/permission/facts.js';
import { connectorOf } from '../connectors/all-connectors.js';
import { Database } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import type { SourceKind } from '#libs/contracts/words.js';

const KEY = 'permission-limits';
type Account = LimitsView['accounts'][number];
type Row = Omit<Account, 'changedAt'> & { kind: SourceKind; changedAt: Date | null };

@Injectable()
export class PermissionLimitsStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns what holds everywhere, and for each account that can answer what differs there */
  async view(): Promise<LimitsView> {
    const kept = await this.db.one<{ value: Partial<Limits> }>(`select value from setting where key = '${KEY}'`);
    const rows = await this.db.query<Row>(
      `select s.id as "sourceId", s.name, s.account_handle as handle, s.kind, coalesce(s.settings ->> 'network', s.kind) as network,
         coalesce(l.limits, '{}') as own, l.changed_at as "changedAt", case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
       from source s left join account_limits l on l.source_id = s.id left join person p on p.id = l.person_id order by s.id`,
    );
    const accounts = rows
      .filter(({ kind }) => connectorOf(kind).replies !== undefined)
      .map(({ kind: _, ...row }) => ({ ...row, changedAt: iso(row.changedAt) }));
    return { shipped: DEFAULT_LIMITS, everywhere: { ...DEFAULT_LIMITS, ...kept?.value }, accounts };
  }

  async set(limits: Limits): Promise<LimitsView> {
    await this.db.transaction(async (tx) => {
      await tx.query(`insert into setting (key, value) values ('${KEY}', $1) on conflict (key) do update set value = $1`, [
        JSON.stringify(limits),
      ]);
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: KEY });
    });
    return this.view();
  }

  /** @param own what differs for this account; nothing: it is as everywhere. @throws DeskError not-found */
  async setFor(sourceId: string, own: AccountLimits, by: Responder): Promise<LimitsView> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await tx.one(`select 1 from source where id = $1`, [sourceId]))) throw new DeskError('not-found');
      if (Object.keys(own).length === 0) await tx.query(`delete from account_limits where source_id = $1`, [sourceId]);
      else
        await tx.query(
          `insert into account_limits (source_id, limits, person_id, changed_at) values ($1, $2, $3, $4)
           on conflict (source_id) do update set limits = $2, person_id = $3, changed_at = $4`,
          [sourceId, JSON.stringify(own), by.id, now],
        );
      await addEvent(tx, now, 'settings.changed', { what: KEY });
    });
    return this.view();
  }
}
