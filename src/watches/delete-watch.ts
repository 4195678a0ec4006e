/** A manager removes a watch: it hears nothing more; what it heard stays, with its name. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ActiveWatches } from './active-watches.js';

@Injectable()
export class DeleteWatch {
  constructor(
    private readonly db: Database,
    private readonly active: ActiveWatches,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError `not-found` */
  async run(id: string, by: Responder): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ team_id: string }>(
        `update watch set deleted_at = $3, updated_at = $3 where id = $1 and deleted_at is null and team_id = any($2::bigint[]) returning team_id`,
        [id, by.teamIds, now],
      );
      if (!row) throw new DeskError('not-found');
      await addEvent(tx, now, 'watch.changed', { watchId: id }, [row.team_id]);
    });
    await this.active.reload();
  }
}
