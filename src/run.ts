/** What a process does from its start to its end: settings, database, application, first administrator; and stops them in the other order. */
import 'reflect-metadata';
import type { EventEmitter } from 'node:events';
import path from 'node:path';
import v8 from 'node:v8';
import { setTimeout } from 'node:timers/promises';
import vm from 'node:vm';
import { prepareDatabase, spawnDatabase } from './database/start-database.js';
import type { RunningDatabase } from './database/embedded.js';
import type { FirstAdministrator } from './people/ensure-first-administrator.js';
import { elapsedMs } from './platform/clock.js';
import { BadSettings, readSettings, type Settings } from './platform/config/env.js';

interface Running {
  close(): Promise<void>;
}

/** Whether the process rests is looked at so often; it rests where nobody asked and it was at work for less than this share of the time. */
const LOOK_FOR_REST_MS = 3000;
const REST = 0.1;
/** Whoever waited for the desk is answered first, before it makes ready what only the first post needs. */
const BREATH_MS = 200;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The rooms are loaded while the server of the database starts. */
async function loadRooms() {
  const [app, scorer, metrics, people, demo, begin] = await Promise.all([
    import('./app.js'),
    import('./analyse/scorer.js'),
    import('./reports/metrics.js'),
    import('./people/ensure-first-administrator.js'),
    import('./demo/seed-demo.js'),
    import('./demo/begin-demo.js'),
  ]);
  return { ...app, ...scorer, ...metrics, ...people, ...demo, ...begin };
}

type Rooms = Awaited<ReturnType<typeof loadRooms>>;

async function start(stopWith: (running: Running) => void): Promise<void> {
  const settings = readSettings();
  let database: RunningDatabase | undefined;
  let close = () => Promise.resolve();
  stopWith({ close: () => close().finally(() => database?.stop()) });
  say(
    settings.DATABASE_URL
      ? 'Connecting to the database …'
      : `Starting the embedded database in ${path.relative('.', settings.EARSHOT_DATA_DIR) || '.'} …`,
  );
  database = await spawnDatabase(settings);
  const rooms = await loadRooms();
  await prepareDatabase(database);
  if (settings.EARSHOT_DEMO) await inventPast(rooms, settings, database.url);
  const app = await rooms.createApp(settings, database.url);
  close = () => app.close();
  const administrator = await app.get(rooms.EnsureFirstAdministrator).run();
  await app.listen(settings.PORT, settings.HOST);
  welcome(await app.getUrl(), administrator, settings, rooms);
  giveBackStartMemory(app.getHttpServer());
  void prepareAhead(app, rooms);
}

/** What the first post would wait for. A desk that cannot make it ready goes on: whoever needs it then is told why. */
async function prepareAhead(app: Awaited<ReturnType<Rooms['createApp']>>, rooms: Rooms): Promise<void> {
  await setTimeout(BREATH_MS, undefined, { ref: false });
  if (stopping) return;
  try {
    await app.get(rooms.Metrics).prepare();
    await app.get(rooms.Scorer).prepare();
  } catch (error) {
    process.stderr.write(`What the first post needs is not ready: ${String(error)}\n`);
  }
}

/** Two weeks take some ten seconds: who waits sees them go by. */
async function inventPast(rooms: Rooms, settings: Settings, databaseUrl: string): Promise<void> {
  let said = -1;
  const tell = (done: number) => {
    const day = Math.floor(done * rooms.PAST_DAYS);
    if (day > said) process.stdout.write(said < 0 ? `Inventing the last ${rooms.PAST_DAYS} days ` : '.');
    said = day;
  };
  if (await rooms.beginDemo({ settings, databaseUrl, createApp: rooms.createApp, tell })) say(' done.');
}

/**
 * Loading the program leaves a heap twice as big as what is kept; V8 would give it back only under pressure. One collection as thorough as before
 * running out does. All stands still meanwhile, for some tenths of a second: it waits until nobody asks for anything.
 */
function giveBackStartMemory(server: EventEmitter): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as (how: { type: 'major'; flavor: 'last-resort' }) => void;
  let asked = 0;
  let before = performance.eventLoopUtilization();
  const count = () => asked++;
  server.on('request', count);
  const looking = setInterval(() => {
    const rests = asked === 0 && performance.eventLoopUtilization(before).utilization < REST;
    asked = 0;
    before = performance.eventLoopUtilization();
    if (!rests) return;
    clearInterval(looking);
    server.off('request', count);
    collect({ type: 'major', flavor: 'last-resort' });
  }, LOOK_FOR_REST_MS).unref();
}

function welcome(url: string, administrator: FirstAdministrator | null, settings: Settings, demo: Rooms): void {
  say(`\nEarshot is ready after ${(elapsedMs() / 1000).toFixed(1)} s:  ${url.replace('[::1]', 'localhost')}`);
  if (settings.EARSHOT_DEMO) {
    say(`\nThis is the demo: every post, brand and person is invented. Sign in with the password "${demo.DEMO_PASSWORD}" as`);
    for (const { email, name, roles } of demo.DEMO_PEOPLE) say(`  ${email.padEnd(20)} ${name}, ${roles.join(' and ')}`);
  } else if (administrator) {
    say(`\nSign in for the first time as  ${administrator.email}`);
    say(
      administrator.password
        ? `Password, shown this once:    ${administrator.password}`
        : 'with the password in EARSHOT_ADMIN_PASSWORD.',
    );
  }
  say('\nStop with Ctrl-C.');
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
  const what =
    error instanceof BadSettings ? error.message : `Earshot could not start: ${(error as Error).stack ?? String(error)}`;
  if (!stopping) process.stderr.write(`${what}\n`);
  await stop(1);
}
