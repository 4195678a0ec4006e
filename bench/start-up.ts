/**
 * (c) From `npm start` (without npm itself) to an answering /readyz on a prepared data folder, embedded PostgreSQL included, and the memory of
 * the Node process at rest. The limit beside it: a bare Node process that only answers HTTP. `npm run bench:start`
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, quantile, untilReady } from './support/bench-desk.ts';

const TIMES = Number(process.env['BENCH_ROUNDS'] ?? 5);
const REST_MS = 15_000;
const main = path.join(import.meta.dirname, '..', 'src', 'start.mjs');
const BARE = `require('http').createServer((q, s) => s.end('ok')).listen(process.env.PORT, '127.0.0.1')`;
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-start-'));
chmodSync(folder, 0o711);
const data = path.join(folder, 'data');

await start([main], data); // prepares the folder
const desk: number[] = [];
const bare: number[] = [];
const memory: number[] = [];
for (let round = 0; round < TIMES; round++) {
  bare.push((await start(['-e', BARE], data)).ms);
  const measured = await start([main], data, round === TIMES - 1 ? REST_MS : 0);
  desk.push(measured.ms);
  if (measured.rssMb) memory.push(measured.rssMb);
}
console.log(
  `start to /readyz, ${TIMES} times on a prepared folder: desk ${quantile(desk, 0.5).toFixed(0)} ms (slowest ${Math.max(...desk).toFixed(0)}), bare Node ${quantile(bare, 0.5).toFixed(0)} ms`,
);
console.log(`memory of the Node process after ${REST_MS / 1000} s at rest: ${memory.map((m) => m.toFixed(0)).join(', ')} MB`);
rmSync(folder, { recursive: true, force: true });

async function start(args: string[], dataFolder: string, restMs = 0): Promise<{ ms: number; rssMb?: number }> {
  const port = await freePort();
  const env = { PATH: process.env['PATH'], PORT: String(port), EARSHOT_DATA_DIR: dataFolder, LOG_LEVEL: 'error' };
  const started = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilReady(`http://127.0.0.1:${port}`, child);
  const ms = performance.now() - started;
  await new Promise((done) => setTimeout(done, restMs));
  const rssMb =
    restMs > 0 ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024 : undefined;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
  return { ms, rssMb };
}
