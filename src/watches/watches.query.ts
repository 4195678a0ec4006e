/** The watches of one's teams. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Id, type Page, type PageQuery } from '#libs/contracts/values.js';
import type { WatchView } from '#libs/contracts/views/watch.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';
import { HeardLately } from './heard-lately.js';
import { toWatchView, WATCH, type WatchRow } from './watch.rows.js';

const Cursor = z.tuple([z.string().max(1000), Id]);

@Injectable()
export class WatchesQuery {
  constructor(
    private readonly db: Database,
    private readonly heard: HeardLately,
  ) {}

  /** In order of their names. @throws DeskError `invalid-cursor` */
  async list({ cursor, limit }: PageQuery, by: Responder): Promise<Page<WatchView>> {
    const [name, id] = readCursor(cursor, Cursor) ?? ['', '0'];
    const rows = await this.db.query<WatchRow & { sort: string }>(
      `select ${WATCH}, lower(name) as sort from watch
       where deleted_at is null and team_id = any($1::bigint[]) and (lower(name), id) > ($2, $3) order by lower(name), id limit $4`,
      [by.teamIds, name, id, limit + 1],
    );
    const counts = await this.heard.byWatch(rows.map((row) => row.id));
    return pageOfRows(
      rows,
      limit,
      (row) => toWatchView(row, counts.get(row.id) ?? 0),
      (row) => [row.sort, row.id],
    );
  }

  /** @throws DeskError `not-found` */
  async one(id: string, by: Responder): Promise<WatchView> {
    const sql = `select ${WATCH} from watch where id = $1 and deleted_at is null and team_id = any($2::bigint[])`;
    const row = await this.db.one<WatchRow>(sql, [id, by.teamIds]);
    if (!row) throw new DeskError('not-found');
    return toWatchView(row, (await this.heard.byWatch([id])).get(id) ?? 0);
  }
}
