/** Wakes when the next acknowledgement is due. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { SendDueAcknowledgements } from './send-due.js';

const LONGEST_SLEEP_MS = 1000;

@Injectable()
export class SendDueSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    private readonly send: SendDueAcknowledgements,
    private readonly tail: OutboxTail,
    clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(SendDueSweep.name);
    this.loop = new DueLoop({
      run: () => this.send.run(),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`acknowledgements cannot be sent just now: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'acknowledgement.due') ? this.loop.nudge() : undefined));
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
