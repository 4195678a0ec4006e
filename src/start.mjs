// What `npm start` runs: builds what is stale, then starts the desk in this process.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ask = new Set(process.argv.slice(2));

const PARTS = [
  {
    name: 'server',
    inputs: ['src', 'libs', 'nest-cli.json', '.swcrc', 'package-lock.json'],
    command: ['nest', 'build'],
    output: 'dist/src/main.js',
  },
  {
    name: 'page',
    inputs: ['web', 'libs/contracts', 'package-lock.json'],
    command: ['vite', 'build', 'web', '--logLevel', 'warn'],
    output: 'dist/web/index.html',
  },
];

/**
 * glibc keeps what Node's loader and compiler have freed, 50 MB of it, because it lies between what is still used. Blocks of this size
 * are given back at once instead (bench/README.md). Other C libraries do not know these names.
 */
const THRIFTY = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '32768' };

/** Name, size and time of every input: cheap, and changes whenever a file does. */
function fingerprint(inputs) {
  let found = '';
  const walk = (name) => {
    const at = `${root}/${name}`;
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const inside of fs.readdirSync(at).sort()) walk(`${name}/${inside}`);
    else found += `${name} ${stat.size} ${stat.mtimeMs}\n`;
  };
  inputs.forEach(walk);
  return createHash('sha256').update(found).digest('hex');
}

function buildWhatIsStale() {
  for (const part of PARTS) {
    const stamp = path.join(root, 'dist', `.built-${part.name}`);
    const now = fingerprint(part.inputs);
    const built = fs.existsSync(stamp) && fs.existsSync(path.join(root, part.output)) ? fs.readFileSync(stamp, 'utf8') : '';
    if (built === now) continue;
    process.stdout.write(`Building the ${part.name} … `);
    const [command, ...args] = part.command;
    const { status } = spawnSync(path.join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(status ?? 1);
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, now);
    console.log('done.');
  }
}

/** Nest 12 and undici 8 need a newer Node than the host may have; the optional package `node` brings one. */
async function useNewEnoughNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return;
  const own = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!fs.existsSync(own)) {
    console.error(
      `Earshot needs Node 22.19 or newer, this is ${process.versions.node}, and npm brought none for ${process.platform}-${process.arch}.`,
    );
    process.exit(1);
  }
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, ...THRIFTY } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise(() => child.once('exit', (code) => process.exit(code ?? 1)));
}

/** The C library reads its settings once, so the process begins anew under its own number; where it cannot, it runs with more memory. */
function beThrifty(main) {
  if (process.platform !== 'linux' || process.execve === undefined || process.env.MALLOC_MMAP_THRESHOLD_ !== undefined) return;
  process.removeAllListeners('warning'); // the call is called experimental
  process.execve(process.execPath, [process.execPath, ...process.execArgv, main], { ...process.env, ...THRIFTY });
}

await useNewEnoughNode();
buildWhatIsStale();
if (ask.has('--build-only')) process.exit(0);
if (ask.has('--demo')) {
  process.env.EARSHOT_DEMO = 'true';
  process.env.EARSHOT_DATA_DIR ??= path.join('data', 'demo');
  delete process.env.DATABASE_URL; // invented data never meets real data
}
const main = path.join(root, 'dist', 'src', 'main.js');
// What was compiled is read back at the next start, a sixth of the work of loading; where the folder cannot be written, it is compiled again.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'dist', '.compiled');
beThrifty(main);
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
await import(main);
