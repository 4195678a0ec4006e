/** The horizon belongs to the snapshot of the statement that asks: a newer one would let the reader step over rows it cannot see yet. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
const clients: pg.Client[] = [];

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await database.drop();
});

describe('the horizon of the outbox', () => {
  it('never passes a transaction that ended after the statement took its snapshot', async () => {
    const [writer, reader] = [await connect(), await connect()];
    await writer.query('begin');
    await writer.query(`insert into outbox_event (seq, kind, at, payload) values (outbox_seq(0), 'watch.changed', now(), '{}')`);
    const reading = reader.query<{ horizon: string; seen: string }>(
      `with waited as materialized (select pg_sleep(0.5)),
         h as materialized (select outbox_horizon() as horizon from waited)
       select h.horizon, (select count(*) from outbox_event e where e.seq < h.horizon) as seen from h`,
    );
    await new Promise((done) => setTimeout(done, 150)); // the reader has its snapshot and waits
    const { rows } = await writer.query<{ seq: string }>('select seq from outbox_event');
    await writer.query('commit');
    await connect().then((other) => other.query('select pg_current_xact_id()')); // moves the newest snapshot on
    const [row] = (await reading).rows;
    expect(row?.seen).toBe('0');
    expect(Number(row?.horizon)).toBeLessThanOrEqual(Number(rows[0]?.seq));
  });
});
