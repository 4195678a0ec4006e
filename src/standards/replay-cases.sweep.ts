/** Looks for what-ifs to work on; asks seldom when there is none, at once when this process was told of one. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { ReplayCases } from './replay-cases.js';

const LONGEST_SLEEP_MS = 2000;

@Injectable()
export class ReplayCasesSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    replay: ReplayCases,
    clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(ReplayCasesSweep.name);
    this.loop = new DueLoop({
      run: () => replay.run(),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`a what-if waits: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLES.includes('worker')) this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  nudge(): void {
    this.loop.nudge();
  }
}
