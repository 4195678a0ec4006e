/** The database of this program: the server DATABASE_URL names, else the embedded one; brought up to date either way. */
import { DataSource } from 'typeorm';
import type { Settings } from '../platform/config/env.js';
import { dataSourceOptions, migrate } from './data-source.js';
import { spawnEmbeddedDatabase, type RunningDatabase } from './embedded.js';

/** @returns the database, which may only be beginning, and how to stop it (a server of somebody else's is left alone) */
export async function spawnDatabase(settings: Settings): Promise<RunningDatabase> {
  if (!settings.DATABASE_URL) return spawnEmbeddedDatabase(settings.EARSHOT_DATA_DIR);
  const nothing = () => Promise.resolve();
  return { kind: 'external', url: settings.DATABASE_URL, fresh: false, ready: nothing, stop: nothing };
}

/**
 * Waits until the database takes connections, and brings its schema up to date.
 * @throws Error when it does not start, or cannot be migrated
 */
export async function prepareDatabase(database: RunningDatabase): Promise<void> {
  await database.ready();
  const dataSource = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
