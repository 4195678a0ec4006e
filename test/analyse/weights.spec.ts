/** Weights of risk and urgency through the doors, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnalyseAnswer } from '../../libs/contracts/http/analyse.js';
import { WeightsView } from '../../libs/contracts/http/weights.js';
import { AnalyseModule } from '../../src/analyse/analyse.module.js';
import { Scorer } from '../../src/analyse/scorer.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

let doors: TestDoors;
let people: DeskPeople;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, AnalyseModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const LEGAL = 'My lawyer will contact you about this parcel.';
const read = async () => WeightsView.parse((await people.as.viewer.get('/weights')).body);
const put = (weights: unknown, by = people.as.manager) => by.call<WeightsView>('PUT', '/weights', { weights });
const scored = async () => (await people.as.viewer.post<AnalyseAnswer>('/analyse', { texts: [LEGAL] })).body.results[0]!;
const withLegal = (weights: WeightsView['weights'], legal: number) => ({
  ...weights,
  risk: { ...weights.risk, signal: { ...weights.risk.signal, legal } },
});

describe('what raises risk', () => {
  it('is as shipped until somebody sets it, holds at once, names its version, and goes back', async () => {
    const before = await read();
    expect(before).toMatchObject({ own: false, at: null, by: null });
    expect(before.weights).toEqual(before.shipped);
    const was = await scored();

    const { status, body } = await put(withLegal(before.weights, 0.9));
    expect(status).toBe(200);
    expect(body).toMatchObject({ own: true, by: { id: people.ids.manager } });
    expect(body.version).toMatch(/^\w+~[0-9a-f]{8}$/);
    const now = await scored();
    expect(now.version).toBe(body.version);
    expect(now.risk).toBeGreaterThan(was.risk);
    expect(now.riskLevel).toBe('high');
    expect(now.reasons['risk']).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'signal.legal', weight: 0.9 })]));

    const again = await put(withLegal(before.weights, 0.9));
    expect(again.body.version).toBe(body.version);
    const other = await put(withLegal(before.weights, 0.8));
    expect(other.body.version).not.toBe(body.version);
    expect(await doors.db.one('select weights -> \'risk\' -> \'signal\' ->> \'legal\' as legal from score_weights where version = $1 limit 1', [body.version.split('~')[1]])).toEqual({ legal: '0.9' }); // prettier-ignore

    expect((await put(null)).body).toMatchObject({ own: false, version: before.version });
    expect(await scored()).toEqual(was);
  });

  it('refuses what is out of range, unknown or missing, and names it', async () => {
    const { weights } = await read();
    const refusals = [
      [withLegal(weights, 2), 'weights.risk.signal.legal'],
      [{ ...weights, mediumFrom: 0.7 }, 'weights.mediumFrom'],
      [{ ...weights, risk: { ...weights.risk, luck: 1 } }, 'weights.risk'],
      [{ ...weights, urgency: undefined }, 'weights.urgency'],
      [undefined, 'weights'],
    ] as const;
    for (const [body, at] of refusals) expect((await put(body)).body).toMatchObject({ code: 'invalid-body', errors: [{ at }] });
    for (const role of ['viewer', 'responder', 'administrator'] as const)
      expect((await put(null, people.as[role])).status).toBe(403);
  });

  it('reaches other processes through the outbox', async () => {
    const { weights } = await read();
    const scorer = doors.app.get(Scorer);
    await doors.db.query(`insert into score_weights (version, weights, at) values ('elsewhere', $1, now())`, [
      JSON.stringify(weights),
    ]);
    await doors.db.query(
      `insert into outbox_event (seq, kind, at, payload) values (outbox_seq(0), 'settings.changed', now(), '{"what": "weights"}')`,
    );
    for (let i = 0; i < 100 && !scorer.version.endsWith('~elsewhere'); i++) await new Promise((done) => setTimeout(done, 20));
    expect(scorer.version).toMatch(/~elsewhere$/);
  });
});
