/** Puts the program together: the Nest application with its doors, ready to listen. */
import type { Server } from 'node:http';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { offerReplayFolder } from './connectors/replay/folders.js';
import type { Settings } from './platform/config/env.js';
import { armCrash } from './platform/crash-point.js';
import { DoorsAdapter } from './platform/doors.adapter.js';
import { dressDoors } from './platform/dress-doors.js';
import { servePage } from './platform/serve-page.js';

const PAGE = path.join(import.meta.dirname, '..', 'web');

/**
 * @param settings of the program
 * @param databaseUrl a migrated database
 * @returns the application, initialised and not yet listening
 */
export async function createApp(settings: Settings, databaseUrl: string): Promise<NestExpressApplication> {
  armCrash(settings.CRASH_AT);
  offerReplayFolder('data', path.join(settings.EARSHOT_DATA_DIR, 'replay'));
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(settings, databaseUrl), new DoorsAdapter(), {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  keepLonger(app.getHttpServer());
  dressDoors(app, settings);
  servePage(app, PAGE);
  return app.init();
}

/** Longer than proxies and clients keep a connection (mostly a minute): a request never meets one that is just being closed here. */
function keepLonger(server: Server): void {
  server.keepAliveTimeout = 65_000;
}
