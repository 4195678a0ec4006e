/** Sleeps until the next clock is due, and no longer than a moment, because another process may start an earlier one. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { FireDueClocks } from './fire-due-clocks.js';

/** A promise made by another process is seen at the latest after this. */
const LONGEST_SLEEP_MS = 250;
/** A process that found everything fired by another lets that one go first from then on, and comes only when something is left after this. */
const SECOND_COMES_AFTER_MS = 40;

@Injectable()
export class BreachSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;
  /** Something was due the last time, and none of it was ours to fire. */
  private missed = false;
  private comesSecond = false;
  /** When the next clock will be due, for who comes first. */
  private expected: Date | null = null;

  constructor(
    private readonly fire: FireDueClocks,
    clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(BreachSweep.name);
    this.loop = new DueLoop({
      run: () => this.turn(),
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

  /** Two processes that wake for the same clock would each do all the work but the last step of it. */
  private async turn(): Promise<Date | null> {
    const { isDue, fired, next } = await this.fire.run(this.expected);
    if (fired > 0) this.comesSecond = false;
    else if (this.missed && !isDue) this.comesSecond = true;
    this.missed = isDue && fired === 0;
    this.expected = isDue || this.comesSecond ? null : next;
    return next && this.comesSecond && !isDue ? new Date(next.getTime() + SECOND_COMES_AFTER_MS) : next;
  }
}
