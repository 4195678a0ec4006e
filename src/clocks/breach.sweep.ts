/** Sleeps until the next clock is due, and no longer than a moment, because another process may start an earlier one. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { FireDueClocks } from './fire-due-clocks.js';
import { FiringOrder } from './firing-order.js';

/** A promise made by another process is seen at the latest after this. */
const LONGEST_SLEEP_MS = 250;
@Injectable()
export class BreachSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;
  private readonly order = new FiringOrder();

  constructor(
    private readonly fire: FireDueClocks,
    clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(BreachSweep.name);
    this.loop = new DueLoop({
      run: async () => this.order.after(await this.fire.run(this.order.expected)),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`clocks cannot fire just now: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLES.includes('worker')) this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
