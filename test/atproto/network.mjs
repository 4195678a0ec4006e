// A whole AT Protocol network on this machine, from the network's own programs: directory, account server, search and notifications.
// Says its address as a line of JSON, and ends with its parent. Usage: node network.mjs <address of a PostgreSQL database>
import { once } from 'node:events';
import { rmSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

// What the servers store goes into one folder, which is removed in the end; they look for the folder of temporary files when they start.
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-atproto-'));
process.env.TMPDIR = folder;
const { TestBsky, TestPds, TestPlc, mockNetworkUtilities } = await import('@atproto/dev-env');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const [dbPostgresUrl] = process.argv.slice(2);
const plc = await TestPlc.create({});
const pdsPort = await freePort();
// The view over the whole network: search, threads, notifications. Without Redis it has no caches, and needs none.
const bsky = await TestBsky.create({
  plcUrl: plc.url,
  pdsPort,
  repoProvider: `ws://localhost:${pdsPort}`,
  dbPostgresUrl,
  dbPostgresSchema: 'appview',
  bsyncUrl: `http://localhost:${await freePort()}`,
});
const pds = await TestPds.create({
  port: pdsPort,
  didPlcUrl: plc.url,
  bskyAppViewUrl: bsky.url,
  bskyAppViewDid: bsky.ctx.cfg.serverDid,
});
mockNetworkUtilities(pds, bsky);
console.log(JSON.stringify({ pds: pds.url }));

async function stop() {
  await Promise.allSettled([bsky.close(), pds.close(), plc.close()]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
process.on('SIGTERM', stop);
process.stdin.on('end', stop).resume();
