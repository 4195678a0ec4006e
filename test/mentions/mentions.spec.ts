/** Mentions through the doors, on a real database: filters, paging, team walls, and setting aside. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangeMentionAnswer } from '../../libs/contracts/http/mentions.js';
import type { Page } from '../../libs/contracts/values.js';
import { MentionView } from '../../libs/contracts/views/mention.js';
import { mentionsJson, mentionsOfJson } from '../../src/database/views/mention-views.js';
import { MentionsModule } from '../../src/mentions/mentions.module.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';
import { addCase, addMentions, addOrigin, addWatch } from '../support/heard.js';

let doors: TestDoors;
let people: DeskPeople;
let origin: { sourceId: string; authorId: string };
let ours: string;
let theirs: string;
let ids: string[];
let foreign: string;
let shared: string;

beforeAll(async () => {
  doors = await openDoors([MentionsModule]);
  people = await addDeskPeople(doors);
  const { db } = doors;
  origin = await addOrigin(db);
  ours = await addWatch(db, people.teamId, 'Ours');
  theirs = await addWatch(db, people.otherTeamId, 'Secret plan');
  const own = { teamIds: [people.teamId], watchIds: [ours] };
  ids = await addMentions(db, origin, [
    { ...own, text: 'Acme şikâyet: IŞIK çalışmıyor', lang: 'tr', postedAt: '2026-01-01T00:00:00Z' },
    { ...own, text: 'acme is great', sentiment: 'positive', intent: 'praise', postedAt: '2026-02-01T00:00:00Z' },
    { ...own, text: 'acme je super', lang: 'sk', sentiment: 'positive', intent: 'praise', state: 'spam' },
    { ...own, text: 'acme phone number?', sentiment: 'neutral', intent: 'question' },
  ]);
  const theirCase = await addCase(db, people.otherTeamId, theirs, origin);
  [foreign, shared] = (await addMentions(db, origin, [
    { teamIds: [people.otherTeamId], watchIds: [theirs], text: 'acme foreign' },
    { teamIds: [people.teamId, people.otherTeamId], watchIds: [ours, theirs], text: 'acme shared', caseId: theirCase },
  ])) as [string, string];
}, 60_000);
afterAll(() => doors.close());

const list = async (query: string, by = people.as.viewer) => {
  const { status, body } = await by.get<Page<MentionView>>(`/mentions?${query}`);
  expect(status).toBe(200);
  return body;
};
const found = async (query: string) => (await list(query)).items.map((m) => ids.indexOf(m.id)).filter((i) => i >= 0);

describe('listing', () => {
  it('gives views that fit their contract, the newest first, page by page without gap or repeat', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<MentionView> = await list(`limit=2&cursor=${cursor}`);
      for (const item of page.items) MentionView.parse(item);
      seen.push(...page.items.map((m) => m.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([shared, ...ids.toReversed()]);
  });

  it('finds words as they are folded, with signs, quotes and other alphabets', async () => {
    expect(await found('q=ışık')).toEqual([0]);
    expect(await found('q=Isik+SIKAYET')).toEqual([0]);
    expect(await found('q=%22acme+is%22')).toEqual([1]);
    expect(await found('q=acme+-great+-super+-number')).toEqual([0]);
    for (const q of ["'", "' or 1=1 --", '%', '\\', ':*', '&|!()', '"', '🙂', '%F0%9F%99%82', '((((', '\u0000', 'a'.repeat(200)])
      await list(`q=${encodeURIComponent(q)}`);
    expect((await list('q=%20%20')).items.length).toBeGreaterThan(0);
  });

  it('filters by everything it says it does', async () => {
    expect(await found('language=tr')).toEqual([0]);
    expect(await found('sentiment=positive')).toEqual([2, 1]);
    expect(await found('sentiment=positive&state=heard')).toEqual([1]);
    expect(await found('intent=question')).toEqual([3]);
    expect(await found(`sourceId=${origin.sourceId}`)).toEqual([3, 2, 1, 0]);
    expect(await found('sourceId=999')).toEqual([]);
    expect(await found(`watchId=${ours}`)).toEqual([3, 2, 1, 0]);
    expect(await found('from=2026-01-15T00:00:00Z&to=2026-02-01T00:00:00.001Z')).toEqual([1]);
    expect(await found('from=2026-01-01T00:00:00%2B01:00&to=2026-01-01T02:00:00%2B01:00')).toEqual([0]);
  });

  it('pages a stretch of time in the order of posting', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<MentionView> = await list(`limit=1&from=2025-01-01T00:00:00Z&cursor=${cursor}`);
      seen.push(...page.items.map((m) => m.postedAt));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted().toReversed());
    const byId = (await list('limit=1')).nextCursor;
    expect((await people.as.viewer.get(`/mentions?from=2025-01-01T00:00:00Z&cursor=${byId}`)).body).toMatchObject({
      code: 'invalid-cursor',
    });
    const hostile = Buffer.from(JSON.stringify(["2025-01-01 00:00:00+00' or true --", '1'])).toString('base64url');
    expect((await people.as.viewer.get(`/mentions?to=2027-01-01T00:00:00Z&cursor=${hostile}`)).body).toMatchObject({
      code: 'invalid-cursor',
    });
    const never = Buffer.from(JSON.stringify(['2025-99-99 00:00:00+00', '1'])).toString('base64url');
    expect((await people.as.viewer.get(`/mentions?to=2027-01-01T00:00:00Z&cursor=${never}`)).status).toBe(400);
  });

  it('names what it cannot take', async () => {
    for (const query of [
      'watchId=x',
      'from=yesterday',
      'sentiment=sad',
      'limit=0',
      'state=1;drop',
      'sourceId=99999999999999999999',
    ])
      expect((await people.as.viewer.get(`/mentions?${query}`)).body).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await people.as.viewer.get('/mentions?from=0000-01-01T00:00:00Z')).status).toBe(400);
    expect((await people.as.viewer.get('/mentions?cursor=AAAA')).body).toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('team walls', () => {
  it('shows nothing of another team: not its mentions, its watches, nor its case', async () => {
    const text = JSON.stringify(await list('limit=200'));
    expect(text).not.toContain('Secret plan');
    expect(text).not.toContain('acme foreign');
    const seen = await people.as.viewer.get<MentionView>(`/mentions/${shared}`);
    expect(seen.body).toMatchObject({ caseId: null, matches: [{ watchId: ours, watchName: 'Ours' }] });
    expect(seen.body.matches).toHaveLength(1);
    const other = await people.as.other.get<MentionView>(`/mentions/${shared}`);
    expect(other.body).toMatchObject({ caseId: expect.any(String), matches: [{ watchName: 'Secret plan' }] });
    const [read] = await doors.db.query<{ rows: Parameters<typeof mentionsOfJson>[0] }>(
      `select ${mentionsJson('c.id', 'c.team_id')} as rows from desk_case c where c.id = $1`,
      [other.body.caseId],
    );
    const [inCase] = mentionsOfJson(read?.rows ?? []);
    expect(inCase?.matches.map((m) => m.watchName)).toEqual(['Secret plan']);
  });

  it('answers the same for what is another team’s and what does not exist', async () => {
    expect((await people.as.viewer.get(`/mentions/${foreign}`)).status).toBe(404);
    expect((await people.as.responder.patch(`/mentions/${foreign}`, { state: 'spam' })).status).toBe(404);
    expect((await people.as.viewer.get('/mentions/123456789')).status).toBe(404);
    expect((await list(`watchId=${theirs}`)).items).toEqual([]);
  });
});

describe('setting aside', () => {
  it('marks, writes it down, and says when the case holds nothing of ours any more', async () => {
    const { db } = doors;
    const caseId = await addCase(db, people.teamId, ours, await addOrigin(db));
    const [a, b] = (await addMentions(db, origin, [
      { teamIds: [people.teamId], watchIds: [ours], caseId },
      { teamIds: [people.teamId], watchIds: [ours], caseId },
    ])) as [string, string];
    const mark = (id: string, state: string) => people.as.responder.patch<ChangeMentionAnswer>(`/mentions/${id}`, { state });
    expect((await mark(a, 'not-ours')).body).toMatchObject({ state: 'not-ours', caseId, emptyCaseId: null });
    expect((await mark(b, 'spam')).body).toMatchObject({ state: 'spam', emptyCaseId: caseId });
    expect((await mark(b, 'spam')).body).toMatchObject({ emptyCaseId: caseId });
    expect((await mark(b, 'heard')).body).toMatchObject({ state: 'heard', emptyCaseId: null });
    const lines = await db.query('select kind, person_id, data from activity where case_id = $1 order by id', [caseId]);
    expect(lines).toEqual([
      { kind: 'corrected', person_id: people.ids.responder, data: { mentionId: a, state: { from: 'heard', to: 'not-ours' } } },
      { kind: 'corrected', person_id: people.ids.responder, data: { mentionId: b, state: { from: 'heard', to: 'spam' } } },
      { kind: 'corrected', person_id: people.ids.responder, data: { mentionId: b, state: { from: 'spam', to: 'heard' } } },
    ]);
    const events = await db.query<{ team_ids: string[] }>(
      `select team_ids from outbox_event where kind = 'case.changed' and payload ->> 'caseId' = $1`,
      [caseId],
    );
    expect(events.map((e) => e.team_ids)).toEqual([[people.teamId], [people.teamId], [people.teamId]]);
    const told = await db.query<{ team_ids: string[] }>(
      `select team_ids from outbox_event where kind = 'mention.changed' and payload ->> 'mentionId' = any($1)`,
      [[a, b]],
    );
    expect(told.map((e) => e.team_ids)).toEqual([[people.teamId], [people.teamId], [people.teamId]]);
    expect(await db.one('select status, version from desk_case where id = $1', [caseId])).toEqual({ status: 'open', version: 4 });
  });

  it('is for responders and managers, and never brings back what its author deleted', async () => {
    for (const role of ['viewer', 'administrator'] as const)
      expect((await people.as[role].patch(`/mentions/${ids[0]}`, { state: 'spam' })).status).toBe(403);
    expect((await people.as.responder.patch(`/mentions/${ids[0]}`, { state: 'deleted' })).status).toBe(400);
    const [gone] = await addMentions(doors.db, origin, [{ teamIds: [people.teamId], state: 'deleted' }]);
    expect((await people.as.responder.patch(`/mentions/${gone}`, { state: 'heard' })).status).toBe(404);
  });
});
