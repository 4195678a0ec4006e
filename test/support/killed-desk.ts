/** What the tests that end a desk by `kill -9` stand on: a database of their own, a folder, and desks that fall at a named step. */
import { expect } from '@jest/globals';
import pg from 'pg';
import type { Client } from './desk.js';
import { dataFolder, killAll, startDeskProcess, type DeskProcess } from './desk-process.js';
import { cloneDatabase } from './test-database.js';

export interface KilledDesk {
  db: pg.Client;
  env: Record<string, string>;
  /** Starts a desk, works with it, and ends it by `kill -9`, as everything here ends. @param crashAt it falls there by itself */
  withDesk<T>(crashAt: string | undefined, work: (desk: DeskProcess, admin: Client) => Promise<T>): Promise<T>;
  /** Starts a desk that falls at `step` by itself, and waits until it has. */
  fallAt(step: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param more settings of the program */
export async function killedDesk(more: Record<string, string> = {}): Promise<KilledDesk> {
  const files = dataFolder();
  const database = await cloneDatabase();
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  const env = { DATABASE_URL: database.url, EARSHOT_DATA_DIR: files.folder, EARSHOT_KEY: 'c3'.repeat(32), ...more };
  return {
    db,
    env,
    withDesk: async (crashAt, work) => {
      const desk = await startDeskProcess({ ...env, ...(crashAt && { CRASH_AT: crashAt }) });
      try {
        return await work(desk, await desk.admin());
      } finally {
        await desk.kill();
      }
    },
    fallAt: async (step) => {
      const armed = await startDeskProcess({ ...env, CRASH_AT: step }).catch(() => null); // it may fall before it is ready
      if (armed) expect(await armed.ended).toMatchObject({ signal: 'SIGKILL' });
    },
    stop: async () => {
      killAll();
      await db.end();
      await database.drop();
      files.remove();
    },
  };
}
