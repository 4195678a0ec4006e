/** The first moments of a desk: it may be stopped before it is ready, and judges at once as it does later. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder, eventually, killAll, startDeskProcess } from '../support/desk-process.js';

const MAIN = path.resolve('dist/src/main.js');
let place: ReturnType<typeof dataFolder>;
const begun: ChildProcess[] = [];

beforeAll(async () => {
  place = dataFolder();
  await (await startDeskProcess({ EARSHOT_DATA_DIR: place.folder })).kill('SIGTERM');
}, 90_000);
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  killAll();
  place.remove();
});

const pidFile = () => path.join(place.folder, 'pg18', 'postmaster.pid');

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

describe('a desk that is stopped while it starts', () => {
  it('takes its database along and says nothing of it', async () => {
    const env = { PATH: process.env['PATH'], PORT: '0', EARSHOT_DATA_DIR: place.folder, LOG_LEVEL: 'warn' };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    begun.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
    const server = await eventually(() => (existsSync(pidFile()) ? serverPid() : undefined), 30_000, 'the database');
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(said).not.toContain('is ready');
    expect(said).not.toContain('Error');
    expect([isAlive(server), existsSync(pidFile())]).toEqual([false, false]);
  }, 60_000);

  /** PostgreSQL writes its own number into the first line, a moment after it made the file. */
  function serverPid(): number | undefined {
    return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]) || undefined;
  }
});

describe('a desk that is just ready', () => {
  it('judges the first text as it judges it later', async () => {
    const desk = await startDeskProcess({ EARSHOT_DATA_DIR: place.folder });
    const admin = await desk.admin();
    const texts = [
      'Kargom hâlâ gelmedi, rezalet bir hizmet',
      'Balík neprišiel, som sklamaná',
      'Mein Paket ist weg, furchtbar',
      'zzz',
    ];
    const judge = async () => (await admin.must('POST', '/analyse', { texts })).results;
    const first = await judge();
    expect(first).toMatchObject([
      { language: 'tr', sentiment: { label: 'negative' } },
      { language: 'sk', sentiment: { label: 'negative' } },
      { language: 'de', sentiment: { label: 'negative' } },
      {},
    ]);
    await new Promise((done) => setTimeout(done, 1500)); // meanwhile the rest was made ready
    expect(await judge()).toEqual(first);
    expect(await desk.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 60_000);
});

describe('imports of a desk', () => {
  /** @returns what a program prints that runs with the short imports */
  function ran(program: string): string {
    const hook = `import { shortenImports } from ${JSON.stringify(path.resolve('dist/src/short-imports.js'))}; shortenImports();`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', `${hook}${program}`], { encoding: 'utf8' });
    return `${run.stdout}${run.stderr}`;
  }

  it('spare the HTTP client that Node brings: Nest gets the rest of http', () => {
    const names = `const { ExpressAdapter } = await import('@nestjs/platform-express'); const adapter = new ExpressAdapter(); adapter.initHttpServer({});`;
    expect(ran(`${names} console.log(adapter.getHttpServer().constructor.name, process.moduleLoadList.some((m) => m.includes('deps/undici/undici')))`)).toBe('Server false\n'); // prettier-ignore
  });

  it('name a file that is missing', () => {
    const main = JSON.stringify(path.resolve('dist/src/app.js'));
    expect(ran(`await import(${main}); await import(${main.replace('app.js', 'appp.js')})`)).toMatch(
      /Cannot find module.*appp\.js/,
    );
  });
});
