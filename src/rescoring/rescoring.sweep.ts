/** Looks for a rescoring that is due, in processes that work. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { RescoreMentions } from './rescore-mentions.js';

const LONGEST_SLEEP_MS = 1000;

@Injectable()
export class RescoringSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    rescore: RescoreMentions,
    clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(RescoringSweep.name);
    this.loop = new DueLoop({
      run: () => rescore.run(),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`rescoring waits: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLES.includes('worker')) this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
