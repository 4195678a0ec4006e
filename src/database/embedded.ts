/** A private PostgreSQL under the data folder: made at the first start, taken over after a crash, stopped with the program. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { environmentForOthers } from '../platform/config/env.js';
import { isAlive, ownDataFolder } from './data-folder.js';
import { embeddedBinaries, isReachable, unprivilegedUser, type RunAs } from './embedded-binaries.js';

export interface RunningDatabase {
  kind: 'external' | 'embedded';
  url: string;
  /** True when the embedded server was made by this start. */
  fresh: boolean;
  /** Resolves when it takes connections; throws an Error when it does not start. */
  ready(): Promise<void>;
  /** At any time, also before it is ready. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * @param dataFolder where the server's files live; one process at a time
 * @returns the running server and how to stop it
 * @throws Error when the folder is owned, cannot be reached, or the server does not start
 */
export async function startEmbeddedDatabase(dataFolder: string): Promise<RunningDatabase> {
  const database = await spawnEmbeddedDatabase(dataFolder);
  try {
    await database.ready();
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/**
 * @param dataFolder where the server's files live; one process at a time
 * @returns the server, which is only beginning, and how to stop it
 * @throws Error when the folder is owned or cannot be reached
 */
export async function spawnEmbeddedDatabase(dataFolder: string): Promise<RunningDatabase> {
  const giveFree = ownDataFolder(dataFolder);
  try {
    const as = unprivilegedUser();
    if (as && !isReachable(path.dirname(dataFolder))) throw unreachable(dataFolder);
    const bin = path.join(embeddedBinaries(as), 'bin');
    const cluster = path.join(dataFolder, 'pg18');
    const password = readOrMakePassword(dataFolder);
    const fresh = await makeCluster(bin, cluster, password, as);
    await stopOrphan(cluster);
    const port = await freePort();
    const url = `postgres://earshot:${password}@127.0.0.1:${port}/postgres`;
    const server = spawn(path.join(bin, 'postgres'), serverArguments(cluster, port), {
      ...as,
      env: environmentForOthers(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    const log = logOf(server);
    return { kind: 'embedded', url, fresh, ready: () => untilReady(server, url, log), stop: () => stopServer(server).finally(giveFree) }; // prettier-ignore
  } catch (error) {
    giveFree();
    throw error;
  }
}

function serverArguments(cluster: string, port: number): string[] {
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=96MB',
    'max_wal_size=512MB',
    'jit=off',
    // Storing a post touches some eighty tables and indexes: more than 64 locks would be taken in the table that all share (a sixth of the wait).
    'max_locks_per_transaction=256',
  ];
  return ['-D', cluster, '-p', String(port), ...options.flatMap((o) => ['-c', o])];
}

function readOrMakePassword(dataFolder: string): string {
  const file = path.join(dataFolder, 'database-password');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

/** initdb into a folder beside, renamed when complete: a kill in the middle leaves nothing half-made behind. */
async function makeCluster(bin: string, cluster: string, password: string, as: RunAs | undefined): Promise<boolean> {
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return false;
  const making = `${cluster}.making`;
  fs.rmSync(making, { recursive: true, force: true });
  fs.mkdirSync(making, { mode: 0o700 });
  const passwordFile = path.join(os.tmpdir(), `earshot-${randomBytes(6).toString('hex')}`);
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as) for (const place of [making, passwordFile]) fs.chownSync(place, as.uid, as.gid);
  const options = ['-U', 'earshot', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions', '--no-sync']; // prettier-ignore
  try {
    await run(path.join(bin, 'initdb'), ['-D', making, ...options], as);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.renameSync(making, cluster);
  return true;
}

/** After `kill -9` of the program its server may live on; it is stopped so that this process owns the folder alone. */
async function stopOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid) && isPostgres(pid)) {
    process.kill(pid, 'SIGINT');
    for (let tries = 0; tries < 400 && isAlive(pid); tries++) await pause(25);
    if (isAlive(pid)) throw new Error(`An older PostgreSQL (process ${pid}) still owns ${cluster} and does not stop.`);
  }
  fs.rmSync(file, { force: true });
}

/** A process id may have been given to another program since. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/** Reads what the server says from its beginning; @returns the end of it */
function logOf(server: ChildProcess): () => string {
  let log = '';
  server.stderr?.on('data', (chunk) => (log = (log + String(chunk)).slice(-4000)));
  return () => log;
}

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null;

async function untilReady(server: ChildProcess, url: string, log: () => string): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    if (hasEnded(server)) throw new Error(`The embedded PostgreSQL stopped at once:\n${log()}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (waited > START_TIMEOUT_MS) throw error;
      await pause(20);
    }
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is safe. */
function stopServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = net.createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => done(port));
    });
  });
}

function run(command: string, args: string[], as: RunAs | undefined): Promise<void> {
  return new Promise((done, failed) => {
    let errors = '';
    const child = spawn(command, args, { ...as, cwd: os.tmpdir(), stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.once('error', failed);
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`${path.basename(command)} failed (${code}): ${errors}`)),
    );
  });
}

function unreachable(folder: string): Error {
  return new Error(
    `Running as root, and the unprivileged user PostgreSQL runs as cannot reach ${folder}. Set EARSHOT_DATA_DIR or DATABASE_URL.`,
  );
}
