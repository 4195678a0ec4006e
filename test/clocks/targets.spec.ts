/** The first promises through the doors: read by everybody, set by managers, as a whole or not at all. */
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TargetsView } from '../../libs/contracts/http/targets.js';
import { ClockTargets } from '../../src/clocks/clock-targets.js';
import { TargetsController } from '../../src/clocks/targets.controller.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

@Module({ controllers: [TargetsController], providers: [ClockTargets] })
class TargetsModule {}

let doors: TestDoors;
let people: DeskPeople;
beforeAll(async () => {
  doors = await openDoors([BackgroundModule, TargetsModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const set = (items: object[], by = people.as.manager) => by.call<TargetsView>('PUT', '/targets', { items });
const urgent = { kind: 'acknowledge', priority: 'urgent', targetSeconds: 60, warnShare: 0.5 };

describe('targets', () => {
  it('are there from the start, two kinds by four priorities', async () => {
    const { body } = await people.as.viewer.get<TargetsView>('/targets');
    expect(body.items).toHaveLength(8);
    expect(body.items[0]).toEqual({ kind: 'acknowledge', priority: 'urgent', targetSeconds: 300, warnShare: 0.6 });
  });

  it('hold for the next case when the answer comes; the others stay', async () => {
    const { status, body } = await set([urgent]);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(8);
    expect(body.items[0]).toEqual(urgent);
    const at = new Date('2026-01-01T00:00:00Z');
    expect(doors.app.get(ClockTargets).plan('urgent', at, ['acknowledge'])[0]?.dueAt).toEqual(new Date('2026-01-01T00:01:00Z'));
  });

  it('refuses what is no promise, and changes nothing then', async () => {
    const bad = [
      { ...urgent, targetSeconds: 0 },
      { ...urgent, warnShare: 1 },
      { ...urgent, priority: 'someday' },
      { ...urgent, targetSeconds: 1.5 },
    ];
    for (const item of bad)
      expect((await set([{ ...urgent, targetSeconds: 999 }, item])).body).toMatchObject({ status: 400, code: 'invalid-body' });
    expect((await set([urgent, urgent])).body).toMatchObject({ status: 400, errors: [{ at: 'items' }] });
    expect((await people.as.viewer.get<TargetsView>('/targets')).body.items[0]).toEqual(urgent);
    for (const role of ['viewer', 'responder', 'administrator'] as const)
      expect((await set([urgent], people.as[role])).status).toBe(403);
  });
});
