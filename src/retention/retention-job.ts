/** Each day, what is older than its time of keeping goes: in batches, once for all processes, and written down. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database, type Tx } from '../database/database.js';
import { forgetMentions, type Counts } from '../mentions/forget-mentions.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { HOUSEKEEPING, OLD_MENTIONS, LESS_OF_PEOPLE, NAMELESS_AUTHORS } from './what-is-old.js';

const EVERY_MS = 10 * 60_000;
const BATCH = 500;
const LEASE_MINUTES = 5;

@Injectable()
export class RetentionJob {
  private readonly log = new Logger(RetentionJob.name);
  private running = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    if (!this.settings.ROLES.includes('worker') || this.running) return;
    this.running = true;
    await this.run().catch((error: Error) => this.log.warn(`old mentions stay for now: ${error.message}`));
    this.running = false;
  }

  /** Today's run, unless it was done, or another process is at it. A run that was cut off is taken up where it was. */
  async run(): Promise<boolean> {
    const day = await this.take();
    if (day === null) return false;
    while ((await this.batch(day, (tx, now) => this.forgetSome(tx, now))) > 0);
    for (const [table, sql] of HOUSEKEEPING)
      await this.batch(day, async (tx, now) => ({ [table]: (await tx.query(sql, [now])).length }));
    await this.db.query('update retention_run set ended_at = $2 where day = $1', [day, this.clock.now()]);
    return true;
  }

  private async take(): Promise<string | null> {
    const now = this.clock.now();
    const lease = new Date(now.getTime() + LEASE_MINUTES * 60_000);
    const row = await this.db.one<{ day: string }>(
      `insert into retention_run as old (day, started_at, lease_until) values ($1, $2, $3)
       on conflict (day) do update set lease_until = excluded.lease_until where old.ended_at is null and old.lease_until <= $2
       returning day::text`,
      [now.toISOString().slice(0, 10), now, lease],
    );
    return row?.day ?? null;
  }

  /** One transaction: what goes, and that it went. @returns how many rows */
  private batch(day: string, work: (tx: Tx, now: Date) => Promise<Counts>): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const removed = await work(tx, now);
      await tx.query(
        `update retention_run set lease_until = $2, removed = removed || (
           select coalesce(jsonb_object_agg(key, value::bigint + coalesce((removed ->> key)::bigint, 0)), '{}') from jsonb_each_text($3::jsonb) where value <> '0')
         where day = $1`,
        [day, new Date(now.getTime() + LEASE_MINUTES * 60_000), JSON.stringify(removed)],
      );
      crashPoint('retention.before-commit');
      return Object.values(removed).reduce((a, b) => a + b, 0);
    });
  }

  private async forgetSome(tx: Tx, now: Date): Promise<Counts> {
    const old = await tx.query<{ id: string }>(OLD_MENTIONS, [now, BATCH]);
    const counts = await forgetMentions(tx, old.map((m) => m.id), now, 'retention'); // prettier-ignore
    const less = await tx.query(LESS_OF_PEOPLE, [now, BATCH]);
    const authors = await tx.query(NAMELESS_AUTHORS, [BATCH]);
    return { ...counts, mention_details: less.length, author: authors.length };
  }
}
