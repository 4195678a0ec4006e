/** The ground that every room stands on: settings, the clock, the database and the outbox. Global for that reason. */
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DurableReaders } from '../outbox/durable-readers.js';
import { OutboxTail } from '../outbox/tail.js';
import { OutboxTrim } from '../outbox/trim.sweep.js';
import { OutboxWake } from '../outbox/wake.js';
import { WakeBetweenProcesses } from '../outbox/wake-between-processes.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { CommonValues } from './common-values.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { FollowDatabaseClock } from './follow-clock.js';
import { DatabasePulse } from './pulse.js';

const GROUND = [Clock, OutboxWake, OutboxTail, Database, CommonValues, DurableReaders];

@Global()
@Module({})
export class DatabaseModule {
  /**
   * @param settings of the program
   * @param url of a migrated database
   */
  static on(settings: Settings, url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(url, settings.DATABASE_POOL), retryAttempts: 0 })],
      providers: [
        ...GROUND,
        FollowDatabaseClock,
        DatabasePulse,
        WakeBetweenProcesses,
        OutboxTrim,
        { provide: SETTINGS_TOKEN, useValue: settings },
      ],
      exports: [...GROUND, SETTINGS_TOKEN],
    };
  }
}
