/**
 * A storm: complaints in thousands, and another bot that answers every acknowledgement. Caps hold, the loop is cut after one, every post has its
 * line in the ledger. `npm run soak:storm` sends 10,000.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPost, startDesk, type Desk, type Webhook } from '../support/desk.js';
import { ReplyCatcher } from '../support/reply-catcher.js';
import { asManagers, sleep } from './soak-desk.js';

const MANY = Number(process.env['SOAK_STORM'] ?? 600);
const LIMITS = { perAuthor: 1, perHour: 200, perNetworkHour: 150, stormPerFiveMinutes: 60 };

let desk: Desk;
let network: ReplyCatcher;
let hook: Webhook;

beforeAll(async () => {
  network = await ReplyCatcher.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"anadolu hat"' });
  hook = await desk.webhook({ network: 'forum', replyUrl: network.url });
  await asManagers(desk.admin, LIMITS);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await network.stop();
});

async function until(fits: () => Promise<boolean>, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !(await fits()); await sleep(100))
    if (Date.now() > end) throw new Error('it did not come to pass');
}
const count = async (sql: string) => Number((await desk.db.one<{ n: string }>(`select count(*) as n from ${sql}`))?.n);
const undecided = () => count(`mention m where case_id is not null and not exists (select from acknowledgement_decision d where d.mention_id = m.id and not shadow and d.outcome <> 'waiting')`); // prettier-ignore

it('cuts a loop with another bot after one', async () => {
  const bot = { handle: 'helpful_desk', name: 'Helpful Desk' };
  const say = (externalId: string, inReplyTo: string | null) =>
    hook.push([aPost({ externalId, author: bot, text: `Anadolu Hat is down, unacceptable, fix it! ${externalId}`, ...(inReplyTo && { inReplyTo, threadId: 'loop' }), ...(!inReplyTo && { threadId: 'loop' }) })]); // prettier-ignore
  await say('loop-0', null);
  await until(async () => network.taken.length === 1, 20_000);
  for (let i = 1; i <= 30; i += 1) await say(`loop-${i}`, network.taken.at(-1)?.key ?? null);
  // Resolving the case does not open the way for the next round.
  await desk.db.query(`update desk_case set status = 'resolved', resolved_at = now(), outcome = 'solved'`);
  await say('loop-again', network.taken.at(-1)?.key ?? null);
  await until(async () => (await undecided()) === 0, 20_000);
  expect(network.taken.length).toBe(1);
  const lines = await desk.db.query<{ outcome: string; n: string }>(
    `select outcome, count(*) as n from acknowledgement_decision group by 1 order by 1`,
  );
  expect(lines).toEqual([
    { outcome: 'joined', n: '30' },
    { outcome: 'queued', n: '1' },
    { outcome: 'refused', n: '1' },
  ]);
}, 60_000);

it(`${MANY} complaints at once: caps hold, people take over, every post has its line`, async () => {
  const started = Date.now();
  const posts = Array.from({ length: MANY }, (_, i) =>
    aPost({ externalId: `s${i}`, author: { handle: `storm${i}`, name: 'Deniz Aksoy' } }),
  );
  for (let i = 0; i < posts.length; i += 500) {
    const { body } = await hook.push(posts.slice(i, i + 500));
    expect(body).toMatchObject({ accepted: Math.min(500, posts.length - i) });
  }
  const heard = Date.now() - started;
  await until(async () => (await undecided()) === 0, 240_000);
  const decided = Date.now() - started;
  // The minute of the promise is for the long form, alone on its machine.
  if (process.env['SOAK_STORM'] !== undefined) expect(decided).toBeLessThan(60_000);
  await until(async () => (await count(`reply where due_at is not null`)) === 0, 60_000);
  const lines = await desk.db.query<{ outcome: string; reason: string | null; n: string }>(
    `select outcome, reason, count(*) as n from acknowledgement_decision d join mention m on m.id = d.mention_id and m.external_id like 's%' group by 1, 2 order by 1, 2`,
  );
  console.log(`soak:storm ${MANY} heard after ${heard} ms, decided after ${decided} ms, sent ${network.taken.length - 1}, ledger ${JSON.stringify(lines)}`); // prettier-ignore
  expect(lines.reduce((sum, { n }) => sum + Number(n), 0)).toBe(MANY);
  expect(lines.every(({ outcome, reason }) => outcome === 'queued' || reason !== null)).toBe(true);
  // One of the five minutes' sixty went to the loop's first.
  expect(network.taken.length).toBeLessThanOrEqual(LIMITS.stormPerFiveMinutes);
  expect(new Set(network.taken.map(({ inReplyTo }) => inReplyTo.externalId)).size).toBe(network.taken.length);
  const { holds } = await desk.admin.must<{ holds: { reason: string }[] }>('GET', '/automation');
  expect(holds).toMatchObject([{ reason: 'storm' }]);
  expect(lines.find(({ reason }) => reason === 'hand-mode')).toBeDefined();
}, 400_000);
