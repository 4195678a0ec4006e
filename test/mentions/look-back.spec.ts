/** With many mentions, filters that seldom or never meet are looked for in stretches: each reads little, and all together miss nothing and repeat nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MentionPage, MentionQuery } from '#libs/contracts/http/mentions.js';
import { ListMentions } from '../../src/mentions/list-mentions.query.js';
import { LookBack } from '../../src/mentions/look-back.js';
import type { Responder } from '../../src/platform/access/responder.js';
import { startDesk, type Desk } from '../support/desk.js';
import { rowsRead } from '../support/rows-read.js';

const MANY = 60_000;
const LIMIT = 20;
/** Of one request: what is near, read twice, one stretch further back, and the place where that ends. */
const MOST_ROWS = 50_000;
let desk: Desk;
let by: Responder;
let small: Responder;
let watches: string[];
const start = Date.parse('2026-09-01T00:00:00Z');
const at = (minute: number) => new Date(start + minute * 60_000).toISOString();

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  await desk.webhook();
  const other = await desk.admin.must('POST', '/teams', { name: 'Small' });
  for (const name of ['Brand A', 'Brand B', 'Brand C'])
    await desk.admin.must('POST', '/watches', { name, kind: 'brand', query: `"${name}"` });
  const teams = await desk.db.query<{ id: string }>(`select id::text from team order by id`);
  watches = (await desk.db.query<{ id: string }>(`select id::text from watch order by id`)).map((row) => row.id);
  by = { id: '1', name: 'R', roles: ['responder'], teamIds: [teams[0]?.id ?? ''], locale: 'en', via: 'session' };
  small = { ...by, teamIds: [other.id] };
  await desk.db.query(
    `with a as (insert into author (network, key, first_heard_at) values ('bulk', 'one', now()) returning id)
     insert into mention (source_id, external_id, network, author_id, text, lang, posted_at, fetched_at, stored_at, sentiment_score, sentiment, intent, urgency, risk, scores, matches,
       team_ids, watch_ids, words, state)
     select s.id, 'bulk' || i, 'bulk', a.id, 'flight', case when i % 7 = 0 then 'sk' when i between 100 and 103 then 'fi' else 'en' end, posted, posted, $2::timestamptz + i * interval '1 minute',
       0, (array['negative', 'neutral', 'positive'])[1 + i % 3], (array['complaint', 'question', 'praise', 'other', 'news'])[1 + i % 5], 0, 0,
       '{"version": "6", "language": {"code": "en", "confidence": 1}, "sentiment": {"score": 0, "label": "neutral", "reasons": []}, "intent": {"label": "other", "confidence": 1, "reasons": []}, "urgency": {"score": 0, "reasons": []}, "risk": {"score": 0, "reasons": [], "level": "low"}, "signals": []}',
       '[]', case when i % 5000 = 11 then $4::bigint[] else array[]::bigint[] end || $3::bigint, array[($5::bigint[])[1 + case when i % 400 = 0 then 2 else i % 2 end]],
       to_tsvector('simple', 'flight late ' || case when i % 2 = 0 then 'even' else 'odd' end || ' rare' || i % 1000 || case when i % 20000 = 7 then ' seldom' else '' end),
       case when i % 3000 = 5 then 'spam' else 'heard' end
     from generate_series(1, $1::int) as i cross join a cross join (select id from source limit 1) s
     -- Every hundredth was posted long before it was heard; some at the very same time.
     cross join lateral (select $2::timestamptz + ((case when i % 100 = 0 then i / 2 else i end) / 3) * interval '3 minutes' as posted) p`,
    [MANY, at(0), by.teamIds[0], small.teamIds, watches],
  ); // prettier-ignore
  await desk.db.query('vacuum analyze mention');
  await desk.db.query('analyze');
}, 120_000);
afterAll(() => desk.stop());

const page = (query: Partial<MentionQuery>, who = by): Promise<MentionPage> => desk.app.get(ListMentions).run({ limit: LIMIT, ...query } as MentionQuery, who); // prettier-ignore

async function everyPage(query: Partial<MentionQuery>, who = by): Promise<{ ids: string[]; pages: MentionPage[] }> {
  const pages: MentionPage[] = [];
  for (let cursor: string | undefined; ;) {
    const next = await page({ ...query, ...(cursor && { cursor }) }, who);
    pages.push(next);
    if (next.nextCursor === null) return { ids: pages.flatMap(({ items }) => items.map((m) => m.id)), pages };
    cursor = next.nextCursor;
  }
}

/** The same by reading all of the table, which knows nothing of stretches. */
async function all(where: string, order = 'm.id desc', teams = by.teamIds): Promise<string[]> {
  const rows = await desk.db.query<{ id: string }>(`select m.id::text from mention m where m.team_ids && $1::bigint[] and ${where} order by ${order}`, [teams]); // prettier-ignore
  return rows.map((row) => row.id);
}

const TIME = 'm.posted_at desc, m.id desc';
const WEEK = { from: at(20_000), to: at(30_080) };
const IN_WEEK = `posted_at >= '${WEEK.from}' and posted_at < '${WEEK.to}'`;
const word = (q: string) => `words @@ websearch_to_tsquery('simple', '${q}')`;
const ASKED: [string, Partial<MentionQuery>, () => string, string?][] = [
  ['one word in a thousand', { q: 'rare500' }, () => word('rare500')],
  ['a common word with one in a thousand', { q: 'flight rare501' }, () => word('flight rare501')],
  ['words that never meet', { q: 'even rare501' }, () => word('even rare501')],
  ['common words that never meet', { q: 'even odd' }, () => 'false'],
  ['either of two rare words', { q: 'rare500 or seldom' }, () => word('rare500 or seldom')],
  ['a word that is not there', { q: '-flight' }, () => 'false'],
  ['a phrase', { q: '"late odd" rare7' }, () => word('"late odd" rare7')],
  ['three words of all', { q: 'seldom' }, () => word('seldom')],
  ['no word at all', { q: '"' }, () => 'false'],
  ['of a rare watch, negative', { watchId: '2', sentiment: 'negative' }, () => `watch_ids @> array[${watches[2]}]::bigint[] and sentiment = 'negative'`],
  ['of a big watch, filters that never meet', { watchId: '0', intent: 'complaint', language: 'fi' }, () => `watch_ids @> array[${watches[0]}]::bigint[] and intent = 'complaint' and lang = 'fi'`],
  ['a language of four posts', { language: 'fi' }, () => `lang = 'fi'`],
  ['a value that is nowhere', { language: 'xx' }, () => 'false'],
  ['spam in Slovak', { state: 'spam', language: 'sk' }, () => `state = 'spam' and lang = 'sk'`],
  ['a week, one word in a thousand', { ...WEEK, q: 'rare500' }, () => `${IN_WEEK} and ${word('rare500')}`, TIME],
  ['a week, filters that never meet', { ...WEEK, language: 'fi', intent: 'news' }, () => 'false', TIME],
  ['a week, filters that meet often', { ...WEEK, sentiment: 'negative', intent: 'praise', q: 'odd' }, () => `${IN_WEEK} and sentiment = 'negative' and intent = 'praise' and ${word('odd')}`, TIME],
  ['up to a day, a rare watch', { to: WEEK.to, watchId: '2' }, () => `posted_at < '${WEEK.to}' and watch_ids @> array[${watches[2]}]::bigint[]`, TIME],
]; // prettier-ignore
const withWatch = (query: Partial<MentionQuery>) => ({
  ...query,
  ...(query.watchId && { watchId: watches[Number(query.watchId)] }),
});

describe('a list of many mentions', () => {
  it.each(ASKED)('finds %s: all of them, once each, in order', async (...[, query, where, order]) => {
    const { ids } = await everyPage(withWatch(query));
    expect(ids).toEqual(await all(where(), order));
  });

  it.each(ASKED)('finds %s also in very short stretches', async (...[, query, where, order]) => {
    const lookBack = desk.app.get(LookBack);
    const usual = lookBack.wanted;
    lookBack.wanted = 3;
    try {
      expect((await everyPage(withWatch(query))).ids).toEqual(await all(where(), order));
    } finally {
      lookBack.wanted = usual;
    }
  });

  it('finds what a team of few mentions heard', async () => {
    const { ids } = await everyPage({}, small);
    expect(ids).toEqual(await all('true', 'm.id desc', small.teamIds));
    expect(ids).toHaveLength(12);
  });

  it.each(ASKED)('reads little for each page of %s', async (...[, query]) => {
    const { pages } = await everyPage(withWatch(query));
    for (const cursor of [undefined, ...pages.slice(0, 3).flatMap(({ nextCursor }) => nextCursor ?? [])]) {
      const read = await rowsRead(desk.db, () => page({ ...withWatch(query), ...(cursor && { cursor }) }));
      expect(read.whole).toEqual([]);
      expect(read.rows).toBeLessThan(MOST_ROWS);
    }
  });

  it('says how far back it looked where a page is not full, and never goes forward', async () => {
    const { pages } = await everyPage({ q: 'even odd' });
    expect(pages.length).toBeGreaterThan(2);
    const looked = pages.flatMap(({ lookedTo }) => lookedTo ?? []);
    expect(looked).toHaveLength(pages.length - 1);
    expect(looked).toEqual([...looked].sort().reverse());
    expect(new Set(looked).size).toBe(looked.length);
    expect((await page({})).lookedTo).toBeNull();
  });
});
