/** Where the program starts: settings, database, application, first administrator; and where it ends, in the other order. */
import 'reflect-metadata';
import { createApp } from './app.js';
import { startDatabase } from './database/start-database.js';
import type { RunningDatabase } from './database/embedded.js';
import { EnsureFirstAdministrator } from './people/ensure-first-administrator.js';
import { elapsedMs } from './platform/clock.js';
import { BadSettings, readSettings } from './platform/config/env.js';

interface Running {
  close(): Promise<void>;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(stopWith: (running: Running) => void): Promise<void> {
  const settings = readSettings();
  let database: RunningDatabase | undefined;
  let close = () => Promise.resolve();
  stopWith({ close: () => close().finally(() => database?.stop()) });
  say(
    settings.DATABASE_URL ? 'Connecting to the database …' : `Starting the embedded database in ${settings.EARSHOT_DATA_DIR} …`,
  );
  database = await startDatabase(settings);
  const app = await createApp(settings, database.url);
  close = () => app.close();
  const administrator = await app.get(EnsureFirstAdministrator).run();
  await app.listen(settings.PORT, settings.HOST);
  say(`\nEarshot is ready after ${(elapsedMs() / 1000).toFixed(1)} s: ${(await app.getUrl()).replace('[::1]', 'localhost')}`);
  if (administrator) {
    say(`First sign-in:  ${administrator.email}`);
    say(
      administrator.password
        ? `Password:       ${administrator.password}   (shown this once)`
        : 'Password:       the one in EARSHOT_ADMIN_PASSWORD',
    );
  }
  if (settings.EARSHOT_DEMO)
    say('This is the demo: every post, brand and person is invented. Sign in as selin@demo.example, password "earshot-demo".');
  say('Stop with Ctrl-C.');
}

let running: Running | undefined;
let stopping = false;

/** Own signal handling: Nest's shutdown hooks would end the process before the embedded database has stopped. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await running?.close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

try {
  await start((r) => (running = r));
} catch (error) {
  process.stderr.write(
    error instanceof BadSettings ? `${error.message}\n` : `Earshot could not start: ${(error as Error).stack ?? String(error)}\n`,
  );
  await stop(1);
}
