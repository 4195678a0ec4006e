/** What was told to whom, with its receipt: the latest first. */
import { Injectable } from '@nestjs/common';
import type { NoticeView } from '#libs/contracts/http/ladders.js';
import { Id, type Page, type PageQuery } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { NOTICES, toNoticeView, type NoticeRow } from '../database/views/notice-views.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

@Injectable()
export class ListNotices {
  constructor(private readonly db: Database) {}

  /** Those of the asker's teams, and those of the house. @throws DeskError invalid-cursor */
  async run({ cursor, limit }: PageQuery, by: Responder): Promise<Page<NoticeView>> {
    const rows = await this.db.query<NoticeRow>(
      `${NOTICES} where (e.team_id is null or e.team_id = any($1::bigint[])) and ($2::bigint is null or n.id < $2) order by n.id desc limit $3`,
      [by.teamIds, readCursor(cursor, Id) ?? null, limit + 1],
    );
    return pageOfRows(rows, limit, toNoticeView, (row) => row.id);
  }
}
