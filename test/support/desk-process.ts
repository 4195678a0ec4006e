/** A desk as people run it, in a process of its own that can be killed, frozen and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { ADMIN, Client } from './desk.js';

const MAIN = path.resolve('dist/src/main.js');
const START_MS = 60_000;

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface DeskProcess {
  url: string;
  pid: number;
  /** Resolves when the process has ended. */
  ended: Promise<Exit>;
  /** What it wrote so far. */
  output(): string;
  kill(signal?: NodeJS.Signals): Promise<Exit>;
  /** Signed in as the first administrator. */
  admin(): Promise<Client>;
}

const living = new Set<ChildProcess>();

/** Kills what a failed test left behind. */
export function killAll(): void {
  for (const child of living) child.kill('SIGKILL');
}

/** A folder for one desk's files, reachable for the user that an embedded server runs as. */
export function dataFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-process-'));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * @param env settings; EARSHOT_DATA_DIR and, for an external server, DATABASE_URL and EARSHOT_KEY belong in it
 * @throws Error with its output when it ends before it is ready
 */
export async function startDeskProcess(env: Record<string, string>): Promise<DeskProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      LOG_LEVEL: 'warn',
      EARSHOT_ADMIN_EMAIL: ADMIN.email,
      EARSHOT_ADMIN_PASSWORD: ADMIN.password,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<Exit>((done) =>
    child.once('exit', (code, signal) => {
      living.delete(child);
      done({ code, signal });
    }),
  );
  const url = await ready(child, () => output);
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    output: () => output,
    kill: (signal = 'SIGKILL') => {
      child.kill(signal);
      return ended;
    },
    admin: () => new Client(url).signIn(ADMIN.email, ADMIN.password),
  };
}

async function ready(child: ChildProcess, output: () => string): Promise<string> {
  for (const end = Date.now() + START_MS; ; await new Promise((r) => setTimeout(r, 20))) {
    const found = /is ready after .*?:\s+(http:\S+)/.exec(output());
    if (found?.[1]) return found[1];
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the desk ended at its start:\n${output()}`);
    if (Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`the desk was not ready in time:\n${output()}`);
    }
  }
}

/** A killed process holds its sources until its leases lapse; that time is another test's matter, and passes here at once. */
export async function lapseLeases(db: pg.Client): Promise<void> {
  await db.query(`update source set lease_until = now() where lease_until > now()`);
}

/** @returns what `look` finds once it is not undefined; fails after `ms` */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined, ms = 10_000, what = 'it'): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 40))) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${ms} ms`);
  }
}
