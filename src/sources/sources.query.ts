/** The sources, one of them, and the ledgers of each: what its polls brought and what was refused. */
import { Injectable } from '@nestjs/common';
import { knownNotes } from '#libs/contracts/notes.js';
import { Id, type Page, type PageQuery } from '#libs/contracts/values.js';
import type { PollView, RefusedPostView, SourceView } from '#libs/contracts/views/source.js';
import { Database } from '../database/database.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';
import { findSource, SOURCE, toSourceView, type SourceRow } from './source.rows.js';

/** Before every id. */
const END = '9223372036854775807';

@Injectable()
export class SourcesQuery {
  constructor(private readonly db: Database) {}

  /** The newest first. @throws DeskError `invalid-cursor` */
  async list({ cursor, limit }: PageQuery): Promise<Page<SourceView>> {
    const before = readCursor(cursor, Id) ?? END;
    const sql = `select ${SOURCE} from source where id < $1 order by id desc limit $2`;
    return pageOfRows(await this.db.query<SourceRow>(sql, [before, limit + 1]), limit, toSourceView, (row) => row.id);
  }

  /** @throws DeskError `not-found` */
  async one(id: string): Promise<SourceView> {
    const row = await findSource(this.db, id);
    if (!row) throw new DeskError('not-found');
    return toSourceView(row);
  }

  /** The newest first. @throws DeskError `not-found`, `invalid-cursor` */
  polls(id: string, query: PageQuery): Promise<Page<PollView>> {
    const columns = `id, started_at as "startedAt", ended_at as "endedAt", outcome, message, notes, accepted, duplicate, refused, matched`;
    return this.ledger(`select ${columns} from source_poll`, id, query, (row: Dated<PollView, 'startedAt' | 'endedAt'>) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt.toISOString(),
      notes: knownNotes(row.notes),
    }));
  }

  /** The newest first. @throws DeskError `not-found`, `invalid-cursor` */
  refused(id: string, query: PageQuery): Promise<Page<RefusedPostView>> {
    const columns = `id, at, index, external_id as "externalId", reason, excerpt`;
    return this.ledger(`select ${columns} from refused_post`, id, query, (row: Dated<RefusedPostView, 'at'>) => ({
      ...row,
      at: row.at.toISOString(),
    }));
  }

  private async ledger<R extends { id: string }, V>(
    select: string,
    id: string,
    { cursor, limit }: PageQuery,
    view: (row: R) => V,
  ): Promise<Page<V>> {
    const before = readCursor(cursor, Id) ?? END;
    await this.one(id);
    const sql = `${select} where source_id = $1 and id < $2 order by id desc limit $3`;
    return pageOfRows(await this.db.query<R>(sql, [id, before, limit + 1]), limit, view, (row) => row.id);
  }
}

/** A view as its row gives it: with instants still as dates. */
type Dated<V, K extends keyof V> = Omit<V, K> & Record<K, Date>;
