/** Looks for sources that nobody hears of: what ran out of patience, what nobody asks, and what the ledger does not know yet. */
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { HealthLedger } from './health-ledger.js';
import { Rhythms, silenceOf } from './rhythms.js';
import { tellWaiting } from './source-alarms.js';

const EVERY_MS = 10_000;
/** A desk that has just started polls first and judges then. */
const FIRST_AFTER_MS = 60_000;
/** A role whose last sign of life is older than this does not run. */
export const DOWN_AFTER_SECONDS = 30;

/** Sources whose health may have changed without a poll. Patience: libs/listening/judge-health.ts, which decides. */
const DOUBTFUL = `
  select id from source where enabled and (
    (health <> 'blind' and (failures > 0 or next_poll_at < $1::timestamptz - interval '5 minutes'))
    or (health in ('listening', 'degraded', 'blind')
      and not exists (select from source_health h where h.source_id = source.id and h.to_at is null and h.state = source.health)))
  order by id`;

/** Sources that have brought something; `marked`: what was found of its silence before. */
interface Heard {
  id: string;
  quiet: number | null;
  lastPostAt: Date;
  marked: boolean | null;
}
const HEARD = `
  select id, quiet_seconds as quiet, last_post_at as "lastPostAt", case when silent_since >= last_post_at then silent_blind end as marked
  from source where enabled and last_post_at is not null and health in ('listening', 'degraded', 'blind')`;

@Injectable()
export class Watchman implements OnApplicationBootstrap {
  private readonly log = new Logger(Watchman.name);
  private startedAt = 0;

  constructor(
    private readonly db: Database,
    private readonly ledger: HealthLedger,
    private readonly rhythms: Rhythms,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.startedAt = this.clock.now().getTime();
  }

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    if (this.clock.now().getTime() - this.startedAt < FIRST_AFTER_MS) return;
    await this.run().catch((error: Error) => this.log.warn(`nobody watches over the sources just now: ${error.message}`));
  }

  /** Judges every doubtful source; of several processes each source is judged by one. */
  async run(): Promise<void> {
    const now = this.clock.now();
    await this.listenForSilence(now);
    const doubtful = await this.db.query<{ id: string }>(DOUBTFUL, [now]);
    const deskDown = doubtful.length > 0 && (await this.isDown(now));
    for (const { id } of doubtful) await this.judge(id, now, deskDown);
    await this.db.transaction((tx) => tellWaiting(tx, now));
  }

  /** Marks sources that have brought nothing for longer than they should. */
  private async listenForSilence(now: Date): Promise<void> {
    const rows = await this.db.query<Heard>(HEARD);
    const rhythms = await this.rhythms.of(rows.filter((row) => row.quiet === null).map((row) => row.id));
    const marks = rows.flatMap(({ id, quiet, lastPostAt, marked }) => {
      const { oddAt, blindAt } = silenceOf(quiet, rhythms.get(id) ?? null, lastPostAt);
      const odd = oddAt !== null && oddAt <= now;
      const blind = blindAt !== null && blindAt <= now;
      return (odd ? blind : null) === marked ? [] : [{ id, since: odd ? lastPostAt : null, blind }];
    });
    if (marks.length === 0) return;
    await this.db.query(
      `update source s set silent_since = m.since, silent_blind = m.blind
       from jsonb_to_recordset($1::jsonb) as m(id bigint, since timestamptz, blind boolean) where s.id = m.id`,
      [JSON.stringify(marks)],
    );
    for (const { id } of marks) await this.judge(id, now, false);
  }

  private judge(id: string, now: Date, deskDown: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await tx.one('select from source where id = $1 and enabled for update skip locked', [id]))) return;
      const { changed } = await this.ledger.judge(tx, id, now, { deskDown });
      if (changed) await addEvent(tx, now, 'source.changed', { sourceId: id });
    });
  }

  private async isDown(now: Date): Promise<boolean> {
    const row = await this.db.one<{ at: Date }>(`select at from desk_pulse where role = 'worker'`);
    return row === undefined || now.getTime() - row.at.getTime() > DOWN_AFTER_SECONDS * 1000;
  }
}
