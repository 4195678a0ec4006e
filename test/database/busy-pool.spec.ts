/** A pool whose connections are all in use, and a server that takes none: the first is waited for, the second is said. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { isDatabaseAway } from '../../src/platform/database-away.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let silent: Server;
const sockets: Socket[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  silent = createServer((socket) => sockets.push(socket));
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
}, 30_000);
afterAll(async () => {
  await database.drop();
  for (const socket of sockets) socket.destroy();
  silent.close();
});

it('is waited for while it is busy, for longer than a database that is away', async () => {
  const pool = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
  const long = [1, 2].map(() => pool.query('select pg_sleep(4.5)'));
  const asked = await pool.query('select 1 as one');
  expect(asked).toEqual([{ one: 1 }]);
  await Promise.all(long);
  await pool.destroy();
}, 30_000);

it('is away when no connection can be made', async () => {
  const { port } = silent.address() as AddressInfo;
  const pool = new DataSource(dataSourceOptions(`postgres://nobody:none@127.0.0.1:${port}/none`, 2));
  const problem = await pool.initialize().then(
    () => null,
    (error: unknown) => error,
  );
  expect(isDatabaseAway(problem)).toBe(true);
}, 30_000);
