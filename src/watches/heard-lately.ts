/** How much each watch heard in the last day: counted among the newest mentions, for all watches at once, and remembered for a while. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** So many rows are read at most, whatever the size of the table. */
const NEWEST = 50_000;
const REMEMBER_MS = 15_000;
const DAY_MS = 86_400_000;

@Injectable()
export class HeardLately {
  private counts: Promise<Map<string, number>> | undefined;
  private until = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns mentions of the last 24 hours by watch id; a watch that heard nothing is not in it */
  byWatch(): Promise<Map<string, number>> {
    const now = this.clock.now().getTime();
    if (this.counts && now < this.until) return this.counts;
    this.until = now + REMEMBER_MS;
    this.counts = this.count(new Date(now - DAY_MS));
    this.counts.catch(() => (this.counts = undefined));
    return this.counts;
  }

  private async count(since: Date): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; n: string }>(
      `select w as id, count(*) as n
       from (select watch_ids, stored_at, state from mention order by id desc limit ${NEWEST}) as m, unnest(m.watch_ids) as w
       where m.stored_at > $1 and m.state = 'heard' group by w`,
      [since],
    );
    return new Map(rows.map((row) => [row.id, Number(row.n)]));
  }
}
