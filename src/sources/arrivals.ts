/** Counts when sources bring something, by the hour: what the desk learns their rhythm from. */
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';

const EVERY_MS = 10_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What a rhythm is learned from. */
export const RHYTHM_DAYS = 56;

interface Count {
  sourceId: string;
  hour: string;
  arrivals: number;
  posts: number;
}

/** Kept in memory for seconds, not in the transaction of the posts: what a crash takes is a few minutes of statistics. */
@Injectable()
export class Arrivals implements OnModuleDestroy {
  private readonly log = new Logger(Arrivals.name);
  private readonly counts = new Map<string, Count>();
  private readonly lastMinute = new Map<string, number>();

  constructor(private readonly db: Database) {}

  /** Something came: several deliveries within one minute are one arrival. */
  note(sourceId: string, posts: number, at: Date): void {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS).toISOString();
    const key = `${sourceId} ${hour}`;
    const count = this.counts.get(key) ?? { sourceId, hour, arrivals: 0, posts: 0 };
    count.arrivals += this.lastMinute.get(sourceId) === minute ? 0 : 1;
    count.posts += posts;
    this.counts.set(key, count);
    this.lastMinute.set(sourceId, minute);
  }

  onModuleDestroy(): Promise<void> {
    return this.flush();
  }

  @Interval(EVERY_MS)
  async flush(): Promise<void> {
    if (this.counts.size === 0) return;
    const rows = JSON.stringify([...this.counts.values()]);
    this.counts.clear();
    await this.db
      .query(
        `insert into source_arrival as old (source_id, hour, arrivals, posts)
         select "sourceId", hour, arrivals, posts from jsonb_to_recordset($1::jsonb) as n("sourceId" bigint, hour timestamptz, arrivals int, posts int)
         where exists (select from source where id = "sourceId")
         on conflict (source_id, hour) do update set arrivals = old.arrivals + excluded.arrivals, posts = old.posts + excluded.posts`,
        [rows],
      )
      .catch((error: Error) => this.log.warn(`arrivals were not counted: ${error.message}`));
  }
}
