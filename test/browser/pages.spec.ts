/** Every page in a real browser: no serious fault of access in light and dark, in three languages, wide and narrow; and the keyboard alone suffices. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signedIn } from '../support/browser.js';
import { addWebhook, ADMIN, aPost, type Client } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { ACCESS_TOKEN, MastodonServer } from '../support/mastodon-server.js';
import { ReplyCatcher } from '../support/reply-catcher.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SHOTS = 'test/screenshots';
/** Words in capitals stand for ids of what the test has made. */
const PAGES = [
  'queue/open', 'queue/open/CASE', 'queue/open/CASE?recorder=true', 'queue/open/CHOICE', 'mentions', 'watchtower', 'watchtower/kept', 'watches', 'watches/WATCH', 'watches/new', 'sources', 'sources/SOURCE', 'sources/TROUBLE', 'coverage', 'alarms', 'alarms?kind=unusual', 'alarms?kind=neglected', 'standards', 'standards/STANDARD', 'standards/new', 'calendars', 'calendars/CALENDAR', 'customers', 'escalation', 'acknowledgements', 'acknowledgements/messages', 'acknowledgements/authors', 'acknowledgements/limits', 'people', 'learning', 'settings',
]; // prettier-ignore
const LOOKS = [
  { locale: 'en', colour: 'light', width: 1440 },
  { locale: 'tr', colour: 'dark', width: 1440 },
  { locale: 'sk', colour: 'light', width: 360 },
  { locale: 'en', colour: 'dark', width: 360 },
] as const;
/** One green pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
  'base64',
);
const POSTS = [
  ['Deniz Aksoy', 'Anadolu Hat my internet has been down for three days and nobody answers. This is unacceptable, fix it!', 40],
  ['Ayşe Yılmaz', 'Anadolu Hat internetim iki gündür çalışmıyor, kimse cevap vermiyor. Rezalet, şikâyet edeceğim!', 12],
  ['Peter Kováč', 'Anadolu Hat nefunguje už druhý deň, je to hrozné. Kedy to opravíte?', 6],
  ['Maria', 'When will Anadolu Hat come to Bratislava? Is there a date yet?', 3],
  ['Tom', 'Thank you Anadolu Hat, the technician was great and very quick!', 2],
  ['Ebru', 'Anadolu Hat is a scam, I want my money back or I call my lawyer https://example.com/a/very/long/address/that/does/not/end', 95],
] as const; // prettier-ignore

const files = dataFolder();
let database: TestDatabase;
let desk: DeskProcess;
let admin: Client;
let browser: Browser;
let catcher: ReplyCatcher;
let mastodon: MastodonServer;
let ids: Record<string, string>;

beforeAll(async () => {
  database = await cloneDatabase();
  [catcher, mastodon] = [await ReplyCatcher.start(), await MastodonServer.start()];
  desk = await startDeskProcess({
    DATABASE_URL: database.url,
    EARSHOT_DATA_DIR: files.folder,
    EARSHOT_ALLOWED_HOSTS: '127.0.0.1',
  });
  admin = await desk.admin();
  const watch = await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const hook = await addWebhook(admin, { network: 'forum' });
  await hook.push(POSTS.map(postOf));
  await hook.push([{ externalId: 'bad' }]);
  const { items } = await admin.must('GET', '/cases?view=open');
  const nine = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:30' },
  ];
  const rules = {
    zone: 'Europe/Istanbul', week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] }, country: 'TR',
    holidays: [{ date: '2027-10-29', name: 'Cumhuriyet Bayramı' }], exceptions: [{ date: '2027-12-31', hours: [{ from: '09:00', to: '12:00' }], note: 'New Year’s Eve' }],
  }; // prettier-ignore
  const calendar = await admin.must('POST', '/calendars', { name: 'İstanbul office', rules });
  await admin.must('POST', '/customer-tiers/import', {
    csv: 'forum,ebru,VIP\nx,@a_rather_long_name,VIP\nemail,tom@example.com,Gold',
  });
  const terms = {
    clock: 'resolve',
    scope: { intents: ['complaint'], tiers: ['VIP'] },
    tell: ['owner'],
    targetSeconds: 28_800,
    unacceptableSeconds: 57_600,
    percent: 85,
    calendarId: calendar.id,
  };
  const standard = await admin.must('POST', '/standards', { terms });
  await admin.must('POST', `/standards/${standard.id}/publish`, { reason: 'Complaints wait no longer than a day' });
  ids = { CASE: items[0].id, WATCH: watch.id, SOURCE: hook.id, STANDARD: standard.id, CALENDAR: calendar.id };
  ids['CHOICE'] = await answering();
  ids['TROUBLE'] = await inTrouble();
  for (const [name, role] of Object.entries({ Defne: 'responder', Jakub: 'manager' })) {
    const email = `${name.toLowerCase()}@example.com`;
    await admin.must('POST', '/people', { email, name, roles: [role], password: 'a-long-password' });
  }
  browser = await openBrowser();
  mkdirSync(SHOTS, { recursive: true });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  killAll();
  await Promise.all([catcher?.stop(), mastodon?.stop()]);
  await database?.drop();
  files.remove();
}, 30_000);

/** Messages that went out, in public and in private, and one that the network refused; an author whom only people answer; limits. @returns a case with a choice of who reads the answer, half written, with a picture */
async function answering(): Promise<string> {
  const hook = await addWebhook(admin, { network: 'forum', replyUrl: catcher.url });
  const posts = ['Lena', 'Omar', 'Zuzana'].map((name, n) =>
    postOf([name, `Anadolu Hat has billed me twice, unacceptable, fix it! ${n}`, 5 + n]),
  );
  await hook.push(posts.map((post, n) => ({ ...post, private: n === 1 })));
  const { items } = await admin.must<{ items: { id: string; author: { id: string; name: string } }[] }>(
    'GET',
    '/cases?view=open',
  );
  const of = (name: string) => items.find(({ author }) => author.name === name);
  await admin.must('POST', `/cases/${of('Lena')?.id}/reply`, {
    text: 'Lena, we are sorry. The second bill is cancelled, and you need not do anything.',
  });
  await admin.must('POST', `/cases/${of('Omar')?.id}/reply`, {
    text: 'Omar, sorry. We have written to the bank about TR33 0006 1005 1978 6457 8413 26.',
  });
  await eventually(() => (catcher.taken.length === 2 ? true : undefined), 15_000, 'two messages');
  catcher.mishap = () => 'refused';
  await admin.must('POST', `/cases/${of('Zuzana')?.id}/reply`, { text: 'Zuzana, we look into it and write by Friday.' });
  await admin.must('PATCH', `/authors/${of('Omar')?.author.id}/wishes`, { stop: true, marks: ['vip'] });
  const settings = { instance: mastodon.url, accessToken: ACCESS_TOKEN, hashtags: ['anadoluhat'], stream: false };
  await admin.must('POST', '/sources', { kind: 'mastodon', name: 'Mastodon', settings, intervalSeconds: 1 });
  await admin.must('PUT', '/translation', { provider: 'libretranslate', url: 'http://127.0.0.1:9' });
  mastodon.post('marek', `<p>Anadolu Hat nefunguje už druhý deň, je to hrozné! <a href="${mastodon.url}/tags/anadoluhat">#<span>anadoluhat</span></a></p>`, { language: 'sk', more: { tags: [{ name: 'anadoluhat' }] } }); // prettier-ignore
  const choice = await eventually(async () => (await admin.must<{ items: { id: string; network: string }[] }>('GET', '/cases?view=open')).items.find(({ network }) => network === 'mastodon')?.id, 15_000, 'a case of Mastodon'); // prettier-ignore
  await admin.must('POST', `/cases/${choice}/claim`, {});
  await admin.must('PUT', `/cases/${choice}/draft`, {
    mode: 'reply',
    text: 'Marek, we are sorry. Could you restart the router and tell us which lights are on?',
    visibility: 'private',
  });
  const added = await fetch(`${desk.url}/api/v1/cases/${choice}/images`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'image/png' },
    body: new Uint8Array(PICTURE),
  });
  expect(added.status).toBe(201);
  return choice;
}

/** @returns a source that cannot be reached, and is asked no more meanwhile */
async function inTrouble(): Promise<string> {
  const settings = { instance: 'http://127.0.0.1:9', hashtags: ['anadoluhat'], stream: false };
  const source = await admin.must('POST', '/sources', {
    kind: 'mastodon',
    name: 'Out of reach',
    settings,
    intervalSeconds: 3600,
  });
  const said = async () => (await admin.must('GET', `/sources/${source.id}`)).lastNotes[0]?.code as string | undefined;
  expect(await eventually(said, 15_000, 'a poll that failed')).toBe('unreachable');
  return source.id as string;
}

function postOf([name, text, minutes]: readonly [string, string, number]): Record<string, unknown> {
  const author = { handle: name.toLowerCase().replace(/\W/g, ''), name, followers: 900 };
  return aPost({ text, author, postedAt: new Date(Date.now() - minutes * 60_000).toISOString() });
}

const open = (view: { colour: 'light' | 'dark'; width: number }) =>
  signedIn(browser, desk.url, ADMIN, {
    viewport: { width: view.width, height: view.width > 500 ? 900 : 780 },
    colorScheme: view.colour,
  });

/** As a link inside the page leads there: nothing is loaded again. */
async function walkTo(page: Page, place: string): Promise<void> {
  await page.evaluate(`document.querySelector('h1, h2')?.setAttribute('data-left', ''); history.pushState({}, '', '/${place}')`);
  // The head of the page before goes, unless both pages share it.
  await page
    .locator('[data-left]')
    .waitFor({ state: 'detached', timeout: 500 })
    .catch(() => undefined);
}

/** Loaded, and without the shapes that stand for what is still coming. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor({ timeout: 15_000 });
  const coming = page.locator('[aria-busy=true], .skeleton, .mantine-Skeleton-root').first();
  await coming.waitFor({ state: 'detached', timeout: 8000 }).catch(() => undefined); // axe and the picture then show what it is
  await page.waitForTimeout(100);
}

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Runs in the page, whose names this program does not know; hence a text. */
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then((r) => r.violations)`;

/** @returns what axe calls serious or critical on the page as it is */
async function seriousFaults(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  const violations = await page.evaluate<Violation[]>(RUN_AXE);
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => ({ id: v.id, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)) }));
}

describe.each(LOOKS)('$locale, $colour, $width px', (look) => {
  it('shows every page without a serious fault of access, without sideways scrolling and without an error', async () => {
    await admin.must('PATCH', '/me', { locale: look.locale });
    const { context, page, problems } = await open(look);
    await context.addInitScript({ path: AXE });
    const faults: unknown[] = [];
    for (const at of PAGES) {
      const place = at.replace(/[A-Z]{4,}/, (name) => ids[name] ?? name);
      // Addresses are opened in one look; in the others the pages follow each other as by links.
      if (look === LOOKS[0] || at === PAGES[0]) await page.goto(`${desk.url}/${place}`);
      else await walkTo(page, place);
      await settled(page);
      // The page speaks the browser's language until it knows who has signed in.
      await eventually(async () => (await languageOf(page)) === look.locale || undefined, 15_000, `${at} in ${look.locale}`);
      const name = at.replaceAll('/', '-').toLowerCase();
      await page.screenshot({ path: `${SHOTS}/${name}-${look.locale}-${look.colour}-${look.width}.png` });
      faults.push(...(await seriousFaults(page)).map((fault) => ({ at, ...fault })));
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (beyond > 0) faults.push({ at, id: 'scrolls sideways', beyond });
    }
    await context.close();
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
  }, 120_000);
});

describe('what a poll that failed says', () => {
  it.each([
    ['tr', 'Zor duyuyor: ulaşılamıyor', 'Mastodon için bağlantı kurulamıyor'],
    ['sk', 'Počuje zle: nedá sa dosiahnuť', 'Mastodon: spojenie sa nedá nadviazať'],
  ])(
    'is told in %s on the page of its source and in the Watchtower',
    async (locale, health, words) => {
      await admin.must('PATCH', '/me', { locale });
      const { context, page } = await open({ colour: 'light', width: 1440 });
      await page.goto(`${desk.url}/sources/${ids['TROUBLE']}`);
      await page.locator('td .notes-said li').filter({ hasText: words }).waitFor({ timeout: 15_000 });
      const mark = page.locator('.plain').filter({ hasText: health }).first();
      expect(await mark.getAttribute('title')).toContain(words);
      await page.goto(`${desk.url}/watchtower`);
      const row = page.locator('.hears').filter({ hasText: 'Out of reach' });
      await row.filter({ hasText: health }).waitFor({ timeout: 15_000 });
      await context.close();
    },
    40_000,
  );
});

describe('the sign-in page', () => {
  it('lets in by the keyboard, and says what is wrong with a wrong password', async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addInitScript({ path: AXE });
    const page = await context.newPage();
    await page.goto(desk.url);
    await page.locator('input[type=email]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.screenshot({ path: `${SHOTS}/sign-in.png` });
    await page.locator('input[type=email]').fill('defne@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('a-wrong-password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    await page.locator('input[name=password]').fill('a-long-password');
    await page.keyboard.press('Enter');
    await page.locator('.case-row').first().waitFor({ timeout: 10_000 });
    await context.close();
  }, 40_000);
});

describe('a page without a line', () => {
  it('keeps its frame where a room cannot be fetched, and shows the room once the line is back, without a reload', async () => {
    await admin.must('PATCH', '/me', { locale: 'en' });
    const { context, page } = await open({ colour: 'light', width: 1440 });
    await page.goto(`${desk.url}/queue/open`);
    await page.locator('.nav .live[data-state=live]').waitFor({ timeout: 15_000 });
    await page.evaluate('window.sameDocument = true');
    await context.setOffline(true);
    await page.locator('.banner--offline').waitFor({ timeout: 15_000 });
    await page.locator('.nav a[href="/learning"]').click();
    await page.getByRole('alert').filter({ hasText: 'The desk cannot be reached' }).waitFor({ timeout: 15_000 });
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Learning' }).waitFor({ timeout: 20_000 });
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    await context.close();
  }, 60_000);
});

describe('a case where there is little room', () => {
  it('leads back from a case that is not there, on a phone as well', async () => {
    const { context, page } = await open({ colour: 'light', width: 360 });
    await page.goto(`${desk.url}/queue/open/999999`);
    await page.getByRole('alert').waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.locator('.case-row').first().waitFor({ timeout: 15_000 });
    await context.close();
  }, 30_000);

  it.each([360, 1280])(
    'keeps the name whole and the button to send in sight at %d px, however many hints there are',
    async (width) => {
      const { context, page } = await open({ colour: 'light', width });
      await page.goto(`${desk.url}/queue/open/${ids['CHOICE']}`);
      await page
        .locator('.composer textarea')
        .fill('This is NOT our fault, as per our policy you should have read the terms!!! We will call you tomorrow by 10:00.');
      await page.locator('.tone li').nth(3).waitFor({ timeout: 15_000 });
      const name = await page.locator('.case-head__name').boundingBox();
      expect(name?.height).toBeLessThan(48); // two lines
      const send = await page.locator('.composer__foot .mantine-Button-root').boundingBox();
      expect((send?.y ?? Infinity) + (send?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
      expect(await page.locator('.timeline').evaluate((box) => box.clientHeight)).toBeGreaterThan(80);
      await page.locator('.composer textarea').fill('Marek, we are sorry. We look into it.');
      await context.close();
    },
    40_000,
  );
});

describe('the keyboard alone', () => {
  it('moves, opens, claims, replies and resolves: j k Enter c r e', async () => {
    await admin.must('PATCH', '/me', { locale: 'en' });
    const { context, page } = await open({ colour: 'light', width: 1440 });
    await page.goto(`${desk.url}/queue/open`);
    await page.locator('.case-row').first().waitFor();
    const caseInView = () => /\/queue\/[\w-]+\/(\d+)/.exec(page.url())?.[1];
    const after = async (key: string, before: string | undefined) => {
      await page.keyboard.press(key);
      return eventually(() => (caseInView() !== before ? caseInView() : undefined), 5000, `moving by ${key}`);
    };
    const one = await after('j', undefined);
    const two = await after('j', one);
    expect(await after('k', two)).toBe(one);
    await page.keyboard.press('Enter');
    await page.locator('.case-head').getByRole('button', { name: 'Claim' }).waitFor();
    const { card } = await admin.must('GET', `/cases/${one}`);
    expect(card.status).toBe('open');
    const becomes = (fits: (c: typeof card) => boolean) =>
      eventually(async () => (fits((await admin.must('GET', `/cases/${one}`)).card) ? true : undefined));
    await page.keyboard.press('c');
    await becomes((c) => c.status === 'claimed');
    await page.locator('.case-head').getByRole('button', { name: 'Claim' }).waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    await page.locator('.composer textarea:focus').waitFor();
    await page.keyboard.type('It is repaired. Sorry for the wait.');
    await page.keyboard.press('Control+Enter');
    await becomes((c) => c.answeredAt !== null);
    await page.locator('.composer textarea:focus').waitFor({ state: 'detached' });
    await page.screenshot({ path: `${SHOTS}/case-answered.png` });
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${SHOTS}/resolve-dialog.png` });
    await page.keyboard.press('Enter');
    await becomes((c) => c.status === 'resolved');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${SHOTS}/keyboard-help.png` });
    await context.close();
  }, 60_000);
});
