/** Somebody wants a source polled now. */
import { Injectable } from '@nestjs/common';
import type { SourceView } from '#libs/contracts/views/source.js';
import { connectorOf } from '../connectors/all-connectors.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { SOURCE, toSourceView, type SourceRow } from './source.rows.js';

@Injectable()
export class PollSource {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes it due; the poll itself runs where the workers are. @throws DeskError `not-found`, `source-off`, `source-does-not-poll` */
  run(id: string): Promise<SourceView> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const row = await tx.one<SourceRow>(`select ${SOURCE} from source where id = $1 for update`, [id]);
      if (!row) throw new DeskError('not-found');
      if (!connectorOf(row.kind).poll) throw new DeskError('source-does-not-poll');
      if (!row.enabled) throw new DeskError('source-off');
      await tx.query('update source set next_poll_at = $2, capped_until = null where id = $1', [id, now]);
      // A person asks: also a server that did not answer is tried again.
      await tx.query('update host_circuit set open_until = $2 where host = (select host from source where id = $1)', [id, now]);
      await addEvent(tx, now, 'source.changed', { sourceId: id });
      return toSourceView({ ...row, next_poll_at: now });
    });
  }
}
