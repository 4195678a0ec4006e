/** An administrator removes a source that never brought a mention. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { SourceStore } from './source-settings.js';

@Injectable()
export class DeleteSource {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: SourceStore,
  ) {}

  /** @throws DeskError `not-found`; `source-in-use` when it has brought mentions, which keep pointing to it */
  async run(id: string): Promise<void> {
    await this.remove(id);
    this.store.forget(id);
  }

  private remove(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const source = await tx.one<{ name: string; used: boolean }>(
        `select name, exists (select from mention where source_id = source.id) as used from source where id = $1 for update`,
        [id],
      );
      if (!source) throw new DeskError('not-found');
      if (source.used)
        throw new DeskError(
          'source-in-use',
          `${source.name} has brought mentions, which keep their source. Switch it off instead: nothing more comes in, and nothing is lost.`,
        );
      await tx.query('delete from seen_post where source_id = $1', [id]);
      await tx.query('delete from source where id = $1', [id]);
      await addEvent(tx, this.clock.now(), 'source.changed', { sourceId: id });
    });
  }
}
