/** What the desk warned of early is taken on where it is shown; a colleague's page says who is on it without being loaded again, and a viewer has no button. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signedIn } from '../support/browser.js';
import { addWebhook, type Client } from '../support/desk.js';
import { dataFolder, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const files = dataFolder();
let database: TestDatabase;
let desk: DeskProcess;
let admin: Client;
let browser: Browser;

/** Found just now: a watch that is louder than usual, and an account whose customers wait. */
const ALARMS = `
  insert into early_alarm (team_id, watch_id, source_id, began_at, last_at, latest, strongest, weight)
  select w.team_id, case n when 1 then w.id end, case n when 2 then s.id end, now() - interval '20 minutes', now() + interval '1 hour', x.what, x.what, 1
  from watch w cross join source s cross join generate_series(1, 2) n cross join lateral (select case n
    when 1 then '{"of": "negative", "kind": "spike", "seen": 40, "expected": 2.5, "strength": 9, "mentionIds": []}'::jsonb
    else '{"waiting": 3, "share": 0.75, "lastAnswerAt": null}'::jsonb end as what) x`;

beforeAll(async () => {
  database = await cloneDatabase();
  desk = await startDeskProcess({ DATABASE_URL: database.url, EARSHOT_DATA_DIR: files.folder });
  admin = await desk.admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  await addWebhook(admin);
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  await db.query(`update source set account_handle = '@anadoluhat'`);
  await db.query(ALARMS);
  await db.end();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  killAll();
  await database.drop();
  files.remove();
}, 30_000);

async function watchtowerOf(name: string, role: string): Promise<Page> {
  const who = { email: `${name.toLowerCase()}@example.com`, password: 'a-long-password' };
  await admin.must('POST', '/people', { ...who, name, roles: [role] });
  const { page } = await signedIn(browser, desk.url, who);
  await page.goto(`${desk.url}/watchtower`);
  await page.locator('.unusual').waitFor({ timeout: 20_000 });
  return page;
}

const buttons = (page: Page) => page.getByRole('button', { name: 'I am on it' });

it('is taken on by one, and everybody sees by whom', async () => {
  const ece = await watchtowerOf('Ece', 'responder');
  const mina = await watchtowerOf('Mina', 'manager');
  const viewer = await watchtowerOf('Vera', 'viewer');
  expect(await buttons(viewer).count()).toBe(0);
  const neglected = mina.locator('li', { hasText: '@anadoluhat' });
  await neglected.getByRole('button', { name: 'I am on it' }).waitFor();
  expect(await buttons(mina).count()).toBe(2);
  await ece.locator('.unusual').getByRole('button', { name: 'I am on it' }).click();
  for (const page of [ece, mina, viewer]) await page.locator('.unusual').getByText('Ece is on it').waitFor({ timeout: 20_000 });
  await neglected.getByRole('button', { name: 'I am on it' }).click();
  await neglected.getByText('Mina is on it').waitFor();
  for (const [kind, name] of [['unusual', 'Ece'], ['neglected', 'Mina']] as const) {
    await viewer.goto(`${desk.url}/alarms?kind=${kind}`);
    await viewer.locator('.alarms').getByText(`${name} is on it`).waitFor();
  }
}, 90_000); // prettier-ignore
