/** A PostgreSQL and a desk in a process of its own, for benchmarks that talk to it as its users do. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

const root = path.join(import.meta.dirname, '..', '..');
const EMAIL = 'bench@example.com';
const PASSWORD = 'bench-password-1';

export interface BenchServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * @param settings of PostgreSQL that take effect at its start
 * @param keep a folder whose server is used again and left for the next run; one of its own otherwise
 * @returns an embedded server
 */
export async function startServer(settings: Record<string, string> = {}, keep?: string): Promise<BenchServer> {
  const { startEmbeddedDatabase } = await import(path.join(root, 'dist/src/database/embedded.js'));
  const folder = keep ?? mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  let server = await startEmbeddedDatabase(path.join(folder, 'data'));
  if (Object.keys(settings).length > 0) {
    const db = new pg.Client({ connectionString: server.url });
    await db.connect();
    for (const [name, value] of Object.entries(settings)) await db.query(`alter system set ${name} = '${value}'`);
    await db.end();
    await server.stop();
    server = await startEmbeddedDatabase(path.join(folder, 'data'));
  }
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      if (keep === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

export interface BenchDesk {
  url: string;
  cookie: string;
  process: ChildProcess;
  call(method: string, at: string, body?: unknown): Promise<any>;
  stop(): Promise<void>;
}

/** @returns the desk when it is ready, signed in as its administrator */
export async function startDesk(env: Record<string, string>): Promise<BenchDesk> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-desk-'));
  const child = spawn(process.execPath, [path.join(root, 'dist/src/main.js')], {
    env: {
      PATH: process.env['PATH'],
      ...(process.env['BENCH_NODE_OPTIONS'] && { NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] }),
      PORT: String(port),
      EARSHOT_DATA_DIR: folder,
      EARSHOT_ADMIN_EMAIL: EMAIL,
      EARSHOT_ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const signedIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const call = async (method: string, at: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${at}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, cookie, process: child, call, stop };
}

/** @returns the floor in a process of its own, when it is ready (floor-desk.ts) */
export async function startFloor(databaseUrl: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const child = fork(path.join(import.meta.dirname, 'floor-desk.ts'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  await new Promise((ready) => child.once('message', ready));
  return { url: `http://127.0.0.1:${port}`, process: child };
}

export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the desk ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/readyz`).then((r) => r.ok, () => false); // prettier-ignore
    if (ready) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A complaint of some author, unlike the others. */
export function aPost(n: number): Record<string, unknown> {
  return {
    externalId: `${n}-${randomBytes(6).toString('hex')}`,
    text: `Lumen Air lost my bag on flight LA${n % 900} and nobody answers the phone, this is unacceptable. Third day waiting.`,
    postedAt: new Date().toISOString(),
    author: { handle: `traveller_${randomBytes(5).toString('hex')}`, name: 'Some Traveller', followers: n % 1000 },
  };
}

export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** @returns the value below which `share` of the values lie */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
