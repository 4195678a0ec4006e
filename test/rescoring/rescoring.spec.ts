/** Rescoring through the doors on a real database: what changes, what stays, one at a time, stopped, and carried on after a kill. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RescoringView } from '../../libs/contracts/http/rescoring.js';
import type { WeightsView } from '../../libs/contracts/http/weights.js';
import { scorePost } from '../../libs/scoring/score-post.js';
import { Scorer } from '../../src/analyse/scorer.js';
import { Clock } from '../../src/platform/clock.js';
import { RescoreMentions } from '../../src/rescoring/rescore-mentions.js';
import { RescoringModule } from '../../src/rescoring/rescoring.module.js';
import { AnalyseModule } from '../../src/analyse/analyse.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';
import { addCase, addMentions, addOrigin, addWatch } from '../support/heard.js';

const LEGAL = 'My lawyer will contact you, acme. This is a disgrace.';

let doors: TestDoors;
let people: DeskPeople;
let origin: { sourceId: string; authorId: string };
let watch: string;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, AnalyseModule, RescoringModule], { settings: { ROLES: 'api' } });
  people = await addDeskPeople(doors);
  origin = await addOrigin(doors.db);
  watch = await addWatch(doors.db, people.teamId, 'Ours');
}, 60_000);
afterAll(() => doors.close());

const latest = async () => RescoringView.parse((await people.as.manager.get('/rescoring')).body);
const start = (body: object = {}) => people.as.manager.post<RescoringView>('/rescoring', body);
const work = async (job = doors.app.get(RescoreMentions)) => {
  for (let i = 0; i < 1000 && (await job.run()) !== null; i++);
};
const one = (sql: string, params: unknown[]) => doors.db.one<any>(sql, params);
const heard = (more: object = {}) => ({ text: LEGAL, teamIds: [people.teamId], watchIds: [watch], ...more });

describe('rescoring', () => {
  it('says that there was none', async () => {
    expect(await latest()).toMatchObject({ state: 'none', total: null, done: 0, started: null });
  });

  it('scores mentions and their open cases anew, with progress, and a history line where the level of risk changes', async () => {
    const caseId = await addCase(doors.db, people.teamId, watch, origin);
    const ids = await addMentions(doors.db, origin, [
      heard({ caseId }),
      heard({ text: 'acme is lovely, thank you so much', intent: 'news' }),
    ]);
    const { status, body } = await start();
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'running', total: null, by: { id: people.ids.manager } });
    await work();
    const end = await latest();
    expect(end).toMatchObject({ state: 'done', total: 2, done: 2, changed: 2 });
    expect(Date.parse(end.ended ?? '')).toBeGreaterThanOrEqual(Date.parse(end.started ?? ''));
    const fresh = scorePost({ text: LEGAL, langHint: 'en', followers: 12 });
    const first = await one('select scores, lang, sentiment, intent, risk, urgency from mention where id = $1', [ids[0]]);
    expect(first.scores).toEqual(JSON.parse(JSON.stringify(fresh)));
    expect(first).toMatchObject({ lang: 'en', sentiment: fresh.sentiment.label, intent: fresh.intent.label });
    expect(first.risk).toBeCloseTo(fresh.risk.score, 5);
    const kept = await one('select risk_level, risk, version, priority from desk_case where id = $1', [caseId]);
    expect(kept).toMatchObject({ risk_level: fresh.risk.level, version: 2, priority: 'normal' });
    expect(fresh.risk.level).not.toBe('low');
    expect(await doors.db.query('select kind, data from activity where case_id = $1', [caseId])).toEqual([
      { kind: 'rescored', data: { from: 'low', to: fresh.risk.level } },
    ]);

    const before = await one('select xmin::text from mention where id = $1', [ids[0]]);
    await start();
    await work();
    expect(await latest()).toMatchObject({ state: 'done', done: 2, changed: 0 });
    expect(await one('select xmin::text from mention where id = $1', [ids[0]])).toEqual(before);
    expect((await doors.db.query('select 1 from activity where case_id = $1', [caseId])).length).toBe(1);
  });

  it('never touches what a person put right, and carries the weights of today', async () => {
    const [id] = await addMentions(doors.db, origin, [heard()]);
    const said = { mentionId: id, sentiment: 'positive', urgency: 0.11 };
    expect((await people.as.responder.post('/corrections', { items: [said] })).status).toBe(200);
    const { body } = await people.as.manager.get<WeightsView>('/weights');
    const risk = { ...body.weights.risk, signal: { ...body.weights.risk.signal, legal: 1 } };
    await people.as.manager.call('PUT', '/weights', { weights: { ...body.weights, risk } });
    await start();
    await work();
    const row = await one('select sentiment, sentiment_score, urgency, risk, intent, scores from mention where id = $1', [id]);
    expect(row).toMatchObject({ sentiment: 'positive', sentiment_score: 0.5, urgency: 0.11, risk: 1 });
    expect(row.scores.sentiment).toMatchObject({ label: 'positive', reasons: [{ code: 'corrected' }] });
    expect(row.scores.version).toBe(doors.app.get(Scorer).version);
    expect(row.scores.version).toContain('~');
    expect(row.intent).toBe(scorePost({ text: LEGAL }).intent.label);
  }, 30_000);

  it('keeps to its stretch of time, and refuses one that is none', async () => {
    const [inside, outside] = await addMentions(doors.db, origin, [
      heard({ postedAt: '2026-01-10T12:00:00Z' }),
      heard({ postedAt: '2026-01-20T12:00:00Z' }),
    ]);
    await start({ from: '2026-01-10T00:00:00Z', to: '2026-01-11T00:00:00Z' });
    await work();
    expect(await latest()).toMatchObject({ state: 'done', total: 1, done: 1, from: '2026-01-10T00:00:00.000Z' });
    const versions = await doors.db.query<any>(
      `select scores ->> 'version' as v from mention where id = any($1::bigint[]) order by id`,
      [[inside, outside]],
    );
    expect(versions.map((row) => row.v)).toEqual([doors.app.get(Scorer).version, '1']);
    expect((await start({ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })).body).toMatchObject({
      code: 'invalid-body',
    });
  });

  it('runs once at a time, and stops where it is told to', async () => {
    await addMentions(
      doors.db,
      origin,
      Array.from({ length: 450 }, (_, i) => heard({ text: `${LEGAL} ${i}` })),
    );
    expect((await start()).status).toBe(202);
    expect((await start()).body).toMatchObject({ code: 'rescoring-running' });
    await doors.app.get(RescoreMentions).run();
    expect(await latest()).toMatchObject({ state: 'running', done: 200 });
    expect((await people.as.manager.call('DELETE', '/rescoring')).body).toMatchObject({ state: 'cancelled', done: 200 });
    await work();
    expect(await latest()).toMatchObject({ state: 'cancelled', done: 200 });
    expect((await people.as.manager.call('DELETE', '/rescoring')).status).toBe(404);
    for (const role of ['viewer', 'responder', 'administrator'] as const)
      expect((await people.as[role].post('/rescoring', {})).status).toBe(403);
  }, 30_000);

  it('is carried on by another process when its own was killed, and by none before', async () => {
    await start();
    const killed = doors.app.get(RescoreMentions);
    await killed.run();
    const other = new RescoreMentions(doors.db, doors.app.get(Clock), doors.app.get(Scorer));
    expect(await other.run()).toBeNull();
    await doors.db.query(`update rescoring set lease_until = now() - interval '1 second' where state = 'running'`);
    await work(other);
    const end = await latest();
    expect(end.state).toBe('done');
    expect(end.done).toBe(end.total);
    await killed.run();
    expect(await latest()).toEqual(end);
  }, 30_000);
});
