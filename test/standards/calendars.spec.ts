/** Calendars through the doors: kept in versions, filled with holidays, asked for due times. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarView, CountriesAnswer, DueTimesAnswer, HolidaysAnswer } from '../../libs/contracts/http/calendars.js';
import { StandardsModule } from '../../src/standards/standards.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

let doors: TestDoors;
let people: DeskPeople;
beforeAll(async () => {
  doors = await openDoors([BackgroundModule, StandardsModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const nine = [{ from: '09:00', to: '17:30' }];
const office = {
  zone: 'Europe/Istanbul',
  week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
  country: 'TR',
  holidays: [{ date: '2026-10-29', name: 'Cumhuriyet Bayramı' }],
};
const due = (calendar: unknown, items: unknown[], by = people.as.viewer) =>
  by.post<DueTimesAnswer>('/calendars/due', { calendar, items });

describe('a calendar', () => {
  it('is kept in versions, with who and why, and answers due times by its newest', async () => {
    const added = await people.as.manager.post<CalendarView>('/calendars', { name: 'İstanbul office', rules: office });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ version: 1, by: { id: people.ids.manager }, rules: { exceptions: [], cover: [] } });
    const items = [{ from: '2026-10-28T14:00:00Z', seconds: 3600 }];
    expect((await due(added.body.id, items)).body.items).toEqual([{ dueAt: '2026-10-30T06:30:00.000Z', never: null }]);

    const open = { ...office, exceptions: [{ date: '2026-10-29', hours: [{ from: '10:00', to: '10:10' }], note: 'Shop day' }] };
    const saved = await people.as.manager.call<CalendarView>('PUT', `/calendars/${added.body.id}`, {
      name: 'İstanbul', rules: open, reason: 'The shop opens for ten minutes',
    }); // prettier-ignore
    expect(saved.body).toMatchObject({ version: 2, name: 'İstanbul', reason: 'The shop opens for ten minutes' });
    expect((await due(added.body.id, items)).body.items[0]?.dueAt).toBe('2026-10-30T06:20:00.000Z');
    const versions = await people.as.viewer.get<{ items: CalendarView[] }>(`/calendars/${added.body.id}/versions`);
    expect(versions.body.items.map((v) => v.version)).toEqual([2, 1]);
    expect((await people.as.manager.post('/calendars', { name: 'İstanbul', rules: office })).body).toMatchObject({
      code: 'name-taken',
    });

    expect((await people.as.manager.call('DELETE', `/calendars/${added.body.id}`)).status).toBe(204);
    expect((await people.as.viewer.get(`/calendars/${added.body.id}`)).status).toBe(404);
  });

  it('may be asked about before it exists, and says when a time never comes', async () => {
    const never = { zone: 'UTC', week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect((await due(never, [{ from: '2026-01-01T00:00:00Z', seconds: 1 }])).body.items).toEqual([
      { dueAt: null, never: 'never-open' },
    ]);
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      from: new Date(Date.UTC(2026, 0, 1) + i * 61_000).toISOString(),
      seconds: i,
    }));
    expect((await due(office, many)).body.items).toHaveLength(10_000);
  });

  it('is refused with the reason when it cannot be one, and only managers change any', async () => {
    const bad: [object, string][] = [
      [{ ...office, zone: 'Europe/Atlantis' }, 'rules.zone'],
      [{ ...office, week: { ...office.week, mon: [{ from: '17:00', to: '09:00' }] } }, 'rules.week.mon.0'],
      [{ ...office, exceptions: [{ date: '2026-02-30', hours: [] }] }, 'rules.exceptions.0.date'],
      [{ ...office, cover: [{ from: '2026-02-03T10:00', to: '2026-02-03T09:00' }] }, 'rules.cover.0'],
    ];
    for (const [rules, at] of bad)
      expect((await people.as.manager.post('/calendars', { name: 'x', rules })).body).toMatchObject({
        code: 'invalid-body',
        errors: [{ at }],
      });
    for (const role of ['viewer', 'responder', 'administrator'] as const)
      expect((await people.as[role].post('/calendars', { name: 'x', rules: office })).status).toBe(403);
  });
});

describe('holidays', () => {
  const of = async (query: string) => (await people.as.manager.get<HolidaysAnswer>(`/calendars/holidays?${query}`)).body.items;

  it('are a country’s whole days off, also those that follow the moon', async () => {
    const days = await of('country=TR&from=2026');
    const dates = days.map((d) => d.date);
    expect(dates.filter((d) => d > '2026-03-01' && d < '2026-04-01')).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
    expect(dates.filter((d) => d > '2026-05-20' && d < '2026-06-01')).toEqual([
      '2026-05-27',
      '2026-05-28',
      '2026-05-29',
      '2026-05-30',
    ]);
    expect(dates).toEqual(expect.arrayContaining(['2026-01-01', '2026-04-23', '2026-10-29']));
    expect(await of('country=sk&from=2026&years=2')).toEqual(
      expect.arrayContaining([expect.objectContaining({ date: '2027-03-26' })]),
    );
    expect((await of('country=DE&region=BY&from=2026')).map((d) => d.date)).toContain('2026-01-06');
    expect((await of('country=DE&from=2026')).map((d) => d.date)).not.toContain('2026-01-06');
  });

  it('name the places they know, and refuse the others', async () => {
    const { body } = await people.as.manager.get<CountriesAnswer>('/calendars/countries');
    expect(body.items.find((c) => c.code === 'DE')?.regions).toContainEqual({ code: 'BY', name: 'Bayern' });
    expect((await people.as.manager.get('/calendars/holidays?country=QQ&from=2026')).body).toMatchObject({
      errors: [{ at: 'country' }],
    });
    expect((await people.as.manager.get('/calendars/holidays?country=SK&region=ZZ&from=2026')).body).toMatchObject({
      errors: [{ at: 'region' }],
    });
  });
});
