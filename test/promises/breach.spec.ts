/** Promises that are not kept: they breach to the second, once, and reach a manager; also with two processes and very many clocks. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ProjectClocks } from '../../src/clocks/project-clocks.js';
import { Promises } from '../../src/clocks/promises.js';
import { Database } from '../../src/database/database.js';
import { aPost, startDesk, startDeskOn, type Client, type Desk, type Live, type Webhook } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { checkInvariants } from '../support/invariants.js';
import { promiseSeconds } from '../support/promises.js';

const KEY = { EARSHOT_KEY: 'd4'.repeat(32) };
const MANY = 60_000;
/** One long transaction would hold up the outbox of every test on this server. */
const AT_ONCE = 3000;
/** How late is still no fault of ours where other tests run beside this one; `npm run bench:clocks` measures it. */
const BUSY_MS = 5000;

let desk: Desk;
let second: Desk;
let hook: Webhook;
let manager: Client;
let live: Live;
let db: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  desk = await startDesk(KEY);
  second = await startDeskOn(desk.databaseUrl, KEY);
  db = new pg.Client({ connectionString: desk.databaseUrl });
  await db.connect();
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  manager = await desk.person(['manager', 'responder']);
  live = await manager.live();
}, 60_000);
afterAll(async () => {
  live.close();
  await db.end();
  await second.stop();
  await desk.stop();
}, 30_000);

/** Another process hears of it through the outbox. */
const targets = async (acknowledge: number, human: number) => {
  await promiseSeconds(manager, acknowledge, human);
  await second.app.get(Promises).load();
};

async function push(count: number): Promise<void> {
  const posts = Array.from({ length: count }, () => aPost());
  expect((await hook.push(posts)).body).toMatchObject({ accepted: count, matched: count });
  heard.push(...posts.map((p) => p['externalId'] as string));
}

const count = async (sql: string) => (await db.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0;
/** How late each breach and warning was told, in milliseconds, by the database's own time of the event; ascending. */
const lateness = async (since: number) =>
  (
    await db.query<{ ms: number }>(
      `select extract(epoch from e.at - (e.payload ->> 'dueAt')::timestamptz)::float * 1000 as ms from outbox_event e
       where e.kind = 'clock.breached' and e.seq > $1 order by 1`,
      [since],
    )
  ).rows.map((r) => r.ms);
const lastSeq = async () =>
  Number((await db.query<{ s: string }>(`select coalesce(max(seq), 0) as s from outbox_event`)).rows[0]?.s);

describe('clocks of two processes at once', () => {
  it('warn, then breach within a second of the due time, each once, and a manager hears of it', async () => {
    await targets(2, 4);
    const from = await lastSeq();
    await push(30);
    await eventually(async () => ((await count('escalation')) === 60 ? true : undefined), 15_000, 'sixty escalations');
    expect(await count(`clock where warned_at is not null and breached_at = due_at`)).toBe(60);
    expect(await count(`outbox_event where kind = 'clock.warned'`)).toBe(60);
    const late = await lateness(from);
    expect(late).toHaveLength(60);
    expect(late[0]).toBeGreaterThan(0);
    expect(late.at(-1)).toBeLessThan(BUSY_MS);
    await checkInvariants(db, { heard });

    const raised = await live.until((m) => m.name === 'escalation.raised');
    expect(raised.body.escalation).toMatchObject({ reason: expect.stringMatching(/^breach:/) });
    const breached = await live.until((m) => m.name === 'clock.breached');
    expect(Date.parse(breached.body.dueAt)).toBeLessThanOrEqual(Date.now());
    const tower = await manager.must('GET', '/watchtower');
    expect(tower.breached).toBe(30);
    expect(tower.escalations.length).toBeGreaterThan(0);
    expect(tower.aboutToBreach[0]).toMatchObject({ clock: { state: 'breached' } });
    const { card, timeline } = await manager.must('GET', `/cases/${breached.body.caseId}`);
    expect([card.breachedAt, card.escalatedAt]).toEqual([expect.any(String), expect.any(String)]);
    expect(timeline.filter((t: { kind?: string }) => t.kind === 'clock-breached').length).toBeGreaterThan(0);
  }, 40_000);

  it('stay broken when a process whose clock is a moment behind judges them again', async () => {
    const { rows } = await db.query<{ id: string; due: Date }>(
      `select case_id as id, min(due_at) as due from clock where breached_at is not null group by 1 order by 1 limit 1`,
    );
    const { id, due } = rows[0] ?? { id: '', due: new Date(0) };
    const told = await count(`activity where case_id = ${id} and kind = 'clock-breached'`);
    await second.app.get(Database).transaction(async (tx) => {
      await tx.query(`select 1 from desk_case where id = $1 for no key update`, [id]);
      await second.app.get(ProjectClocks).run(tx, [id], new Date(due.getTime() - 5));
    });
    expect(await count(`clock where case_id = ${id} and breached_at = due_at`)).toBe(told);
    expect(await count(`clock where case_id = ${id} and breached_at is null`)).toBe(0);
    expect(await count(`activity where case_id = ${id} and kind = 'clock-breached'`)).toBe(told);
    await checkInvariants(db, { heard });
  });

  it('breach also when the answer comes late but before any sweep has looked', async () => {
    await targets(3600, 7200);
    await push(1);
    const { rows } = await db.query<{ id: string }>(`select max(id) as id from desk_case`);
    const id = rows[0]?.id;
    // Between two sweeps: the due time passes in the very transaction in which the answer is written down.
    await db.query('begin');
    await db.query(`update desk_case set version = version + 1 where id = $1`, [id]); // as every change of a case does
    await db.query(`update clock set started_at = started_at - interval '3 hours', warn_at = warn_at - interval '3 hours', due_at = due_at - interval '3 hours', fires_at = fires_at - interval '3 hours' where case_id = $1`, [id]); // prettier-ignore
    await db.query(
      `update activity a set data = jsonb_set(jsonb_set(data, '{posts,0,at}', to_jsonb(k.started_at)), '{posts,0,known}', to_jsonb(k.started_at))
       from clock k where k.case_id = $1 and k.kind = 'acknowledge' and a.case_id = k.case_id and a.kind = 'opened'`,
      [id],
    );
    const answering = manager.post(`/cases/${id}/reply`, { text: 'Sorry for the wait.', delivery: 'by-hand' });
    await new Promise((r) => setTimeout(r, 300));
    await db.query('commit');
    expect((await answering).status).toBe(200);
    const clocks = await db.query(
      `select breached_at = due_at as late, stopped_at > due_at as after from clock where case_id = $1`,
      [id],
    );
    expect(clocks.rows).toEqual([{ late: true, after: true }, { late: true, after: true }]); // prettier-ignore
    await eventually(async () => ((await count(`escalation where case_id = ${id}`)) === 2 ? true : undefined));
    await checkInvariants(db, { heard });
    const { clocks: shown } = await manager.must('GET', `/cases/${id}`);
    expect(shown.map((k: { state: string }) => k.state)).toEqual(['met-late', 'met-late']);
  }, 20_000);
});

describe('very many open clocks', () => {
  it('do not delay the one that is due: the query walks the index of what fires next', async () => {
    for (let done = 0; done < MANY; done += AT_ONCE)
      await db.query(
        `with a as (insert into author (network, key, first_heard_at) select 'bulk', i::text, now() from generate_series($1::int + 1, $1::int + $3::int) i returning id),
         c as (insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level,
           preview, mention_count, posted_at, opened_at, last_mention_at, next_due_at)
           select w.team_id, w.id, a.id, $2, 'bulk', 'normal', 0, 'neutral', 'question', 0, 0, 'low', '{}', 0, now(), now(), now(), now() + interval '9 hours'
           from a cross join (select id, team_id from watch limit 1) w returning id)
         insert into clock (case_id, kind, started_at, warn_at, due_at, fires_at)
         select c.id, k, now(), now() + interval '5 hours' + random() * interval '1 hour', now() + interval '9 hours', now() + interval '5 hours' + random() * interval '1 hour'
         from c cross join unnest(array['acknowledge', 'human-response']) k`,
        [done, hook.id, AT_ONCE],
      );
    await db.query('analyze clock');
    expect(await count('clock where fires_at is not null')).toBeGreaterThan(100_000);
    const plan = async (sql: string) => JSON.stringify((await db.query(`explain (format json) ${sql}`)).rows);
    expect(await plan(`select id, case_id from clock where fires_at < now() order by fires_at limit 500`)).toMatch(
      /"Index Name":"clock_due"/,
    );
    expect(await plan(`select min(fires_at) from clock where fires_at is not null`)).toMatch(/"Index Name":"clock_due"/);
    await targets(1, 2);
    const from = await lastSeq();
    await push(40);
    await eventually(async () => ((await lateness(from)).length === 80 ? true : undefined), 15_000, 'eighty breaches');
    const late = await lateness(from);
    process.stdout.write(
      `with ${2 * MANY} open clocks, breaches told after ms: p50 ${late[40]?.toFixed(0)}, p99 ${late[78]?.toFixed(0)}, max ${late[79]?.toFixed(0)}\n`,
    );
    expect(late[0]).toBeGreaterThan(0);
    expect(late.at(-1)).toBeLessThan(BUSY_MS);
  }, 90_000);
});
