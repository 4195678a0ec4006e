/** Puts the program together: the Nest application with its doors, ready to listen. */
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { armCrash } from './platform/crash-point.js';
import type { Settings } from './platform/config/env.js';

/** Biggest body a delivery may have. */
const BODY_LIMIT = '6mb';

/**
 * @param settings of the program
 * @param databaseUrl a migrated database
 * @returns the application, not yet listening
 */
export async function createApp(settings: Settings, databaseUrl: string): Promise<NestExpressApplication> {
  armCrash(settings.CRASH_AT);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(settings, databaseUrl), {
    bufferLogs: false,
    logger: settings.LOG_LEVEL === 'silent' ? false : ['fatal', 'error', 'warn'],
    abortOnError: false,
    rawBody: true,
    forceCloseConnections: true,
  });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  if (settings.EARSHOT_TRUSTED_PROXIES > 0) app.set('trust proxy', settings.EARSHOT_TRUSTED_PROXIES);
  app.disable('x-powered-by');
  return app;
}
