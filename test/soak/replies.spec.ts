/**
 * Exactly once, under fire: acknowledgements by machine and answers by people, to networks on this machine, while two processes are killed and
 * calls are cut before or after their effect. `npm run soak:replies` runs both long; SOAK_NETWORKS names some networks only.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { addWebhook, aPost, type Client, type Webhook } from '../support/desk.js';
import { dataFolder, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { ReplyCatcher, type Mishap } from '../support/reply-catcher.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import { answerAll, complain, Desks, endsOfNetworks, listen, stage, type NetworkEnd } from './answering.js';
import { NETWORKS, type StagedNetwork } from './networks.js';
import { asManagers, randomFrom, settledReplies, sleep } from './soak-desk.js';

const MANY = Number(process.env['SOAK_REPLIES'] ?? 20);
const LONG = process.env['SOAK_REPLIES'] !== undefined;
const SEED = Number(process.env['SOAK_SEED'] ?? 20261122);
const NAMES = process.env['SOAK_NETWORKS']?.split(',') ?? Object.keys(NETWORKS);
/** Answers on each network. */
const EACH = LONG ? MANY : 4;
const random = randomFrom(SEED);

let database: TestDatabase;
let network: ReplyCatcher;
let x: XServer;
let db: pg.Pool;
let networks: StagedNetwork[] = [];
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
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  await Promise.all([start(0), start(1)]);
  admin = await (desks[0] as DeskProcess).admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"anadolu hat" OR @anadoluhat' });
  hook = await addWebhook(admin, { network: 'forum', replyUrl: network.url });
  await asManagers(admin, { perHour: 10_000, perNetworkHour: 10_000, stormPerFiveMinutes: 10_000 });
}, 120_000);
afterAll(async () => {
  killAll();
  await network?.stop();
  await x?.stop();
  await Promise.all(networks.map((one) => one.stop()));
  await db?.end();
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

async function kill(n: number): Promise<void> {
  const desk = desks[n];
  desks[n] = null;
  await desk?.kill('SIGKILL');
}

/** Kills one of the two and starts it again, again and again. @returns how often */
async function killing(until: Promise<unknown>): Promise<number> {
  let over = false;
  void until.finally(() => (over = true));
  let kills = 0;
  for (; !over && (LONG || kills < 1); kills += 1) {
    await sleep(700 + (LONG ? random() * 1300 : 0));
    const n = random() < 0.5 ? 0 : 1;
    await kill(n);
    // On a loaded machine a start may take longer than a test waits for it: then another one.
    while (!desks[n] && !over) await start(n).catch(() => undefined);
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

/** Fast forward for networks that show at once what they took: nobody has to wait for what may still come to light, nor to look for it a dozen times. */
async function hurry(): Promise<void> {
  await db.query(
    `update reply set due_at = now() where state in ('waiting', 'unknown') and due_at > now() + interval '1 second'`,
  );
}

/** Both at once, so that nobody is left who may still be sending; what they held is taken up at once instead of after a minute. */
async function killBoth(): Promise<void> {
  await Promise.all([kill(0), kill(1)]);
  await db.query(`update reply set due_at = now(), lease_until = now() where state = 'sending'`);
  await Promise.all([start(0), start(1)]);
}

const ended = (ends: readonly NetworkEnd[]) => ends.reduce((sum, { sent, parked, refused }) => sum + sent + parked + refused, 0);

it(`${EACH} answers on each network, by people, under kills and cut calls: none twice, none lost, the parked ones explained`, async () => {
  const started = Date.now();
  await (await (desks[0] as DeskProcess).admin()).must('POST', '/automation/stop');
  networks = await stage(NAMES);
  const { email, password } = { email: 'ece@example.com', password: 'a-long-password' };
  const here = await (desks[0] as DeskProcess).admin();
  await here.must('POST', '/people', { email, name: 'Ece', roles: ['responder'], password });
  const staff = new Desks(desks, (await here.signIn(email, password)).headers);
  const doors = await listen(here, networks, LONG ? 5 : 1);
  for (const one of networks) {
    for (let i = 0; i < EACH; i += 1) {
      const dice = LONG ? random() : i / EACH;
      // Of a hundred calls twelve lose their answer after the effect, and eight never arrive; of four, one each.
      if (dice < (LONG ? 0.2 : 0.5)) one.mishap(dice < (LONG ? 0.12 : 0.25) ? 'lost' : 'cut', Math.floor(random() * EACH * (LONG ? 1 : 0.6)));
    }
  }
  const due = networks.length * EACH;
  let ends: NetworkEnd[] = [];
  const settled = (async () => {
    await Promise.all([complain(networks, doors, EACH, staff), answerAll(db, staff, networks, due)]);
    for (const end = Date.now() + (LONG ? 40 * 60_000 : 120_000); Date.now() < end; await sleep(LONG ? 20_000 : 200)) {
      if (!LONG) await hurry();
      ends = await endsOfNetworks(db, networks);
      if (LONG) console.log(`soak:replies ${ended(ends)} of ${due} ended`);
      if (ended(ends) >= due) return;
    }
  })();
  let kills = 0;
  if (LONG) kills = await killing(settled);
  else {
    for (; ended(ends) < due / 5 && kills === 0; await sleep(100)) ends = await endsOfNetworks(db, networks);
    await killBoth();
    kills = 2;
  }
  await settled;
  console.log(`soak:replies seed ${SEED}: ${EACH} on each of ${networks.length} networks, ${kills} kills, ${Math.round((Date.now() - started) / 1000)} s\n${ends.map((end) => JSON.stringify(end)).join('\n')}`); // prettier-ignore
  for (const end of ends) {
    expect(end).toMatchObject({ due: EACH, twice: 0, lost: 0, unknown: 0, open: 0, refused: 0 });
    expect(end.sent + end.parked).toBe(EACH);
    // What is parked says what a person has to look for.
    expect(end.why.every((reason) => reason.length > 20)).toBe(true);
  }
  // Telegram shows a bot nothing: what was lost there is a person's matter, and nothing else is.
  const parked = ends.filter((end) => end.parked > 0).map((end) => end.network);
  if (!LONG) expect(parked.filter((name) => name !== 'email')).toEqual(NAMES.includes('telegram') ? ['telegram'] : []);
}, LONG ? 4 * 3_600_000 : 300_000); // prettier-ignore
