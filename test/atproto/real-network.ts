/** Starts the local AT Protocol network of this folder as a process of its own, where it is installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cloneDatabase } from '../support/test-database.js';

const FOLDER = path.resolve('test/atproto');
/** It loads half a gigabyte of programs; on a busy machine that takes its time. */
const PATIENCE_MS = 150_000;

export interface RealNetwork {
  /** Where the accounts live, and the entrance to everything else. */
  server: string;
  stop(): Promise<void>;
}

/** @returns the running network, or in plain words why there is none */
export async function startRealNetwork(): Promise<RealNetwork | string> {
  if (!existsSync(path.join(FOLDER, 'node_modules/@atproto/dev-env/package.json')))
    return 'not installed (npm ci --prefix test/atproto)';
  const database = await cloneDatabase();
  const network = spawn(process.execPath, ['network.mjs', database.url], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => network.once('close', () => done()));
  const stop = async () => {
    network.stdin.end();
    const late = setTimeout(() => network.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
    await database.drop();
  };
  const server = await addressOf(network);
  if (server.startsWith('http')) return { server, stop };
  network.kill('SIGKILL');
  await stop();
  return server;
}

/** @returns the address of the account server, or what went wrong */
function addressOf(network: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((done) => {
    const late = setTimeout(() => done(`not started within ${PATIENCE_MS / 1000} s: ${said.slice(-500)}`), PATIENCE_MS);
    network.stderr!.on('data', (words: Buffer) => (said += words.toString()));
    network.stdout!.on('data', (words: Buffer) => {
      const pds = /^\{"pds":"([^"]+)"\}$/m.exec((said += words.toString()))?.[1];
      if (pds !== undefined) done(pds);
    });
    network.once('close', () => {
      clearTimeout(late);
      done(`not started: ${said.slice(-500)}`);
    });
  });
}
