/** Finds a Chromium and opens it: CHROMIUM_PATH, Debian's, an installed Chrome, else the one shipped inside an npm package. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Without these a Chromium calls its maker's services at every start. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns where a Chromium is. @throws Error that says how to get one: a page that nobody looked at is not tested */
export async function findChromium(): Promise<string> {
  const installed = PLACES.find((place) => place !== undefined && existsSync(place));
  if (installed) return installed;
  try {
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'; // else the package does not unpack its libraries
    const shipped = (await import('@sparticuz/chromium')) as unknown as { default: { executablePath(): Promise<string> } };
    return await shipped.default.executablePath();
  } catch (error) {
    throw new Error(`No Chromium for the browser tests: set CHROMIUM_PATH or install one (${(error as Error).message})`);
  }
}

export async function openBrowser(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 || process.env['AWS_EXECUTION_ENV'] ? ['--no-sandbox', '--no-zygote'] : [];
  return chromium.launch({
    executablePath: await findChromium(),
    headless: true,
    args: [...QUIET, ...sandbox],
    env: { ...process.env, HOME: tmpdir() } as Record<string, string>,
  });
}

export type View = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A window of somebody who is signed in; errors of the page fail whoever looks at `problems`. */
export async function signedIn(
  browser: Browser,
  url: string,
  who: { email: string; password: string },
  view: View = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...view,
  });
  const answer = await context.request.post(`${url}/api/v1/session`, { data: who, headers: { origin: url } });
  if (answer.status() !== 200) throw new Error(`signing in answered ${answer.status()}`);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return { context, page, problems };
}
