/**
 * Exactly once, under fire: acknowledgements by machine and answers by people, to networks on this machine, while two processes are killed and
 * calls are cut before or after their effect. `npm run soak:replies` runs both long; SOAK_NETWORKS names some networks only, SOAK_MINUTES ends it
 * early. What has come to its end is counted every twenty seconds, so that a soak that is broken off has its figures too.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { addWebhook, aPost, type Client, type Webhook } from '../support/desk.js';
import { killAll } from '../support/desk-process.js';
import { ReplyCatcher, type Mishap } from '../support/reply-catcher.js';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import { answerAll, complain, Desks, endsOfNetworks, listen, stage, tableOf, type NetworkEnd } from './answering.js';
import { NETWORKS, type StagedNetwork } from './networks.js';
import { asManagers, randomFrom, settledReplies, sleep } from './soak-desk.js';
import { TwoDesks } from './two-desks.js';

const MANY = Number(process.env['SOAK_REPLIES'] ?? 20);
const LONG = process.env['SOAK_REPLIES'] !== undefined;
const SEED = Number(process.env['SOAK_SEED'] ?? 20261122);
const NAMES = process.env['SOAK_NETWORKS']?.split(',') ?? Object.keys(NETWORKS);
/** Answers on each network. */
const EACH = LONG ? MANY : 4;
const LONGEST_MS = LONG ? Number(process.env['SOAK_MINUTES'] ?? 30) * 60_000 : 120_000;
const random = randomFrom(SEED);

let database: TestDatabase;
let network: ReplyCatcher;
let x: XServer;
let db: pg.Pool;
let networks: StagedNetwork[] = [];
let desks: TwoDesks;
let admin: Client;
let hook: Webhook;

beforeAll(async () => {
  [database, network, x] = [await cloneDatabase(), await ReplyCatcher.start(), await XServer.start()];
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  desks = new TwoDesks(database.url, db, random);
  await Promise.all([desks.start(0), desks.start(1)]);
  admin = await desks.first().admin();
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
  desks?.remove();
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
  let over = false;
  const settled = settledReplies(database.url, MANY, { hurry: !LONG, ms: LONGEST_MS / 2 }).finally(() => (over = true));
  const before = desks.kills;
  if (LONG) await Promise.all([settled, desks.kill(() => over), hurrying(() => over)]);
  else await sleep(700).then(() => desks.killBoth());
  const ends = await settled;
  const kills = desks.kills - before;
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

/** @returns when `over` says so; until then nobody waits for what these networks show at once */
async function hurrying(over: () => boolean): Promise<void> {
  for (; !over(); await sleep(500)) await desks.hurry();
}

const ended = (ends: readonly NetworkEnd[]) => ends.reduce((sum, { sent, parked, refused }) => sum + sent + parked + refused, 0);

/** Of a hundred calls twelve lose their answer after the effect, and eight never arrive; of four, one each. */
function setMishaps(): void {
  for (const one of networks) {
    for (let i = 0; i < EACH; i += 1) {
      const dice = LONG ? random() : i / EACH;
      if (dice < (LONG ? 0.2 : 0.5))
        one.mishap(dice < (LONG ? 0.12 : 0.25) ? 'lost' : 'cut', Math.floor(random() * EACH * (LONG ? 1 : 0.6)));
    }
  }
}

it(`${EACH} answers on each network, by people, under kills and cut calls: none twice, none lost, the parked ones explained`, async () => {
  const started = Date.now();
  const here = await desks.first().admin();
  await here.must('POST', '/automation/stop');
  networks = await stage(NAMES);
  const { email, password } = { email: 'ece@example.com', password: 'a-long-password' };
  await here.must('POST', '/people', { email, name: 'Ece', roles: ['responder'], password });
  const staff = new Desks(desks.all, (await here.signIn(email, password)).headers);
  const doors = await listen(here, networks, LONG ? 2 : 1);
  setMishaps();
  const due = networks.length * EACH;
  const before = desks.kills;
  let ends: NetworkEnd[] = [];
  let answered = false;
  let over = false;
  const done = () => over || ended(ends) >= due;
  const said = () => `soak:replies seed ${SEED}: ${EACH} on each of ${networks.length} networks, ${ended(ends)} of ${due} ended, ${desks.kills - before} kills, ${Math.round((Date.now() - started) / 1000)} s\n${tableOf(ends)}`; // prettier-ignore
  const counting = async (): Promise<void> => {
    for (let told = Date.now(); !done(); await sleep(LONG ? 1000 : 200)) {
      ends = await endsOfNetworks(db, networks);
      if (Date.now() - started > LONGEST_MS) over = true;
      if (Date.now() - told < 20_000) continue;
      console.log(said());
      told = Date.now();
    }
  };
  const working = Promise.all([complain(networks, doors, EACH, staff, () => over), answerAll(db, staff, networks, due, () => over)]);
  void working.then(() => (answered = true));
  const fire = async (): Promise<void> => {
    if (LONG) await desks.kill(() => over || (answered && ended(ends) >= due * 0.95));
    else while (ended(ends) < due / 5 && !done()) await sleep(100);
    // The last ones in one go: what the dead held is not waited for.
    await desks.killBoth();
  };
  await Promise.all([counting(), fire(), hurrying(done), working]);
  console.log(said());
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
