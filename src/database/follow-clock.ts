/** Keeps the desk's clock on the database's: a wrong or jumping program clock neither hastens nor delays a promise. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock, elapsedMs } from '../platform/clock.js';
import { Database } from './database.js';

const EVERY_MS = 5000;

@Injectable()
export class FollowDatabaseClock implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): Promise<void> {
    return this.follow();
  }

  @Interval(EVERY_MS)
  async again(): Promise<void> {
    await this.follow().catch(() => undefined); // the database is away: the last offset still holds
  }

  private async follow(): Promise<void> {
    const asked = elapsedMs();
    const row = await this.db.one<{ now: Date }>('select clock_timestamp() as now');
    if (row) this.clock.follow(row.now, elapsedMs() - asked);
  }
}
