/** `kill -9` at each named step of hearing, promising and answering; then a start as if nothing had been: nothing lost, nothing twice. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { addWebhook, aPost, Client, sign, type Webhook } from '../support/desk.js';
import { eventually, lapseLeases } from '../support/desk-process.js';
import { checkInvariants } from '../support/invariants.js';
import { killedDesk, type KilledDesk } from '../support/killed-desk.js';
import { X_KEYS, XServer } from '../support/x-server.js';

let desks: KilledDesk;
let db: pg.Client;
let x: XServer;
let hook: Webhook;
const heard: string[] = [];
let text = 0;

beforeAll(async () => {
  x = await XServer.start({ rateLimit: 100_000 });
  desks = await killedDesk({ EARSHOT_ALLOWED_HOSTS: new URL(x.url).host });
  ({ db } = desks);
  await desks.withDesk(undefined, async (_, admin) => {
    await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat" OR @AnadoluHat' });
    hook = await addWebhook(admin);
    const settings = { query: 'anadolu', ...X_KEYS, baseUrl: x.url };
    await admin.must('POST', '/sources', { kind: 'x', name: 'X', settings, intervalSeconds: 1, casesForHours: null });
    complain();
    await eventually(async () => ((await mentions()) === 1 ? true : undefined), 20_000, 'the first poll');
  });
}, 90_000);
afterAll(async () => {
  await desks.stop();
  await x.stop();
}, 20_000);

/** Somebody complains on X, each from an account of their own. X counts ids by time of arrival, so an old date needs an id of now. */
function complain(createdAt = new Date()): string {
  const id = String((BigInt(Date.now() - 1_288_834_974_657) << 22n) + BigInt(++text));
  x.post(`customer${text}`, `@AnadoluHat anadolu hat: my line has been dead for ${text} days, fix it!`, { createdAt, id });
  heard.push(id);
  return id;
}

const count = async (sql: string) => (await db.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0;
const mentions = () => count('mention');
const allHeard = () => eventually(async () => ((await mentions()) === heard.length ? true : undefined), 20_000, 'hearing all');

describe('kill -9 while hearing', () => {
  it.each(['poll.page-fetched', 'ingest.before-store', 'ingest.after-store', 'poll.page-stored'])(
    'at %s of a poll: caught up within seconds, nothing twice',
    async (step) => {
      for (let i = 0; i < 3; i++) complain();
      await desks.fallAt(step);
      if (step !== 'poll.page-fetched') await lapseLeases(db); // once it is waited for
      const killed = Date.now();
      await desks.withDesk(undefined, async () => {
        await allHeard();
        expect(Date.now() - killed).toBeLessThan(40_000);
        await checkInvariants(db, { heard, x });
      });
    },
    45_000,
  );

  it.each(['ingest.before-store', 'ingest.after-store'])(
    'at %s of a delivery: the sender tries again and each post is there once',
    async (step) => {
      const posts = [aPost(), aPost()];
      await db.query(`update source set enabled = false where kind = 'x'`);
      await desks.withDesk(step, async (desk) => {
        await expect(pushTo(desk.url, posts)).rejects.toThrow();
        expect(await desk.ended).toMatchObject({ signal: 'SIGKILL' });
      });
      await db.query(`update source set enabled = true where kind = 'x'`);
      heard.push(...posts.map((p) => p['externalId'] as string));
      await desks.withDesk(undefined, async (desk) => {
        const answer = await pushTo(desk.url, posts);
        expect(answer.body.accepted + answer.body.duplicate).toBe(2);
        expect(answer.body.duplicate).toBe(step === 'ingest.after-store' ? 2 : 0);
        await allHeard();
        await checkInvariants(db, { heard, x });
      });
    },
    45_000,
  );
});

/** The webhook of this test on whichever process runs. */
async function pushTo(url: string, posts: unknown) {
  const body = JSON.stringify(posts);
  const headers = { 'content-type': 'application/json', 'x-earshot-signature': sign(hook.secret, body) };
  return new Client(url).call('POST', `/api/v1/sources/${hook.id}/posts`, body, headers);
}

describe('kill -9 while promising', () => {
  it.each(['clocks.before-fire', 'clocks.after-fire', 'escalations.before-raise'])(
    'at %s: each breach once, raised once',
    async (step) => {
      const before = await count('clock where breached_at is not null');
      for (let i = 0; i < 3; i++) complain(new Date(Date.now() - 26 * 3_600_000));
      await desks.fallAt(step);
      await desks.withDesk(undefined, async () => {
        await allHeard();
        await eventually(async () => ((await count('clock where breached_at is not null')) >= before + 6 ? true : undefined));
        await eventually(async () =>
          (await count('escalation')) === (await count('clock where breached_at is not null')) ? true : undefined,
        );
        await checkInvariants(db, { heard, x });
      });
    },
    45_000,
  );
});

describe('kill -9 while answering', () => {
  it.each(['reply.before-send', 'reply.after-send', 'reply.before-record', 'reply.after-record'])(
    'at %s: the reply stands at X exactly once',
    async (step) => {
      const id = complain();
      const words = `We are looking into it, number ${++text}.`;
      await desks.withDesk(step, async (desk, admin) => {
        await allHeard();
        const [row] = (await db.query<{ case_id: string }>(`select case_id from mention where external_id = $1`, [id])).rows;
        await admin.post(`/cases/${row?.case_id}/reply`, { text: words }).catch(() => 'the answer was cut off with the process');
        expect(await desk.ended).toMatchObject({ signal: 'SIGKILL' });
      });
      const state = async () =>
        (await db.query<{ state: string }>(`select state from reply where text = $1`, [words])).rows[0]?.state;
      expect(x.ourPosts().filter((p) => p.text.includes(words))).toHaveLength(step === 'reply.before-send' ? 0 : 1);
      await desks.withDesk(undefined, async () => {
        if (step !== 'reply.after-record') {
          // A minute must pass before a dead sender's reply is looked for; here it passes at once.
          expect(await state()).toBe('sending');
          await db.query(`update reply set due_at = due_at - interval '61 seconds', lease_until = lease_until - interval '61 seconds',
            first_attempt_at = first_attempt_at - interval '61 seconds' where text = $1`, [words]); // prettier-ignore
        }
        await eventually(async () => ((await state()) === 'sent' ? true : undefined), 10_000, 'settling the reply');
        expect(x.ourPosts().filter((p) => p.text.includes(words))).toHaveLength(1);
        await checkInvariants(db, { heard, x });
      });
      const answered = await count(
        `activity a join reply r on r.id::text = a.data ->> 'reply' where r.text = '${words}' and a.kind = 'answered'`,
      );
      expect(answered).toBe(1);
    },
    45_000,
  );
});
