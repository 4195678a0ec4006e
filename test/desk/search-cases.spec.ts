/** Searching the queue finds the same cases in the same order whether words are common or rare, and reads little where they are rare. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseQuery } from '#libs/contracts/http/cases.js';
import { ListCases } from '../../src/desk/list-cases.query.js';
import type { Responder } from '../../src/platform/access/responder.js';
import { startDesk, type Desk } from '../support/desk.js';
import { rowsRead } from '../support/rows-read.js';

const MANY = 6000;
const LIMIT = 20;
let desk: Desk;
let by: Responder;
const search = (query: Partial<CaseQuery>, who = by) => desk.app.get(ListCases).run({ view: 'all', limit: LIMIT, ...query } as CaseQuery, who); // prettier-ignore

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const person = await desk.person(['responder']);
  const teams = await desk.db.query<{ id: string }>(`select id::text from team`);
  by = { id: person.id, name: 'R', roles: ['responder'], teamIds: teams.map((t) => t.id), locale: 'en', via: 'session' };
  await desk.db.query(
    `with a as (insert into author (network, key, first_heard_at) select 'bulk', i::text, now() from generate_series(1, $1::int) i returning id, key::int as i),
     c as (
       insert into desk_case (team_id, watch_id, author_id, source_id, network, status, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level, preview,
         mention_count, posted_at, opened_at, last_mention_at, next_due_at, resolved_at, outcome)
       select w.team_id, w.id, a.id, s.id, 'bulk', case when i % 3 = 0 then 'open' else 'resolved' end, 'normal', 0, 'neutral', 'question', 0, 0, 'low', '{"lang": "en", "text": "", "ranges": []}', 2,
         now(), now(), now(), case when i % 3 = 0 then now() + (i * 7919 % 3600) * interval '1 second' end, case when i % 3 > 0 then now() - i * interval '1 second' end, case when i % 3 > 0 then 'solved' end
       from a cross join (select id, team_id from watch limit 1) w cross join (select id from source limit 1) s returning id, team_id, watch_id, author_id, source_id)
     insert into mention (source_id, external_id, network, author_id, text, lang, posted_at, fetched_at, stored_at, sentiment_score, sentiment, intent, urgency, risk, scores, matches,
       team_ids, watch_ids, words, case_id)
     select c.source_id, 'bulk' || c.id || '-' || n, 'bulk', c.author_id, 't', 'en', now(), now(), now(), 0, 'neutral', 'other', 0, 0, '{}', '[]', array[c.team_id], array[c.watch_id],
       to_tsvector('simple', 'ucus gecikti ' || case when n = 1 then 'iki' || c.id % 2 else 'rare' || c.id % 1500 end || case when c.id % 2500 = 7 and n = 2 then ' seldom' else '' end), c.id
     from c cross join generate_series(1, 2) n`,
    [MANY],
  ); // prettier-ignore
  await desk.db.query('vacuum analyze mention');
  await desk.db.query('analyze');
}, 60_000);
afterAll(() => desk.stop());

async function everyPage(query: Partial<CaseQuery>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await search({ ...query, ...(cursor && { cursor }) });
    ids.push(...page.items.map((c) => c.id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

/** The same by reading all that there is. */
async function all(view: string, words: string, order: string): Promise<string[]> {
  const rows = await desk.db.query<{ id: string }>(
    `select c.id::text from desk_case c where ${view} and c.id in (select m.case_id from mention m where m.words @@ plainto_tsquery('simple', $1)) order by ${order}`,
    [words],
  );
  return rows.map((row) => row.id);
}

const OPEN = `c.status <> 'resolved'`;
const DUE = `coalesce(c.next_due_at, 'infinity'::timestamptz), c.id`;
const ASKED: [string, Partial<CaseQuery>, string, string, string][] = [
  ['a rare word in all cases', { q: 'rare77' }, 'true', 'rare77', 'c.id desc'],
  ['a rare word among open ones', { q: 'rare78', view: 'open' }, OPEN, 'rare78', DUE],
  ['a word of three cases among resolved ones', { q: 'Seldom', view: 'resolved' }, `c.status = 'resolved'`, 'seldom', 'c.resolved_at desc, c.id desc'],
  ['a rare word with a common one of the same post', { q: 'uçuş rare79' }, 'true', 'ucus rare79', 'c.id desc'],
  ['words that stand in different posts only', { q: 'iki1 rare79' }, 'true', 'iki1 rare79', 'c.id desc'],
  ['a word that is nowhere', { q: 'nowhere' }, 'true', 'nowhere', 'c.id desc'],
  ['a common word', { q: 'IKI1', view: 'open' }, OPEN, 'iki1', DUE],
]; // prettier-ignore

describe('searching the queue', () => {
  it.each(ASKED)('finds %s: all cases, once each, in order', async (_, query, view, words, order) => {
    const ids = await everyPage(query);
    expect(ids).toEqual(await all(view, words, order));
    expect(ids.length > 0).toBe(!['nowhere', 'iki1 rare79'].includes(words));
  });

  it.each(ASKED)('reads few others on the way to %s', async (_, query) => {
    const read = await rowsRead(desk.db, () => search(query));
    expect(read.whole).toEqual([]);
    expect(read.rows).toBeLessThan(20 * LIMIT);
  });

  it('finds a case by its number, and nothing where nothing is asked for', async () => {
    const [first] = (await search({})).items;
    expect((await search({ q: `#${first?.id}` })).items.map((c) => c.id)).toContain(first?.id);
    expect((await search({ q: '!?' })).items).toEqual([]);
  });

  it('shows nothing to another team', async () => {
    const other = await desk.admin.must('POST', '/teams', { name: 'Others' });
    expect((await search({ q: 'rare77' }, { ...by, teamIds: [other.id] })).items).toEqual([]);
  });
});
