/** How much a watch heard in the last day, from what is counted by the hour (src/reports/count-mentions.handler.ts). */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

const DAY_MS = 86_400_000;

@Injectable()
export class HeardLately {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns posts of the last 24 hours, and of the hour in which those began, by watch id; a watch that heard nothing is not in it */
  async byWatch(watchIds: readonly string[]): Promise<Map<string, number>> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const rows = await this.db.query<{ id: string; n: number }>(
      `select watch_id as id, sum(n)::int as n from mention_hour
       where watch_id = any($1::bigint[]) and hour >= date_trunc('hour', $2::timestamptz, 'UTC') group by 1`,
      [watchIds, since],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }
}
