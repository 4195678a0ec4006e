/** The standards of the desk: in order, with drafts, where they meet and what none of them catches; their versions and their history. */
import { Injectable } from '@nestjs/common';
import {
  StandardTerms,
  type StandardChange,
  type StandardsView,
  type StandardVersionView,
  type StandardView,
} from '#libs/contracts/http/standards.js';
import { sentenceText } from '#libs/contracts/standard-sentence.js';
import { gapsOf, overlapsOf } from '#libs/sla/match-standards.js';
import { Database } from '../database/database.js';
import { namesFor } from '../database/views/standard-names.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { CURRENT, toVersionView, VERSIONS, type VersionRow } from './standard.rows.js';

const NEWEST_CHANGES = 200;

@Injectable()
export class StandardsQuery {
  constructor(private readonly db: Database) {}

  async all(by: Responder): Promise<StandardsView> {
    const names = await namesFor(this.db, by.teamIds);
    const items: StandardView[] = [];
    for (const row of await this.db.query<VersionRow>(CURRENT)) {
      const view = toVersionView(row, names, by.locale);
      const known = items.at(-1)?.id === row.standardId ? items.at(-1) : undefined;
      const item = known ?? { id: row.standardId, inForce: null, draft: null };
      if (!known) items.push(item);
      item[row.version === null ? 'draft' : 'inForce'] = view;
    }
    const held = items.flatMap(({ id, inForce }) =>
      inForce ? [{ id, clock: inForce.terms.clock, scope: inForce.terms.scope }] : [],
    );
    return { items, overlaps: overlapsOf(held), gaps: gapsOf(held) };
  }

  /** @throws DeskError not-found */
  async one(id: string, by: Responder): Promise<StandardView> {
    const found = (await this.all(by)).items.find((item) => item.id === id);
    if (!found) throw new DeskError('not-found');
    return found;
  }

  /** @returns every published version, the newest first, also of a retired standard. @throws DeskError not-found */
  async versions(id: string, by: Responder): Promise<StandardVersionView[]> {
    const rows = await this.db.query<VersionRow>(`${VERSIONS} where s.id = $1 and v.n is not null order by v.n desc`, [id]);
    if (rows.length === 0) throw new DeskError('not-found');
    const names = await namesFor(this.db, by.teamIds);
    return rows.map((row) => toVersionView(row, names, by.locale));
  }

  /** @returns who changed what and why, the newest first */
  async history(by: Responder): Promise<StandardChange[]> {
    const names = await namesFor(this.db, by.teamIds);
    const rows = await this.db.query<Omit<StandardChange, 'at' | 'sentence'> & { at: Date; terms: unknown }>(
      `select c.id, c.at, c.standard_id as "standardId", c.what, c.version, c.reason, v.terms,
         case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
       from standard_change c left join person p on p.id = c.person_id
       left join standard_version v on v.standard_id = c.standard_id and v.n = c.version
       order by c.id desc limit ${NEWEST_CHANGES}`,
    );
    return rows.map(({ terms, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      sentence: terms === null ? null : sentenceText(StandardTerms.parse(terms), names, by.locale),
    }));
  }
}
