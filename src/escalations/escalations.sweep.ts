/** Sleeps until the next rung or notice is due, climbs and tells. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import { ClimbLadders } from './climb-ladders.js';
import { DueNotices, type DueNotice } from './due-notices.js';
import { GiveNotice } from './give-notice.js';

const LONGEST_SLEEP_MS = 500;
const AT_ONCE = 10;
/** Rungs that are due within this are climbed together. */
const CLIMBS_EVERY_MS = 100;

@Injectable()
export class EscalationsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(EscalationsSweep.name);
  private readonly loops: DueLoop[];

  constructor(
    private readonly ladders: ClimbLadders,
    private readonly notices: DueNotices,
    private readonly give: GiveNotice,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const loop = (run: () => Promise<Date | null>) =>
      new DueLoop({
        run,
        now: () => clock.now(),
        longestSleepMs: LONGEST_SLEEP_MS,
        onError: (error) => this.log.warn(`escalations wait: ${error.message}`),
      });
    // Two loops: a slow mail server must not keep anybody from the next rung.
    this.loops = [loop(() => this.climb()), loop(() => this.tell())];
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLES.includes('worker')) for (const loop of this.loops) loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private async climb(): Promise<Date | null> {
    const next = await this.ladders.run();
    return next && new Date(Math.max(next.getTime(), this.clock.now().getTime() + CLIMBS_EVERY_MS));
  }

  private async tell(): Promise<Date | null> {
    const due = await this.notices.lease(AT_ONCE);
    await Promise.all(due.map((notice) => this.one(notice)));
    return this.notices.next();
  }

  /** What fails for a reason nobody foresaw is told again when its lease ends. */
  private async one(notice: DueNotice): Promise<void> {
    try {
      await this.notices.end(notice, await this.give.run(notice));
    } catch (error) {
      this.log.error(`notice ${notice.id} failed: ${(error as Error).stack}`);
    }
  }
}
