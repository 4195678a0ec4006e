/** A database of its own for a test file: a clone of the migrated template, made in milliseconds. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function onServer(sql: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['EARSHOT_TEST_SERVER'] });
  await client.connect();
  try {
    for (const statement of sql) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * @param of nobody may be connected to it; left out: the migrated template
 * @returns the clone's address and how to drop it
 */
export async function cloneDatabase(of?: TestDatabase): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = of ? new URL(of.url).pathname.slice(1) : process.env['EARSHOT_TEST_TEMPLATE'];
  await onServer(['select pg_advisory_lock(7301002)', `create database ${name} template ${template} strategy=file_copy`]);
  const url = new URL(process.env['EARSHOT_TEST_SERVER'] ?? '');
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer([`drop database if exists ${name} with (force)`]) };
}
