/** What a post said before its author changed it, the newest first. */
import { Injectable } from '@nestjs/common';
import type { MentionVersionView } from '#libs/contracts/http/mentions.js';
import type { Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

const MOST = 100;

@Injectable()
export class VersionsQuery {
  constructor(private readonly db: Database) {}

  /** @throws DeskError `not-found` */
  async run(id: string, by: Responder): Promise<Page<MentionVersionView>> {
    const mine = await this.db.one('select from mention where id = $1 and team_ids && $2::bigint[]', [id, by.teamIds]);
    if (!mine) throw new DeskError('not-found');
    const rows = await this.db.query<{ madeAt: Date; replacedAt: Date; text: string }>(
      `select made_at as "madeAt", replaced_at as "replacedAt", text from mention_version where mention_id = $1 order by made_at desc limit ${MOST}`,
      [id],
    );
    const items = rows.map(({ madeAt, replacedAt, text }) => ({
      madeAt: madeAt.toISOString(),
      replacedAt: replacedAt.toISOString(),
      text,
    }));
    return { items, nextCursor: null };
  }
}
