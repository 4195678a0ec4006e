/** The share kept in time opens: as many clocks as it counts, of the viewer's teams only, without walking past many others. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CountedClocks, CountedClockView } from '#libs/contracts/http/standards.js';
import type { Responder } from '../../src/platform/access/responder.js';
import { CountDecided } from '../../src/standards/count-decided.handler.js';
import { CountedClocksQuery } from '../../src/standards/counted-clocks.query.js';
import { addEvent } from '../../src/outbox/append.js';
import { eventually } from '../support/desk-process.js';
import { startDesk, type Client, type Desk } from '../support/desk.js';
import { rowsRead } from '../support/rows-read.js';

const EACH = 400;
const LIMIT = 20;
let desk: Desk;
let manager: Client & { id: string };
let others: { id: string };

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  others = await desk.admin.must('POST', '/teams', { name: 'Others' });
  manager = await desk.person(['manager']);
  for (const hours of [2, 30]) {
    await decided('stopped_at', hours);
    await decided('breached_at', hours);
  }
  await decided('stopped_at', 3, { of: 'excluded_at', set: 'now()' });
  await decided('stopped_at', 3, { of: 'team_id', set: others.id });
  // Late, and then it did not matter any more.
  await decided('breached_at', 4);
  await desk.db.query(
    `update clock set cancelled = true, stopped_at = now() where breached_at between now() - interval '290 minutes' and now() - interval '190 minutes'`,
  );
  await desk.db.query('analyze');
}, 60_000);
afterAll(() => desk.stop());

/** As many cases as EACH, with a clock each that was decided so many hours ago, spread over the promises there are. */
async function decided(when: 'stopped_at' | 'breached_at', hours: number, other = { of: 'priority', set: `'normal'` }): Promise<void> {
  await desk.db.query(
    `with a as (insert into author (network, key, first_heard_at) select 'bulk', gen_random_uuid(), now() from generate_series(1, ${EACH}) returning id),
     c as (
       insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level, preview,
         mention_count, posted_at, opened_at, last_mention_at)
       select w.team_id, w.id, a.id, s.id, 'bulk', 'normal', 0, 'neutral', 'question', 0, 0, 'low', '{"lang": "en", "text": "", "ranges": []}', 0, now(), now(), now()
       from a cross join (select id, team_id from watch limit 1) w cross join (select id from source limit 1) s returning id),
     k as (
       insert into clock (case_id, kind, promise_id, episode, started_at, due_at, warn_at, fires_at, ${when})
       select c.id, v.terms ->> 'clock', p.id, 1, x.at - interval '1 hour', x.at, x.at, null, x.at
       from (select id, row_number() over (order by id) as n from c) c
       join (select id, standard_version_id, row_number() over (order by id) - 1 as n, count(*) over () as m from promise) p on c.n % p.m = p.n
       join standard_version v on v.id = p.standard_version_id
       cross join lateral (select now() - interval '${hours} hours' - c.n * interval '1 second' as at) x returning case_id)
     select case_id from k`,
  );
  await desk.db.query(`update desk_case set ${other.of} = ${other.set} where id in (select id from desk_case order by id desc limit ${EACH})`);
} // prettier-ignore

async function behind(show: string): Promise<CountedClockView[]> {
  const found: CountedClockView[] = [];
  for (let cursor = ''; ;) {
    const page = await manager.must('GET', `/watchtower/clocks?show=${show}&limit=150${cursor && `&cursor=${cursor}`}`);
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
}

it('opens as many clocks as the figure counts, before and after they are counted by the hour', async () => {
  const [met, late, excluded] = [await behind('met'), await behind('late'), await behind('excluded')];
  expect([met.length, late.length, excluded.length]).toEqual([EACH, EACH, EACH]);
  expect(new Set(met.map((one) => `${one.caseId} ${one.kind} ${one.episode}`)).size).toBe(EACH);
  expect(met.map((one) => one.decidedAt)).toEqual(met.map((one) => one.decidedAt).sort().reverse());
  const share = async () => (await manager.must('GET', '/watchtower')).metShareToday;
  expect(await share()).toBe(met.length / (met.length + late.length));
  const all = await desk.db.query<{ id: string }>(`select id::text from desk_case`);
  const now = new Date();
  await desk.db.transaction(async (tx) => {
    for (const { id } of all) addEvent(tx, now, 'case.changed', { caseId: id, why: 'resolved' });
  });
  await eventually(async () => {
    await desk.app.get(CountDecided).run();
    const left = await desk.db.one<{ n: number }>(`select count(*)::int as n from clock where counted is null`);
    return left?.n === 0 ? true : undefined;
  });
  expect(await desk.db.one(`select sum(met)::int as met from decided_hour where hour > now() - interval '25 hours' and team_id <> $1`, [others.id])).toEqual({ met: EACH }); // prettier-ignore
  expect(await share()).toBe(met.length / (met.length + late.length));
}); // prettier-ignore

it('reads for a page a few rows of each promise, and shows other teams their own', async () => {
  const teams = await desk.db.query<{ id: string }>(`select id from team where id <> $1`, [others.id]);
  const by = (teamIds: string[]): Responder => ({ id: manager.id, name: 'M', roles: ['manager'], teamIds, locale: 'en', via: 'session' });
  const query = desk.app.get(CountedClocksQuery);
  const asked: CountedClocks = { show: 'late', limit: LIMIT };
  const promises = await desk.db.one<{ n: number }>(`select count(*)::int as n from promise`);
  const read = await rowsRead(desk.db, () => query.lastDay(asked, by(teams.map((team) => team.id))));
  expect(read.whole).toEqual([]);
  expect(read.rows).toBeLessThan(LIMIT * 3 * ((promises?.n ?? 0) + 3));
  expect((await query.lastDay({ show: 'met', limit: 200 }, by([others.id]))).items).toHaveLength(200);
  expect((await query.lastDay({ show: 'late', limit: 200 }, by([others.id]))).items).toEqual([]);
}); // prettier-ignore
