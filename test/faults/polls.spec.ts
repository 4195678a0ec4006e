/** Two workers over many sources, clocks and replies: each once. And polls that bring nonsense, too much, or a "not now". */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startDesk, startDeskOn, type Client, type Desk } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { checkInvariants } from '../support/invariants.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import type { Answer } from '../support/x-server/refusal.js';
import { promiseSeconds } from '../support/promises.js';

const SEARCH = '/2/tweets/search/recent';
const SOURCES = 12;
/** Longer than any turn, and shorter than the lease after which a reply whose sender failed is taken up. */
const STANDSTILL_MS = 30_000;
const heard: string[] = [];
let x: XServer;
let desk: Desk;
let second: Desk;
let db: pg.Client;
let responder: Client;
const sources: string[] = [];
let people = 0;

beforeAll(async () => {
  x = await XServer.start({ rateLimit: 1_000_000 });
  const env = { EARSHOT_KEY: 'e5'.repeat(32), EARSHOT_ALLOWED_HOSTS: new URL(x.url).host };
  desk = await startDesk(env);
  second = await startDeskOn(desk.databaseUrl, env);
  db = new pg.Client({ connectionString: desk.databaseUrl });
  await db.connect();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '@AnadoluHat' });
  responder = await desk.person(['responder']);
  await promiseSeconds(desk.admin, 3, 3600);
  for (let i = 0; i < SOURCES; i++) {
    const settings = { query: `kelime${i}`, listenToMentions: false, ...X_KEYS, baseUrl: x.url };
    const { id } = await desk.admin.must('POST', '/sources', { kind: 'x', name: `X ${i}`, settings, intervalSeconds: 1 });
    sources.push(id);
  }
}, 60_000);
afterAll(async () => {
  await db?.end();
  await second?.stop();
  await desk?.stop();
  await x?.stop();
}, 30_000);

/** Somebody complains where source `i` listens. */
function complain(i: number): string {
  const post = x.post(
    `person${++people}`,
    `@AnadoluHat kelime${i} my line has been dead for days, this is unacceptable, number ${people}`,
  );
  heard.push(post.id);
  return post.id;
}

const one = async <T>(sql: string, params: unknown[] = []) => (await db.query(sql, params)).rows[0] as T;
const allHeard = (ms = 20_000) =>
  eventually(
    async () => ((await one<{ n: number }>(`select count(*)::int as n from mention`)).n === heard.length ? true : undefined),
    ms,
    'hearing all',
  );
/** What is due is done: however busy the machine is, it grows less all the time. What stands still is stuck, and named. */
async function settled(): Promise<void> {
  let left = {};
  let since = performance.now();
  const look = async () => {
    const found = await one<{ replies: string[] | null; clocks: number; unraised: number }>(
      `select (select array_agg(state || ': ' || coalesce(problem, '')) from reply where due_at is not null) as replies,
         (select count(*)::int from clock where fires_at < now() - interval '200 ms') as clocks,
         (select count(*)::int from clock k where breached_at is not null and not exists (select from escalation e where e.clock_id = k.id)) as unraised`,
    );
    if (JSON.stringify(found) !== JSON.stringify(left)) since = performance.now();
    left = found;
    if (performance.now() - since > STANDSTILL_MS) throw new Error(`stuck: ${JSON.stringify(left)}`);
    return found.replies === null && found.clocks + found.unraised === 0 ? true : undefined;
  };
  await eventually(look, 180_000, 'everything due');
}

describe('two workers at once', () => {
  it('hear every post once, break every promise once, send every reply once', async () => {
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < SOURCES; i++) complain(i);
      await new Promise((r) => setTimeout(r, 400));
    }
    await allHeard();
    const { rows } = await db.query<{ id: string }>(`select id from desk_case order by id`);
    await Promise.all(
      rows.map(({ id }, i) => responder.must('POST', `/cases/${id}/reply`, { text: `We are on it, number ${i}.` })),
    );
    await settled();
    await new Promise((r) => setTimeout(r, 3500)); // the acknowledge clocks of the last ones
    await settled();
    await checkInvariants(db, { heard, x });
    expect(x.ourPosts()).toHaveLength(rows.length);
    expect(new Set(x.ourPosts().map((p) => p.references[0]?.id)).size).toBe(rows.length);
  }, 300_000);

  it('never poll one source together: the ledger has a line for every question that X was asked', async () => {
    // Both are counted while nobody polls: else a poll falls between the two.
    await db.query(`update source set enabled = false`);
    const inHand = async () => ((await one<{ n: number }>(`select count(*)::int as n from source where lease_token is not null`)).n === 0 ? true : undefined); // prettier-ignore
    await eventually(inHand, 30_000, 'rest');
    for (const [i, id] of sources.entries()) {
      const asked = x.exchanges.filter((e) => e.query.get('query')?.includes(`kelime${i})`)).length;
      const { n } = await one<{ n: number }>(`select count(*)::int as n from source_poll where source_id = $1`, [id]);
      expect({ i, asked, unwritten: Math.max(0, asked - n - 1), unasked: Math.max(0, n - asked) }).toEqual({ i, asked, unwritten: 0, unasked: 0 }); // prettier-ignore
    }
    await db.query(`update source set enabled = true, next_poll_at = now()`);
  }, 60_000);
});

describe('a poll that is not as it should be', () => {
  const lastLine = (id: string) =>
    one<{ outcome: string; message: string | null; ended: Date; id: string }>(
      `select id, outcome, message, ended_at as ended from source_poll where source_id = $1 order by id desc limit 1`,
      [id],
    );
  /** All sources but one rest, so that the fault meets that one. */
  beforeAll(() => db.query(`update source set enabled = false where id <> $1`, [sources[0]]));
  /** @returns the ledger line of the poll that met the fault */
  async function poll(fault: Parameters<XServer['fail']>[0], outcome?: string) {
    const source = sources[0] ?? '';
    const before = (await lastLine(source)).id;
    await db.query(`update source set failures = 0, next_poll_at = now() + interval '1 hour' where id = $1`, [source]);
    await new Promise((r) => setTimeout(r, 700));
    complain(0);
    complain(0);
    x.fail(fault, { route: SEARCH });
    await db.query(`update source set next_poll_at = now() where id = $1`, [source]);
    return eventually(async () => {
      const line = await lastLine(source);
      return BigInt(line.id) > BigInt(before) && (outcome === undefined || line.outcome === outcome) ? line : undefined;
    }, 10_000, `the outcome ${outcome ?? ''}`); // prettier-ignore
  }
  const change = (with_: (data: Record<string, unknown>[]) => unknown[]) => ({
    kind: 'change' as const,
    change: (answer: Answer): Answer => {
      const body = answer.body as { data?: Record<string, unknown>[] };
      return { ...answer, body: { ...body, data: with_(body.data ?? []) } };
    },
  });
  afterAll(async () => {
    await settled();
    await checkInvariants(db, { heard, x });
  }, 30_000);

  it('brings the same posts twice, and in the wrong order', async () => {
    await poll(change((data) => [...data].reverse().flatMap((post) => [post, { ...post }])));
    await allHeard();
  }, 30_000);

  it('brings what is no post: refused with its place and reason, the others are heard', async () => {
    await poll(change((data) => [{ id: 'x' }, ...data, null, 'text', { id: '5', text: 7 }]));
    await allHeard();
    const { items } = await desk.admin.must('GET', `/sources/${sources[0]}/refused`);
    expect(items).toHaveLength(4);
    for (const refused of items)
      expect([refused.reason, refused.excerpt]).toEqual([expect.stringMatching(/\w{3}/), expect.any(String)]);
  }, 30_000);

  it('is malformed, cut off, or a page of HTML: said so, and read again in full', async () => {
    for (const [kind, outcome] of [
      ['malformed', 'schema-changed'],
      ['html', 'schema-changed'],
      ['cut-before', 'unreachable'],
    ] as const) {
      const line = await poll({ kind }, outcome);
      expect(line.message).toMatch(/\w/);
      await db.query(`update source set next_poll_at = now() where id = $1`, [sources[0]]);
      await allHeard();
    }
  }, 60_000);

  it('is 5 MB: heard; 12 MB: not swallowed, said so', async () => {
    await poll({ kind: 'huge', bytes: 5_000_000 });
    await allHeard();
    const line = await poll({ kind: 'huge', bytes: 12_000_000 }, 'truncated');
    expect(line.message).toMatch(/too large/);
    await db.query(`update source set next_poll_at = now() where id = $1`, [sources[0]]);
    await allHeard();
  }, 60_000);

  it('is answered "not now": waits as long as told, and not shorter', async () => {
    const line = await poll({ kind: 'too-many', resetInSeconds: 4 }, 'throttled');
    const { wait } = await one<{ wait: number }>(
      `select extract(epoch from next_poll_at - $2::timestamptz)::float as wait from source where id = $1`,
      [sources[0], line.ended],
    );
    expect(wait).toBeGreaterThan(2);
    expect(wait).toBeLessThan(6);
    await allHeard();
  }, 30_000);
});
