/** Looks once a minute for what is coming, for everybody at once: a page that asks reads what was found. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { recordEarlyAlarms } from './early-alarms.js';
import { FindNeglected } from './find-neglected.js';
import { FindUnusual } from './find-unusual.js';

const EVERY_MS = 60_000;
/** Of several processes one looks. */
const LOCK = 7_301_052;

@Injectable()
export class EarlyAlarmsSweep {
  private readonly log = new Logger(EarlyAlarmsSweep.name);
  private running = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly unusual: FindUnusual,
    private readonly neglected: FindNeglected,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    if (!this.settings.ROLES.includes('worker') || this.running) return;
    this.running = true;
    await this.run().catch((error: Error) => this.log.warn(`nobody looks ahead just now: ${error.message}`));
    this.running = false;
  }

  /** @returns whether this process was the one that looked */
  run(): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const held = await tx.one<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [LOCK]);
      if (!held?.got) return false;
      const now = this.clock.now();
      const found = [...(await this.unusual.run(tx, now)), ...(await this.neglected.run(tx, now))];
      await recordEarlyAlarms(tx, found, now);
      return true;
    });
  }
}
