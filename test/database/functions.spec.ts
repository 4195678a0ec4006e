/** Functions of the database: a changed definition holds from the next start on, an unchanged one is left alone, and processes that start at once do not race. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/database/data-source.js';
import { FUNCTIONS } from '../../src/database/functions/all-functions.js';
import type { FunctionDefinition } from '../../src/database/functions/apply-functions.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
const open: DataSource[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  for (const dataSource of open) await dataSource.destroy();
  await database.drop();
});

/** As a process that starts would. */
async function start(...definitions: FunctionDefinition[]): Promise<DataSource> {
  const dataSource = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
  open.push(dataSource);
  await migrate(dataSource, [...FUNCTIONS, ...definitions]);
  return dataSource;
}

const saying = (name: string, word: string): FunctionDefinition => ({
  name,
  sql: `create or replace function ${name}() returns text language sql as $$ select '${word}' $$`,
});

async function applied(dataSource: DataSource): Promise<Record<string, string>> {
  const rows: { name: string; at: string }[] = await dataSource.query(
    `select name, applied_at::text as at from function_definition`,
  );
  return Object.fromEntries(rows.map((r) => [r.name, r.at]));
}

describe('a function of the database', () => {
  it('is put in place by the first start, and changed by the next one that brings another definition', async () => {
    const first = await start(saying('greeting', 'one'));
    expect(await first.query('select greeting()')).toEqual([{ greeting: 'one' }]);
    const second = await start(saying('greeting', 'two'));
    expect(await first.query('select greeting()')).toEqual([{ greeting: 'two' }]);
    expect(Object.keys(await applied(second)).sort()).toEqual(['greeting', ...FUNCTIONS.map((f) => f.name)].sort());
  });

  it('is left alone by a start that brings the same definition', async () => {
    const before = await applied(await start(saying('greeting', 'two')));
    expect(await applied(await start(saying('greeting', 'two')))).toEqual(before);
  });

  it('is defined once by two processes that start at the same moment', async () => {
    const definition = {
      name: 'counted',
      sql: `create table made_once (); create function counted() returns int language sql as 'select 1'`,
    };
    const [one, other] = await Promise.all([start(definition), start(definition)]);
    expect(await one.query('select counted()')).toEqual(await other.query('select counted()'));
  });

  it('is as it was when one of several definitions fails', async () => {
    const broken = { name: 'broken', sql: 'create function broken(' };
    await expect(start(saying('greeting', 'three'), broken)).rejects.toThrow(/syntax error/);
    const after = await start(saying('greeting', 'two'));
    expect(await after.query('select greeting()')).toEqual([{ greeting: 'two' }]);
  });

  it('is not taken back by an older program that starts beside a newer one', async () => {
    const now = await start(saying('greeting', 'two'));
    await now.query(`insert into migrations (timestamp, name) values (9999999999999, 'OfALaterVersion9999999999999')`);
    await start(saying('greeting', 'old'));
    expect(await now.query('select greeting()')).toEqual([{ greeting: 'two' }]);
  });
});
