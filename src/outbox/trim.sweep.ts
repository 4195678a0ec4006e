/** Forgets events that everybody has had: a client that was away longer fetches everything anew. */
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';

/** How long events are kept for clients that come back. */
export const KEEP_HOURS = 24;
/** Setting under which the last forgotten place is kept. */
export const TRIMMED_KEY = 'outbox.trimmed';
const EVERY_MS = 10 * 60_000;

@Injectable()
export class OutboxTrim {
  private readonly log = new Logger(OutboxTrim.name);

  constructor(private readonly db: Database) {}

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.log.warn(`old events stay for now: ${(error as Error).message}`);
    }
  }

  /** Never past what a durable reader has yet to handle. Remembers how far it went, for clients that come back. */
  async run(): Promise<void> {
    await this.db.query(
      `with gone as (
         delete from outbox_event
         where at < now() - interval '${KEEP_HOURS} hours' and seq < coalesce((select min(seq) from outbox_reader), 9223372036854775807)
         returning seq)
       insert into setting (key, value)
       select '${TRIMMED_KEY}', to_jsonb(max(seq)) from gone having max(seq) is not null
       on conflict (key) do update set value = greatest(setting.value, excluded.value)`,
    );
  }
}
