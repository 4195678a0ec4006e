/** A broken promise reaches a manager: one escalation for each clock that breached, told live to the managers of its team. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { DeskEvents, StoredEvent } from '../outbox/events.js';
import { relayOnce } from '../outbox/relay.js';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';

const READER = 'escalations';
const LONGEST_SLEEP_MS = 1000;

@Injectable()
export class RaiseOnBreach implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(RaiseOnBreach.name);
    this.loop = new DueLoop({
      run: async () => ((await this.run()) > 0 ? this.clock.now() : null),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`escalations wait: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'clock.breached') ? this.loop.nudge() : undefined));
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return relayOnce(this.db, READER, (tx, event) =>
      event.kind === 'clock.breached' ? this.raise(tx, event) : Promise.resolve(),
    );
  }

  /** Safe twice: a clock has one escalation at most. */
  private async raise(tx: Tx, event: StoredEvent): Promise<void> {
    const { caseId, clockId, kind, dueAt } = event.payload as DeskEvents['clock.breached'];
    const now = this.clock.now();
    const raised = await tx.one<{ id: string; teamId: string }>(
      `insert into escalation (case_id, clock_id, team_id, at, reason)
       select id, $2, team_id, $3, $4 from desk_case where id = $1 on conflict (clock_id) do nothing returning id, team_id as "teamId"`,
      [caseId, clockId, now, `breach:${kind}`],
    );
    if (!raised) return;
    await tx.query(
      `with marked as (update desk_case set escalated_at = coalesce(escalated_at, $2), version = version + 1, clocks_stale = true where id = $1)
       insert into activity (case_id, at, kind, data) values ($1, $2, 'escalated', $3)`,
      [caseId, now, { clock: kind, dueAt, escalation: raised.id }],
    );
    await addEvent(tx, now, 'escalation.raised', { escalationId: raised.id }, [raised.teamId]);
    await addEvent(tx, now, 'case.changed', { caseId, why: 'escalated' }, [raised.teamId]);
    crashPoint('escalations.before-raise');
  }
}
