/** Copies of a post: reposts, quotes and campaigns, found by their fingerprints among the mentions stored around it. */
import { Injectable } from '@nestjs/common';
import type { CopiesView } from '#libs/contracts/http/mentions.js';
import { isNearDuplicate } from '#libs/scoring/fingerprint.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

/** Ids before and after the post that are looked at: copies come soon after each other. */
const AROUND = 5000;
const SHOWN = 20;

@Injectable()
export class FindCopies {
  constructor(private readonly db: Database) {}

  /** @throws DeskError `not-found` */
  async run(id: string, by: Responder): Promise<CopiesView> {
    const post = await this.db.one<{ fingerprint: string | null }>(
      `select fingerprint from mention where id = $1 and team_ids && $2::bigint[]`,
      [id, by.teamIds],
    );
    if (!post) throw new DeskError('not-found');
    const { fingerprint } = post;
    if (fingerprint === null) return { looked: 0, count: 0, items: [], ...(await this.spread([id])) };
    const rows = await this.db.query<{ id: string; fingerprint: string }>(
      `select id, fingerprint from mention
       where id between $1::bigint - ${AROUND} and $1::bigint + ${AROUND} and id <> $1 and team_ids && $2::bigint[] and state <> 'deleted'
         and fingerprint is not null order by id desc`,
      [id, by.teamIds],
    );
    const copies = rows.filter((row) => isNearDuplicate(row.fingerprint, fingerprint)).map((row) => row.id);
    const views = await mentionViews(this.db, copies.slice(0, SHOWN), by.teamIds);
    const spread = await this.spread([id, ...copies]);
    return {
      looked: rows.length,
      count: copies.length,
      ...spread,
      items: [...views.values()].sort((a, b) => Number(b.id) - Number(a.id)),
    };
  }

  /** How far a post went with its copies. */
  private async spread(ids: readonly string[]): Promise<Pick<CopiesView, 'reposts' | 'reach'>> {
    const row = await this.db.one<{ reposts: number; reach: number }>(
      `select coalesce(sum(m.reposts), 0)::int as reposts, coalesce(sum(m.repost_reach + coalesce(a.followers, 0)), 0)::float as reach
       from mention m join author a on a.id = m.author_id where m.id = any($1::bigint[])`,
      [ids],
    );
    return { reposts: row?.reposts ?? 0, reach: row?.reach ?? 0 };
  }
}
