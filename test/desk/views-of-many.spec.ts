/** With very many open cases each view of the queue shows the right ones, and reads few others on the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseQuery } from '#libs/contracts/http/cases.js';
import { ListCases } from '../../src/desk/list-cases.query.js';
import type { Responder } from '../../src/platform/access/responder.js';
import { startDesk, type Desk } from '../support/desk.js';
import { rowsRead } from '../support/rows-read.js';

const MANY = 20_000;
const LIMIT = 20;
let desk: Desk;
let by: Responder;
const view = (name: CaseQuery['view'], cursor?: string) => desk.app.get(ListCases).run({ view: name, limit: LIMIT, ...(cursor && { cursor }) } as CaseQuery, by); // prettier-ignore

/** Cases without clocks, so that nothing changes them. @returns their ids in the order of the queue */
async function open(n: number, columns: Record<string, string> = {}): Promise<string[]> {
  const rows = await desk.db.query<{ id: string }>(
    `with a as (insert into author (network, key, first_heard_at) select 'bulk', gen_random_uuid(), now() from generate_series(1, $1::int) returning id)
     insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level, preview,
       mention_count, posted_at, opened_at, last_mention_at, next_due_at, next_warn_at, waiting_since${Object.keys(columns).map((name) => `, ${name}`).join('')})
     select w.team_id, w.id, a.id, s.id, 'bulk', 'normal', 0, 'neutral', 'question', 0, 0, 'low', '{"lang": "en", "text": "", "ranges": []}', 0, now(), now(), now(),
       now() + interval '9 hours' + random() * interval '1 hour', now() + interval '8 hours', now()${Object.values(columns).map((value) => `, ${value}`).join('')}
     from a cross join (select id, team_id from watch limit 1) w cross join (select id from source limit 1) s returning id`,
    [n],
  );
  return rows.map((row) => row.id);
} // prettier-ignore

const change = (ids: string[], set: string) => desk.db.query(`update desk_case set ${set} where id = any($1::bigint[])`, [ids]);

let high: string[], warned: string[], passed: string[], waiting: string[];
beforeAll(async () => {
  desk = await startDesk();
  await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const teams = await desk.db.query<{ id: string }>(`select id from team`);
  const person = await desk.person(['responder']);
  by = { id: person.id, name: 'R', roles: ['responder'], teamIds: teams.map((t) => t.id), locale: 'en', via: 'session' };
  [high, warned, passed, waiting] = await Promise.all([open(15), open(15), open(15), open(30)]);
  await change(high, `risk_level = 'high'`);
  await change(warned, `next_warn_at = now() - interval '1 minute', warned = true`);
  // Past the warning, and nobody has come to mark them; one of them is the most urgent of all.
  await change(passed, `next_warn_at = now() - interval '1 minute'`);
  await change(passed.slice(0, 1), `next_due_at = now() + interval '1 minute'`);
  await change(waiting, `waiting_since = null`);
  // Marked, but its warning was put off meanwhile.
  await change(await open(1), `warned = true`);
  await open(MANY);
  await desk.db.query('vacuum analyze desk_case');
  await desk.db.query('analyze');
}, 60_000);
afterAll(() => desk.stop());

async function everyPage(name: CaseQuery['view']): Promise<{ ids: string[]; due: string[] }> {
  const ids: string[] = [];
  const due: string[] = [];
  for (let cursor: string | undefined, n = 0; n < 20; n++) {
    const page = await view(name, cursor);
    ids.push(...page.items.map((c) => c.id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  const rows = await desk.db.query<{ due: string }>(`select next_due_at::text as due from unnest($1::bigint[]) with ordinality as x(id, n) join desk_case using (id) order by n`, [ids]); // prettier-ignore
  return { ids, due: [...due, ...rows.map((row) => row.due)] };
}
const sorted = (ids: string[]) => [...ids].sort((a, b) => Number(a) - Number(b));

describe('the queue with very many open cases', () => {
  it('shows as at risk what is of high risk or past a warning, marked or not, in the order of due times', async () => {
    const { ids, due } = await everyPage('at-risk');
    expect(sorted(ids)).toEqual(sorted([...high, ...warned, ...passed]));
    expect(ids[0]).toBe(passed[0]);
    expect(due).toEqual([...due].sort());
    const { ids: idle } = await everyPage('waiting');
    expect(sorted(idle)).toEqual(sorted(waiting));
    expect(await desk.app.get(ListCases).counts(by)).toMatchObject({ atRisk: 45, waiting: 30, late: 0, open: 1000 });
  });

  it.each(['at-risk', 'waiting', 'open', 'unclaimed', 'mine', 'resolved'] as const)('reads for a page of %s no more than a few pages', async (name) => {
    const read = await rowsRead(desk.db, () => view(name));
    expect(read.whole).toEqual([]);
    expect(read.rows).toBeLessThan(10 * LIMIT);
  }); // prettier-ignore

  it('reads for the counts no more than they may show', async () => {
    const read = await rowsRead(desk.db, () => desk.app.get(ListCases).counts(by));
    expect(read.whole).toEqual([]);
    expect(read.rows).toBeLessThan(3000);
  });
});
