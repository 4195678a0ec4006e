// One embedded PostgreSQL for the whole run (or TEST_DATABASE_URL); every test file clones a migrated template database.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../dist/src/database/data-source.js';
import { startEmbeddedDatabase } from '../../dist/src/database/embedded.js';

export default async function setup() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'earshot-test-'));
  fs.chmodSync(folder, 0o711);
  const given = process.env.TEST_DATABASE_URL;
  const database = given ? { url: given, stop: async () => undefined } : await startEmbeddedDatabase(path.join(folder, 'data'));
  const template = `earshot_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template}`);
  const url = new URL(database.url);
  url.pathname = `/${template}`;
  const dataSource = await new DataSource(dataSourceOptions(url.href, 2)).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  process.env.EARSHOT_TEST_SERVER = database.url;
  process.env.EARSHOT_TEST_TEMPLATE = template;
  globalThis.__earshotTest = {
    async stop() {
      await admin.query(`drop database if exists ${template} with (force)`).catch(() => undefined);
      await admin.end();
      await database.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
