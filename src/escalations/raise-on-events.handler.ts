/** What happens in the desk is raised where a ladder asks for it; a broken promise always reaches the managers of its team. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EscalationTrigger } from '#libs/contracts/http/ladders.js';
import { Database, type Tx } from '../database/database.js';
import type { ClockFired, DeskEventName, DeskEvents, StoredEvent } from '../outbox/events.js';
import { relayBatch } from '../outbox/relay.js';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { raise } from './raise.js';

const READER = 'escalations';
const LONGEST_SLEEP_MS = 1000;
const AT_ONCE = 500;
/** What cannot wait for the next look. High risk can: a second later is soon enough, and cases open all the time. */
const PRESSING: readonly DeskEventName[] = ['clock.warned', 'clock.breached', 'clock.unacceptable', 'source.blind'];
const CLOCKS: Partial<Record<DeskEventName, { trigger: EscalationTrigger; word: string }>> = {
  'clock.warned': { trigger: 'clock-warned', word: 'warning' },
  'clock.breached': { trigger: 'clock-breached', word: 'breach' },
  'clock.unacceptable': { trigger: 'clock-unacceptable', word: 'unacceptable' },
};
/** A case may become risky when it opens and when the customer writes again. */
const MAY_RAISE_RISK: readonly string[] = ['opened', 'mention-joined'];

@Injectable()
export class RaiseOnEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(RaiseOnEvents.name);
    this.loop = new DueLoop({
      run: async () => ((await this.run()) > 0 ? this.clock.now() : null),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`escalations wait: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    this.tail.onEvents((events) => (events.some((e) => PRESSING.includes(e.kind)) ? this.loop.nudge() : undefined));
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return relayBatch(this.db, READER, AT_ONCE, async (tx, events) => {
      for (const event of events) await this.handle(tx, event);
      const cases = events.filter(mayRaiseRisk).map((event) => (event.payload as DeskEvents['case.changed']).caseId);
      if (cases.length > 0) await this.raiseRisks(tx, [...new Set(cases)]);
    });
  }

  private async handle(tx: Tx, event: StoredEvent): Promise<void> {
    const now = this.clock.now();
    const fired = CLOCKS[event.kind];
    if (fired) {
      const { caseId, clockId, kind, dueAt } = event.payload as ClockFired;
      await raise(
        tx,
        { trigger: fired.trigger, reason: `${fired.word}:${kind}`, caseId, clockId, data: { clock: kind, dueAt } },
        now,
      );
      crashPoint('escalations.before-raise');
    } else if (event.kind === 'source.blind') {
      const { alarmId } = event.payload as DeskEvents['source.blind'];
      const there = await tx.one(`select 1 from source_alarm where id = $1`, [alarmId]);
      if (there) await raise(tx, { trigger: 'source-blind', reason: 'source-blind', alarmId }, now);
    }
  }

  /** One question for all cases of a batch: most are of no high risk, and listening to them stays cheap. */
  private async raiseRisks(tx: Tx, caseIds: readonly string[]): Promise<void> {
    const high = await tx.query<{ id: string }>(
      `select id from desk_case where id = any($1::bigint[]) and risk_level = 'high' and status <> 'resolved' order by id`,
      [caseIds],
    );
    for (const { id } of high) await raise(tx, { trigger: 'risk-high', reason: 'risk-high', caseId: id }, this.clock.now());
  }
}

function mayRaiseRisk({ kind, payload }: StoredEvent): boolean {
  return kind === 'case.changed' && MAY_RAISE_RISK.includes((payload as DeskEvents['case.changed']).why);
}
