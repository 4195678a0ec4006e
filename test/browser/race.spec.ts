/** Two people and three tabs race for one case while their lines drop: one answer, no lost draft, and every page says the same in the end. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, signedIn } from '../support/browser.js';
import pg from 'pg';
import { addWebhook, aPost, type Client } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const files = dataFolder();
let database: TestDatabase;
let desk: DeskProcess;
let admin: Client;
let db: pg.Client;
let browser: Browser;
let caseId: string;

beforeAll(async () => {
  database = await cloneDatabase();
  desk = await startDeskProcess({ DATABASE_URL: database.url, EARSHOT_DATA_DIR: files.folder });
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
  admin = await desk.admin();
  const hook = await addWebhook(admin);
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  await hook.push([aPost()]);
  caseId = (await rows<{ id: string }>(`select id from desk_case`))[0]?.id ?? '';
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  killAll();
  await db.end();
  await database.drop();
  files.remove();
}, 30_000);

const rows = async <Row>(sql: string): Promise<Row[]> => (await db.query(sql)).rows as Row[];

async function person(name: string): Promise<{ context: BrowserContext; page: Page; name: string }> {
  const who = { email: `${name.toLowerCase()}@example.com`, password: 'a-long-password' };
  await admin.must('POST', '/people', { ...who, name, roles: ['responder'] });
  const { context, page } = await signedIn(browser, desk.url, who);
  return { context, page, name };
}

async function open(page: Page): Promise<Page> {
  await page.goto(`${desk.url}/queue/open/${caseId}`);
  await page.locator('.case-head').waitFor({ timeout: 20_000 });
  return page;
}

const box = (page: Page) => page.locator('.composer textarea');
const answers = () => rows<{ text: string; by: string }>(`select r.text, p.name as by from reply r join person p on p.id = r.person_id where r.kind = 'reply'`); // prettier-ignore

it('ends with one answer, every draft kept, and all pages equal', async () => {
  const ece = await person('Ece');
  const mina = await person('Mina');
  const tabs = await Promise.all([open(ece.page), ece.context.newPage().then(open), open(mina.page)]);
  const [first, second, third] = tabs as [Page, Page, Page];

  // All three try to claim in the same moment.
  await Promise.all(tabs.map((page) => page.keyboard.press('c')));
  const owner = await eventually(async () => (await rows<{ name: string }>(`select p.name from desk_case c join person p on p.id = c.owner_id`))[0]?.name); // prettier-ignore
  const winners = owner === 'Ece' ? [first, second] : [third];
  const loser = owner === 'Ece' ? third : first;
  for (const page of winners)
    await page.locator('.composer [aria-pressed=true]', { hasText: 'Reply' }).waitFor({ timeout: 20_000 });

  // Whoever has it writes while the line drops; whoever has not writes a note.
  const writer = winners[0] as Page;
  await writer.context().setOffline(true);
  await box(writer).fill('Dear Deniz, the line is being mended.');
  await box(loser).fill('I was about to write: ask for the address.');
  await writer.reload().catch(() => undefined); // even the page itself is gone
  await writer.context().setOffline(false);
  await open(writer);
  await eventually(async () => ((await box(writer).inputValue()) === 'Dear Deniz, the line is being mended.' ? true : undefined), 20_000); // prettier-ignore

  // The case changes hands: nobody's words are lost.
  await db.query(`update desk_case set owner_id = null, claimed_at = null, lease_until = null, status = 'open' where id = $1`, [
    caseId,
  ]);
  await Promise.all(tabs.map((page) => open(page)));
  await loser.keyboard.press('c');
  await loser.locator('.composer [aria-pressed=true]', { hasText: 'Reply' }).waitFor({ timeout: 20_000 });
  expect(await loser.locator('.here__draft').innerText()).toContain('Dear Deniz, the line is being mended.');
  await box(loser).fill('Hello Deniz, we are sorry. A colleague calls you tomorrow by 10:00.');

  // Both press send at once: the first has lost the case and is told so, with the words kept.
  const send = (page: Page) =>
    box(page)
      .press('Control+Enter')
      .catch(() => undefined);
  await Promise.all([send(writer), send(loser)]);
  await eventually(async () => ((await answers()).length > 0 ? true : undefined), 20_000);
  await new Promise((done) => setTimeout(done, 1000));
  expect((await answers()).map(({ by }) => by)).toEqual([owner === 'Ece' ? 'Mina' : 'Ece']);
  await open(writer);
  const drafts = await rows<{ text: string }>(`select text from draft order by text`);
  expect(drafts.map(({ text }) => text)).toContain('Dear Deniz, the line is being mended.');

  // Every page shows the one answer, without a reload of the others.
  for (const page of tabs) {
    await page.locator('.tl--reply').first().waitFor({ timeout: 20_000 });
    await eventually(async () => ((await page.locator('.tl--reply').count()) === 1 ? true : undefined), 20_000);
    expect(await page.locator('.tl--reply').innerText()).toContain('we are sorry');
  }
}, 180_000);
