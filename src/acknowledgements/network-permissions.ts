/** What each network permits, with our accounts there and what an administrator declared about them. */
import { Injectable } from '@nestjs/common';
import type { AccountTerms, NetworkPermissions } from '#libs/contracts/http/permissions.js';
import { NETWORK_TABLES, tableOf } from '#libs/permission/all-networks.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

interface Account {
  sourceId: string;
  name: string;
  handle: string | null;
  kind: string;
  network: string | null;
  terms: AccountTerms;
}

@Injectable()
export class AccountPermissions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the tables of all networks; those we have accounts on first */
  async all(): Promise<NetworkPermissions> {
    const accounts = await this.db.query<Account>(
      `select s.id as "sourceId", s.name, s.account_handle as handle, s.kind, s.settings ->> 'network' as network,
         jsonb_build_object('plan', coalesce(t.plan, 'self-serve'), 'markedAutomated', coalesce(t.marked_automated, false), 'placeAgrees', coalesce(t.place_agrees, false)) as terms
       from source s left join account_terms t on t.source_id = s.id order by s.id`,
    );
    const networks = NETWORK_TABLES.map((table) => ({
      network: table.network,
      name: table.name,
      rules: table.rules.map(({ via = 'desk', all = [], none = [], ...rule }) => ({
        ...rule,
        kinds: [...rule.kinds],
        all: [...all],
        none: [...none],
        via,
      })),
      accounts: accounts
        .filter(({ kind, network }) => [kind, network ?? kind].some((name) => tableOf(name) === table))
        .map(({ sourceId, name, handle, terms }) => ({ sourceId, name, handle, terms })),
    }));
    const checked = NETWORK_TABLES.flatMap(({ rules }) => rules.map(({ source }) => source.checked)).toSorted()[0] ?? '';
    return { checked, networks: networks.toSorted((a, b) => Math.sign(b.accounts.length) - Math.sign(a.accounts.length)) };
  }

  /** @throws DeskError not-found */
  async declare(sourceId: string, terms: AccountTerms, by: Responder): Promise<AccountTerms> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await tx.one(`select 1 from source where id = $1`, [sourceId]))) throw new DeskError('not-found');
      await tx.query(
        `insert into account_terms (source_id, plan, marked_automated, place_agrees, person_id, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (source_id) do update set plan = $2, marked_automated = $3, place_agrees = $4, person_id = $5, changed_at = $6`,
        [sourceId, terms.plan, terms.markedAutomated, terms.placeAgrees, by.id, now],
      );
      await addEvent(tx, now, 'source.changed', { sourceId });
    });
    return terms;
  }
}
