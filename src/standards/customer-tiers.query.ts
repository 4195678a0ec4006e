/** Which tiers there are, and who is in them. */
import { Injectable } from '@nestjs/common';
import type { CustomerMarkView, CustomerTierView, MarkQuery } from '#libs/contracts/http/customer-tiers.js';
import { Id, type Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

type Row = Omit<CustomerMarkView, 'at'> & { at: Date };

@Injectable()
export class CustomerTiersQuery {
  constructor(private readonly db: Database) {}

  /** @returns every tier that somebody is in, the largest last: those that matter most are few */
  tiers(): Promise<CustomerTierView[]> {
    return this.db.query(`select tier, count(*)::int as customers from customer_mark group by tier order by 2, 1`);
  }

  /** The latest first. @throws DeskError invalid-cursor */
  async marks({ q, tier, cursor, limit }: MarkQuery): Promise<Page<CustomerMarkView>> {
    const rows = await this.db.query<Row>(
      `select m.id, m.network, m.named_by as "namedBy", m.tier, m.at,
         case when m.named_by = 'account' then coalesce((select coalesce(a.name, a.handle) from author a where a.network = m.network and a.key = m.name), m.name) else m.name end as name,
         case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
       from customer_mark m left join person p on p.id = m.person_id
       where ($1::text is null or strpos(m.name, lower($1)) > 0) and ($2::text is null or m.tier = $2) and ($3::bigint is null or m.id < $3)
       order by m.id desc limit $4`,
      [q?.trim().replace(/^@+/, '') || null, tier ?? null, readCursor(cursor, Id) ?? null, limit + 1],
    );
    return pageOfRows(rows, limit, (row) => ({ ...row, at: row.at.toISOString() }), (row) => row.id);
  }
} // prettier-ignore
