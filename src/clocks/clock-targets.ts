/** The first promises, read often and changed seldom: kept in memory, read anew when someone changes them. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ClockTarget } from '#libs/contracts/http/targets.js';
import type { ClockKind, Priority } from '#libs/contracts/words.js';
import { CLOCK_KINDS } from '#libs/contracts/words.js';
import { clockTimes } from '#libs/sla/clock-times.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { OutboxTail } from '../outbox/tail.js';

export interface PlannedClock {
  kind: ClockKind;
  startedAt: Date;
  warnAt: Date;
  dueAt: Date;
}

@Injectable()
export class ClockTargets implements OnApplicationBootstrap {
  private targets: ClockTarget[] = [];

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'settings.changed') ? this.load() : undefined));
    await this.load();
  }

  /** @returns every target, as stored */
  all(): ClockTarget[] {
    return this.targets;
  }

  /**
   * @param priority of the case
   * @param startedAt when the customer posted
   * @param kinds which clocks; default all
   */
  plan(priority: Priority, startedAt: Date, kinds: readonly ClockKind[] = CLOCK_KINDS): PlannedClock[] {
    return this.targets
      .filter((t) => t.priority === priority && kinds.includes(t.kind))
      .map((t) => ({ kind: t.kind, ...clockTimes(startedAt, t) }));
  }

  /** Stores changed targets. Cases that are open keep the promise they were opened with. */
  async set(items: ClockTarget[]): Promise<ClockTarget[]> {
    await this.db.transaction(async (tx) => {
      await tx.query(
        `insert into clock_target (kind, priority, target_seconds, warn_share)
         select kind, priority, "targetSeconds", "warnShare"
         from jsonb_to_recordset($1::jsonb) as t(kind text, priority text, "targetSeconds" int, "warnShare" real)
         on conflict (kind, priority) do update set target_seconds = excluded.target_seconds, warn_share = excluded.warn_share`,
        [JSON.stringify(items)],
      );
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: 'targets' });
    });
    await this.load();
    return this.targets;
  }

  private async load(): Promise<void> {
    this.targets = await this.db.query<ClockTarget>(
      `select kind, priority, target_seconds as "targetSeconds", round(warn_share::numeric, 3)::float as "warnShare" from clock_target
       order by kind, array_position(array['urgent', 'high', 'normal', 'low'], priority)`,
    );
  }
}
