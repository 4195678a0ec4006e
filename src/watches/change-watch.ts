/** A manager changes a watch, or switches it on or off. */
import { Injectable } from '@nestjs/common';
import type { ChangeWatch as ChangeWatchBody } from '#libs/contracts/http/watches.js';
import type { WatchView } from '#libs/contracts/views/watch.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ActiveWatches } from './active-watches.js';
import { HeardLately } from './heard-lately.js';
import { readQuery } from './read-query.js';
import { toWatchView, WATCH, type WatchRow } from './watch.rows.js';

@Injectable()
export class ChangeWatch {
  constructor(
    private readonly db: Database,
    private readonly active: ActiveWatches,
    private readonly heard: HeardLately,
    private readonly clock: Clock,
  ) {}

  /** Answers when the change holds for the next post; mentions that were heard stay. @throws DeskError `not-found`, `invalid-query` */
  async run(id: string, change: ChangeWatchBody, by: Responder): Promise<WatchView> {
    const canonical = change.query === undefined ? null : readQuery(change.query).canonical;
    const now = this.clock.now();
    const row = await this.db.transaction(async (tx) => {
      const [changed] = await tx.query<WatchRow>(
        `update watch set name = coalesce($3, name), kind = coalesce($4, kind), query = coalesce($5, query),
           canonical = coalesce($6, canonical), threshold = coalesce($7, threshold), enabled = coalesce($8, enabled), updated_at = $9,
           options = coalesce($10, options)
         where id = $1 and deleted_at is null and team_id = any($2::bigint[]) returning ${WATCH}`,
        [
          id,
          by.teamIds,
          change.name,
          change.kind,
          change.query,
          canonical,
          change.threshold,
          change.enabled,
          now,
          change.options && JSON.stringify(change.options),
        ],
      );
      if (!changed) throw new DeskError('not-found');
      await addEvent(tx, now, 'watch.changed', { watchId: id }, [changed.team_id]);
      return changed;
    });
    await this.active.reload();
    return toWatchView(row, (await this.heard.byWatch([id])).get(id) ?? 0);
  }
}
