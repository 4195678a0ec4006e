/** The database of this program: the server DATABASE_URL names, else the embedded one; brought up to date either way. */
import { DataSource } from 'typeorm';
import type { Settings } from '../platform/config/env.js';
import { dataSourceOptions, migrate } from './data-source.js';
import { startEmbeddedDatabase, type RunningDatabase } from './embedded.js';

/**
 * @param loading what else goes on meanwhile: it holds up the program, and a connection might time out, so it is over before one is made
 * @returns a migrated database and how to stop it (a server of somebody else's is left alone)
 */
export async function startDatabase(settings: Settings, loading: Promise<unknown> = Promise.resolve()): Promise<RunningDatabase> {
  const running = settings.DATABASE_URL
    ? { kind: 'external' as const, url: settings.DATABASE_URL, fresh: false, stop: () => Promise.resolve() }
    : await startEmbeddedDatabase(settings.EARSHOT_DATA_DIR);
  try {
    await loading;
    const dataSource = await new DataSource(dataSourceOptions(running.url, 2)).initialize();
    try {
      await migrate(dataSource);
    } finally {
      await dataSource.destroy();
    }
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}
