/** Scoring on request, correcting, learning and going back, through the doors on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnalyseAnswer, type AddCorrectionsAnswer } from '../../libs/contracts/http/analyse.js';
import { LearnedChanges, LearnedLayerFile, LearningView } from '../../libs/contracts/http/learning.js';
import type { Problem } from '../../libs/contracts/error-codes.js';
import type { MentionView } from '../../libs/contracts/views/mention.js';
import { AnalyseModule } from '../../src/analyse/analyse.module.js';
import { Scorer } from '../../src/analyse/scorer.js';
import { MentionsModule } from '../../src/mentions/mentions.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';
import { addCase, addMentions, addOrigin, addWatch } from '../support/heard.js';

let doors: TestDoors;
let people: DeskPeople;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, AnalyseModule, MentionsModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const analyse = async (texts: string[], more: object = {}) => {
  const { status, body } = await people.as.viewer.post<AnalyseAnswer>('/analyse', { texts, ...more });
  expect(status).toBe(200);
  return AnalyseAnswer.parse(body).results;
};
const correct = (items: object[], by = people.as.responder) => by.post<AddCorrectionsAnswer & Problem>('/corrections', { items });
const learning = async () => LearningView.parse((await people.as.manager.get('/learning')).body);

/** Words that mean nothing to the shipped scorer: only learning can tell these apart. */
const lesson = (i: number) =>
  i % 2 === 0
    ? { text: `the blorpish zanit of ${i} days, quite vemmish`, sentiment: 'negative', intent: 'complaint' }
    : { text: `the frandle oskin of ${i} days, quite lumvy`, sentiment: 'positive', intent: 'praise' };

describe('scoring texts', () => {
  it('answers one result for each text in its order, with reasons for each part', async () => {
    const [bad, good, none] = await analyse([
      'My parcel is broken and nobody answers, terrible service',
      'I love it, thank you so much',
      '',
    ]);
    expect(bad).toMatchObject({ language: 'en', sentiment: { label: 'negative' }, intent: { label: 'complaint' } });
    expect(bad?.reasons['sentiment']?.length).toBeGreaterThan(0);
    expect(good?.sentiment).toMatchObject({ label: 'positive' });
    expect(Object.keys(none?.reasons ?? {}).sort()).toEqual(['intent', 'risk', 'sentiment', 'urgency']);
    expect(await analyse([])).toEqual([]);
  });

  it('takes more than a megabyte of texts, and lets others in meanwhile', async () => {
    const texts = Array.from({ length: 300 }, (_, i) => `The parcel number ${i} is late again. `.repeat(110));
    const scored = analyse(texts);
    const from = performance.now();
    expect((await people.as.viewer.get('/mentions')).status).toBe(200);
    const waited = performance.now() - from;
    expect(await scored).toHaveLength(300);
    expect(waited).toBeLessThan(performance.now() - from);
  }, 60_000);

  it('takes hostile texts, and names what is too much', async () => {
    const results = await analyse(['\u0000', '\ud800', '🙂'.repeat(1000), 'ş'.repeat(50_000), '<script>']);
    expect(results).toHaveLength(5);
    const many = await people.as.viewer.post('/analyse', { texts: Array.from({ length: 1001 }, () => 'x') });
    expect(many.body).toMatchObject({ status: 400, errors: [{ at: 'texts' }] });
    expect((await people.as.nobody.post('/analyse', { texts: [] })).status).toBe(401);
  });
});

describe('correcting a mention', () => {
  it('changes its labels, its case when it opened it, and writes it down', async () => {
    const { db } = doors;
    const origin = await addOrigin(db);
    const watch = await addWatch(db, people.teamId, 'Ours');
    const caseId = await addCase(db, people.teamId, watch, origin);
    const [first, second] = (await addMentions(db, origin, [
      { teamIds: [people.teamId], watchIds: [watch], caseId },
      { teamIds: [people.teamId], watchIds: [watch], caseId },
    ])) as [string, string];
    const { status, body } = await correct([
      { mentionId: first, sentiment: 'positive', intent: 'praise' },
      { mentionId: second, relevance: false, urgency: 0.9 },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ stored: 2, version: expect.any(String) });
    const view = async (id: string) => (await people.as.viewer.get<MentionView>(`/mentions/${id}`)).body;
    expect(await view(first)).toMatchObject({
      state: 'heard',
      scores: {
        sentiment: { label: 'positive', score: 0.5, reasons: [{ code: 'corrected' }] },
        intent: { label: 'praise' },
        urgency: { score: 0.4 },
      },
    });
    expect(await view(second)).toMatchObject({
      state: 'not-ours',
      scores: { sentiment: { label: 'negative' }, urgency: { score: 0.9 } },
    });
    expect(await db.one('select sentiment, intent, urgency, version from desk_case where id = $1', [caseId])).toEqual({
      sentiment: 'positive',
      intent: 'praise',
      urgency: 0.4,
      version: 2,
    });
    expect(await db.query('select kind, data from activity where case_id = $1 order by id', [caseId])).toEqual([
      { kind: 'corrected', data: { mentionId: first, sentiment: 'positive', intent: 'praise' } },
      { kind: 'corrected', data: { mentionId: second, urgency: 0.9, relevance: 0 } },
    ]);
    expect(await db.query('select mention_id, text, lang, person_id, relevance from correction order by id')).toEqual([
      { mention_id: first, text: 'acme is down', lang: 'en', person_id: people.ids.responder, relevance: null },
      { mention_id: second, text: 'acme is down', lang: 'en', person_id: people.ids.responder, relevance: 0 },
    ]);
  });

  it('stores none of them when one is another team’s, and says which', async () => {
    const origin = await addOrigin(doors.db);
    const [foreign] = await addMentions(doors.db, origin, [{ teamIds: [people.otherTeamId] }]);
    const count = () => doors.db.one('select count(*) as n from correction');
    const before = await count();
    const { body } = await correct([
      { text: 'fine', sentiment: 'positive' },
      { mentionId: foreign, sentiment: 'positive' },
    ]);
    expect(body).toMatchObject({ status: 404, code: 'not-found', errors: [{ at: 'items[1].mentionId' }] });
    expect(await count()).toEqual(before);
    expect(await doors.db.one('select sentiment from mention where id = $1', [foreign])).toEqual({ sentiment: 'negative' });
  });

  it('names what does not fit', async () => {
    for (const item of [
      {},
      { text: 'x' },
      { text: 'x', mentionId: '1', intent: 'spam' },
      { text: 'x', sentiment: 'sad' },
      { text: 'x', urgency: 2 },
    ])
      expect((await correct([item])).status).toBe(400);
    expect((await correct([])).status).toBe(400);
    expect((await correct([{ text: 'a \u0000', sentiment: 'neutral' }])).status).toBe(400);
    for (const role of ['viewer', 'administrator'] as const)
      expect((await correct([{ text: 'x', sentiment: 'neutral' }], people.as[role])).status).toBe(403);
  });
});

describe('learning', () => {
  it('is in force when the answer comes, is listed with its checks, and can be gone back from and forward again', async () => {
    const shipped = await analyse(['a blorpish zanit, vemmish', 'a frandle oskin, lumvy']);
    const { body } = await correct(Array.from({ length: 400 }, (_, i) => lesson(i)));
    expect(body.stored).toBe(400);
    const learned = await analyse(['a blorpish zanit, vemmish', 'a frandle oskin, lumvy']);
    expect(learned.map((r) => r.sentiment.label)).toEqual(['negative', 'positive']);
    expect(learned[0]?.version).toBe(body.version);
    expect(body.version).toMatch(/^\w+\+\w+$/);

    const list = await learning();
    expect(list).toMatchObject({ version: body.version });
    expect(list.items[0]).toMatchObject({ inForce: true, by: { id: people.ids.responder } });
    expect(list.items[0]?.checks.find((c) => c.field === 'sentiment')).toMatchObject({ taken: true });
    const file = LearnedLayerFile.parse((await people.as.manager.get('/learning/export')).body);
    expect(body.version.endsWith(`+${file.version}`)).toBe(true);

    const origin = await addOrigin(doors.db);
    await addMentions(doors.db, origin, [
      { text: 'the blorpish zanit of 7 days, quite vemmish', teamIds: [people.teamId] },
      { text: 'My parcel is broken, terrible service', teamIds: [people.teamId] },
      { text: 'the blorpish zanit of others', teamIds: [people.otherTeamId] },
    ]);
    const changes = LearnedChanges.parse((await people.as.manager.get('/learning/changes')).body);
    expect(changes.samples.map((s) => s.text)).toContain('the blorpish zanit of 7 days, quite vemmish');
    expect(changes.samples.map((s) => s.text)).not.toContain('the blorpish zanit of others');
    expect(changes.samples[0]).toMatchObject({ sentiment: { after: 'negative' } });
    expect(changes.sentiment + changes.intent).toBeGreaterThan(0);

    const back = await people.as.manager.post<LearningView>('/learning/shipped/restore');
    expect(back.body).toMatchObject({ corrections: 0 });
    const none = await people.as.manager.get('/learning/changes');
    expect(none.body).toMatchObject({ sentiment: 0, intent: 0, samples: [] });
    expect(await analyse(['a blorpish zanit, vemmish', 'a frandle oskin, lumvy'])).toEqual(shipped);
    expect((await people.as.manager.get('/learning/export')).status).toBe(404);

    const forth = await people.as.manager.post<LearningView>(`/learning/${file.version}/restore`);
    expect(forth.body.version).toBe(body.version);
    expect((await analyse(['a blorpish zanit, vemmish']))[0]?.sentiment.label).toBe('negative');
    expect((await people.as.manager.post('/learning/nothing/restore')).status).toBe(404);
    expect((await people.as.manager.post(`/learning/${encodeURIComponent("'--")}/restore`)).status).toBe(404);
    expect((await people.as.responder.get('/learning')).status).toBe(403);
  }, 120_000);

  it('learns no more from what was gone back on', async () => {
    await people.as.manager.post('/learning/shipped/restore');
    const { body } = await correct([{ text: 'one more', sentiment: 'neutral' }]);
    expect(body.version).not.toContain('+');
    expect((await learning()).corrections).toBe(1);
  }, 60_000);

  it('answers many at once with few trainings', async () => {
    const before = (await learning()).items.length;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => correct([{ text: `at once ${i}`, sentiment: 'neutral' }])),
    );
    expect(answers.map((a) => a.status)).toEqual(answers.map(() => 200));
    expect((await learning()).items.length - before).toBeLessThanOrEqual(3);
    expect((await learning()).corrections).toBe(13);
  }, 60_000);

  it('reaches other processes through the outbox', async () => {
    const scorer = doors.app.get(Scorer);
    await doors.db.query(`update learned_layer set in_force = false`);
    await doors.db.query(
      `update learned_layer set in_force = true where id = (select id from learned_layer where layer -> 'heads' ? 'sentiment' limit 1)`,
    );
    await doors.db.query(
      `insert into outbox_event (seq, kind, at, payload) values (outbox_seq(0), 'settings.changed', now(), '{"what": "learning"}')`,
    );
    for (let i = 0; i < 100 && !scorer.version.includes('+'); i++) await new Promise((done) => setTimeout(done, 20));
    expect(scorer.version).toContain('+');
  });
});
