/** What networks told by its id alone, kept from the delivery until a poll has asked for its words and stored them. */
import { Injectable } from '@nestjs/common';
import type { PendingPost } from '../connectors/polls.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** A poll takes on at most this many; the rest is for the next. */
const MOST_AT_ONCE = 500;

@Injectable()
export class PendingPosts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what was told, each thing once, and makes a poll due at once unless the network has asked to wait. */
  async keep(sourceId: string, told: readonly PendingPost[]): Promise<void> {
    if (told.length === 0) return;
    const now = this.clock.now();
    const list = told.map(({ key, told: what }) => ({ key: key.slice(0, 500), told: what }));
    await this.db.transaction(async (tx) => {
      await tx.query(
        `insert into source_pending (source_id, key, told, added_at)
         select $1, t.key, t.told, $3 from jsonb_to_recordset($2::jsonb) as t(key text, told jsonb) on conflict (source_id, key) do nothing`,
        [sourceId, JSON.stringify(list), now],
      );
      await tx.query(
        `update source set next_poll_at = least(next_poll_at, $2) where id = $1 and enabled and coalesce(last_outcome, 'ok') in ('ok', 'empty')`,
        [sourceId, now],
      );
    });
  }

  /** @returns what waits for a source, the oldest first */
  waiting(sourceId: string): Promise<PendingPost[]> {
    return this.db.query<PendingPost>(
      `select key, told from source_pending where source_id = $1 order by id limit ${MOST_AT_ONCE}`,
      [sourceId],
    );
  }

  /** After what they became is stored: if the program dies before, they are asked for again and fold by their ids. */
  async settle(sourceId: string, keys: readonly string[]): Promise<void> {
    if (keys.length > 0)
      await this.db.query(`delete from source_pending where source_id = $1 and key = any($2)`, [sourceId, keys]);
  }

  /** @returns ids of a source's posts that are kept as mentions, in order, after that one */
  async stored(sourceId: string, after: string | null, most: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select external_id as id from mention where source_id = $1 and state <> 'deleted' and external_id > $2 order by external_id limit $3`,
      [sourceId, after ?? '', most],
    );
    return rows.map((row) => row.id);
  }
}
