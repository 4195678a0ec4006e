/**
 * Exactly once, under fire: acknowledgements by machine to networks on this machine, while processes are killed and answers are lost.
 * `npm run soak:replies` runs it long, with X as well, whose unknown outcomes take half a minute each to settle.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addWebhook, aPost, type Client, type Webhook } from '../support/desk.js';
import { dataFolder, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { ReplyCatcher, type Mishap } from '../support/reply-catcher.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import { asManagers, randomFrom, settledReplies, sleep } from './soak-desk.js';

const MANY = Number(process.env['SOAK_REPLIES'] ?? 40);
const LONG = MANY > 100;
const SEED = Number(process.env['SOAK_SEED'] ?? 20261122);
const random = randomFrom(SEED);

let database: TestDatabase;
let network: ReplyCatcher;
let x: XServer;
const files = [dataFolder(), dataFolder()];
const desks: (DeskProcess | null)[] = [null, null];
let admin: Client;
let hook: Webhook;

const start = async (n: number) => {
  const env = {
    DATABASE_URL: database.url,
    EARSHOT_DATA_DIR: files[n]?.folder ?? '',
    EARSHOT_KEY: 'a'.repeat(64),
    EARSHOT_ALLOWED_HOSTS: '127.0.0.1',
  };
  desks[n] = await startDeskProcess(env);
};

beforeAll(async () => {
  [database, network, x] = [await cloneDatabase(), await ReplyCatcher.start(), await XServer.start()];
  await start(0);
  await start(1);
  admin = await (desks[0] as DeskProcess).admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"anadolu hat" OR @anadoluhat' });
  hook = await addWebhook(admin, { network: 'forum', replyUrl: network.url });
  await asManagers(admin, { perHour: 10_000, perNetworkHour: 10_000, stormPerFiveMinutes: 10_000 });
}, 120_000);
afterAll(async () => {
  killAll();
  await network?.stop();
  await x?.stop();
  await database?.drop();
  for (const file of files) file.remove();
}, 60_000);

/** Of a hundred calls some lose their answer after the effect, some never arrive, some are put off. */
const mishap = (): Mishap | null => {
  const dice = random();
  return dice < 0.12 ? 'lost' : dice < 0.2 ? 'cut-before' : dice < 0.24 ? 'busy' : null;
};

async function listenToX(): Promise<void> {
  const settings = { listenToMentions: true, ...X_KEYS, baseUrl: x.url };
  const { id } = await admin.must('POST', '/sources', { kind: 'x', name: 'X', settings, intervalSeconds: 1 });
  await admin.must('PUT', `/accounts/${id}`, { plan: 'self-serve', markedAutomated: true, placeAgrees: false });
  // Only once a poll has said who we are can a post be known to mention us; until then people answer.
  for (let known = false; !known; await sleep(500))
    known = (await admin.must('GET', `/sources/${id}`)).account?.handle === 'AnadoluHat';
}

/** Kills one of the two and starts it again, again and again. @returns how often */
async function killing(until: Promise<unknown>): Promise<number> {
  let over = false;
  void until.finally(() => (over = true));
  let kills = 0;
  for (; !over && (LONG || kills < 1); kills += 1) {
    await sleep(700 + (LONG ? random() * 1300 : 0));
    const n = random() < 0.5 ? 0 : 1;
    await desks[n]?.kill('SIGKILL');
    await start(n);
  }
  return kills;
}

it(`${MANY} acknowledgements under kills, lost answers and two workers: none twice, none lost`, async () => {
  const started = Date.now();
  const onX = LONG ? Math.floor(MANY / 2) : 0;
  network.mishap = mishap;
  const posts = Array.from({ length: MANY - onX }, (_, i) => aPost({ externalId: `p${i}`, author: { handle: `customer${i}`, name: 'Deniz Aksoy' } }));
  for (let i = 0; i < posts.length; i += 50) await hook.push(posts.slice(i, i + 50));
  if (onX > 0) await listenToX();
  for (let i = 0; i < onX; i += 1) {
    x.post(`xcustomer${i}`, '@AnadoluHat my internet has been down for three days, this is unacceptable. Please fix it!', { lang: 'en' });
    if (random() < 0.12) x.fail({ kind: random() < 0.6 ? 'lost-after-effect' : 'cut-before' }, { method: 'POST' });
  }
  const settled = settledReplies(database.url, MANY, { hurry: !LONG, ms: LONG ? 20 * 60_000 : 60_000 });
  const kills = await killing(settled);
  const ends = await settled;
  const onForum = countBy(network.taken.map(({ inReplyTo }) => inReplyTo.externalId));
  const onXs = countBy(x.ourPosts().flatMap(({ references }) => references.filter(({ type }) => type === 'replied_to').map(({ id }) => id)));
  const twice = [...onForum, ...onXs].filter(([, times]) => times > 1);
  console.log(`soak:replies seed ${SEED}: ${MANY} due (${onX} on X), ${kills} kills, ${network.calls} calls for ${network.taken.length} on the forum, ends ${JSON.stringify(ends)}, twice ${twice.length}, ${Math.round((Date.now() - started) / 1000)} s`); // prettier-ignore
  expect(twice).toEqual([]);
  expect(ends.sent + ends.parked + ends.refused).toBe(MANY);
  // What is recorded as sent stands there, and nothing else does but what a person must look at.
  expect(onForum.size + onXs.size).toBeGreaterThanOrEqual(ends.sent);
  expect(onForum.size + onXs.size).toBeLessThanOrEqual(ends.sent + ends.parked);
}, LONG ? 1_500_000 : 120_000); // prettier-ignore

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
