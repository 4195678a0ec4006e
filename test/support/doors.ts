/** Only the doors of the desk on a database of its own, for tests of access: the given modules and controllers, nothing in the background. */
import { Global, Module, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { CommonValues } from '../../src/database/common-values.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { DurableReaders } from '../../src/outbox/durable-readers.js';
import { OutboxTail } from '../../src/outbox/tail.js';
import { OutboxWake } from '../../src/outbox/wake.js';
import { Clock } from '../../src/platform/clock.js';
import { readSettings, SETTINGS_TOKEN, type Settings } from '../../src/platform/config/env.js';
import { DoorsModule } from '../../src/platform/doors.module.js';
import { dressDoors } from '../../src/platform/dress-doors.js';
import { cloneDatabase } from './test-database.js';

export interface TestDoors {
  app: NestExpressApplication;
  db: Database;
  url: string;
  close(): Promise<void>;
}

/** @param settings as in the environment */
export async function openDoors(
  imports: Type[],
  { controllers = [], settings = {} }: { controllers?: Type[]; settings?: Record<string, string> } = {},
): Promise<TestDoors> {
  const database = await cloneDatabase();
  const dataSource = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
  const ground = [
    { provide: DataSource, useValue: dataSource },
    OutboxWake,
    OutboxTail,
    Database,
    CommonValues,
    DurableReaders,
    Clock,
    { provide: SETTINGS_TOKEN, useValue: readSettings({ LOG_LEVEL: 'silent', ROLES: 'api', ...settings }) },
  ];
  @Global()
  @Module({ providers: ground, exports: ground })
  class Ground {}
  const module = await Test.createTestingModule({ imports: [Ground, DoorsModule, ...imports], controllers }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  dressDoors(app, app.get<Settings>(SETTINGS_TOKEN));
  await app.listen(0, '127.0.0.1');
  const close = async () => {
    await app.close();
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
  };
  return { app, db: app.get(Database), url: await app.getUrl(), close };
}
