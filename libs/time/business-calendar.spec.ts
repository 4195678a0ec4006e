import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from './business-calendar.js';
import { calendarFaults, WEEKDAYS, type CalendarRules, type Hours } from './calendar-rules.js';
import { slowDue, slowIsOpen, slowOpenMs } from './fixtures/slow-calendar.js';

const week = (hours: Hours[], days = WEEKDAYS as readonly string[]) =>
  Object.fromEntries(WEEKDAYS.map((d) => [d, days.includes(d) ? hours : []])) as unknown as CalendarRules['week'];
const rules = (zone: string, more: Partial<CalendarRules> = {}): CalendarRules => ({
  zone,
  week: week([{ from: '09:00', to: '17:00' }], WEEKDAYS.slice(0, 5)),
  holidays: [],
  exceptions: [],
  cover: [],
  ...more,
});
const allDay = week([{ from: '00:00', to: '24:00' }]);
const at = (iso: string) => Date.parse(iso);
const due = (of: CalendarRules, from: string, seconds: number) => {
  const found = new BusinessCalendar(of).due(at(from), seconds);
  return found === null ? null : new Date(found).toISOString();
};

describe('due times', () => {
  it('count business time only, to the second, over nights, weekends, holidays and exceptions', () => {
    const bratislava = rules('Europe/Bratislava', {
      holidays: [{ date: '2026-11-17' }],
      exceptions: [{ date: '2026-11-18', hours: [{ from: '12:00', to: '12:10' }] }],
      cover: [{ from: '2026-11-15T10:00', to: '2026-11-15T10:05' }],
    });
    expect(due(bratislava, '2026-11-13T15:59:30Z', 30)).toBe('2026-11-13T16:00:00.000Z');
    expect(due(bratislava, '2026-11-13T15:59:30Z', 31)).toBe('2026-11-15T09:00:01.000Z');
    expect(due(bratislava, '2026-11-13T16:00:00Z', 300 + 8 * 3600)).toBe('2026-11-16T16:00:00.000Z');
    expect(due(bratislava, '2026-11-16T16:00:00Z', 601)).toBe('2026-11-19T08:00:01.000Z');
    expect(due(bratislava, '2026-11-14T03:00:00Z', 0)).toBe('2026-11-14T03:00:00.000Z');
  });

  it('follow the wall clock over changes of the clocks: a skipped hour is not open, a repeated one is open twice', () => {
    const night = rules('Europe/Bratislava', { week: week([{ from: '01:00', to: '04:00' }]) });
    expect(due(night, '2026-03-29T00:00:00Z', 3600 + 1)).toBe('2026-03-29T01:00:01.000Z');
    expect(due(night, '2026-03-29T00:00:00Z', 2 * 3600)).toBe('2026-03-29T02:00:00.000Z');
    expect(due(night, '2026-10-24T23:00:00Z', 4 * 3600)).toBe('2026-10-25T03:00:00.000Z');
    expect(due(rules('Europe/Bratislava', { week: allDay }), '2026-10-24T10:00:00Z', 86_400)).toBe('2026-10-25T10:00:00.000Z');
  });

  it('know zones that changed their rules, a day that a country left out, 29 February and years ahead', () => {
    // Turkey stayed on summer time from 2016 on; before, winter was UTC+2.
    expect(due(rules('Europe/Istanbul'), '2015-12-01T07:00:00Z', 1)).toBe('2015-12-01T07:00:01.000Z');
    expect(due(rules('Europe/Istanbul'), '2026-12-01T05:00:00Z', 1)).toBe('2026-12-01T06:00:01.000Z');
    // Samoa had no 30 December 2011.
    const samoa = rules('Pacific/Apia', { week: allDay, exceptions: [{ date: '2011-12-30', hours: [] }] });
    expect(due(samoa, '2011-12-30T09:59:59Z', 2)).toBe('2011-12-30T10:00:01.000Z');
    expect(due(rules('UTC'), '2028-02-28T17:00:00Z', 1)).toBe('2028-02-29T09:00:01.000Z');
    expect(due(rules('UTC'), '2026-01-01T00:00:00Z', 261 * 8 * 3600)).toBe('2026-12-31T17:00:00.000Z');
    expect(due(rules('UTC', { week: allDay }), '2026-01-01T00:00:00Z', 365 * 86_400 + 1)).toBe('2027-01-01T00:00:01.000Z');
  });

  it('say so when they never come', () => {
    const empty = rules('Europe/Bratislava', { week: week([]), cover: [{ from: '2030-01-01T00:00', to: '2030-01-01T00:01' }] });
    const calendar = new BusinessCalendar(empty);
    expect(calendar.due(at('2026-01-01T00:00:00Z'), 60)).toBe(at('2029-12-31T23:01:00Z'));
    expect(calendar.due(at('2026-01-01T00:00:00Z'), 61)).toBeNull();
    expect(calendar.whyNever(at('2026-01-01T00:00:00Z'))).toBe('too-far');
    expect(calendar.whyNever(at('2031-01-01T00:00:00Z'))).toBe('never-open');
    const seldom = new BusinessCalendar(rules('UTC', { week: week([{ from: '00:00', to: '00:01' }], ['mon']) }));
    expect(seldom.due(at('2026-01-01T00:00:00Z'), 86_400 * 365)).toBeNull();
    expect(seldom.whyNever(at('2026-01-01T00:00:00Z'))).toBe('too-far');
  });
});

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 90, 120, 150, 180, 240, 1440)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((c) => Array.from({ length: Math.floor(c.length / 2) }, (_, i) => ({ from: clock(c[2 * i]!), to: clock(c[2 * i + 1]!) })));
/** Just before changes of the clocks, of the rules, of the month or of the day itself. */
const MOMENTS = [
  ['Europe/Bratislava', '2026-03-28T20:00:00Z'], ['Europe/Bratislava', '2026-10-24T20:00:00Z'], ['Europe/Bratislava', '2031-12-31T20:00:00Z'],
  ['Europe/Istanbul', '2016-09-07T12:00:00Z'], ['Europe/Istanbul', '2015-11-07T18:00:00Z'], ['America/New_York', '2027-03-13T22:00:00Z'],
  ['America/New_York', '2027-11-06T22:00:00Z'], ['Australia/Lord_Howe', '2026-04-04T09:00:00Z'], ['Australia/Lord_Howe', '2026-10-03T09:00:00Z'],
  ['Asia/Kathmandu', '2028-02-28T12:00:00Z'], ['Pacific/Apia', '2011-12-29T22:00:00Z'], ['Africa/Casablanca', '2026-02-14T20:00:00Z'],
  ['America/Caracas', '2016-04-30T22:00:00Z'], ['Asia/Pyongyang', '2018-05-04T10:00:00Z'], ['America/Sao_Paulo', '2018-11-03T20:00:00Z'],
] as const; // prettier-ignore
const dayAfter = (iso: string, days: number) => new Date(at(iso) + days * 86_400_000).toISOString().slice(0, 10);
const cases = fc.constantFrom(...MOMENTS).chain(([zone, start]) =>
  fc.record({
    from: fc.integer({ min: 0, max: 14 * 3600 }).map((s) => at(start) + s * 1000),
    seconds: fc.integer({ min: 1, max: 6 * 3600 }),
    calendar: fc.record({
      zone: fc.constant(zone),
      week: fc
        .tuple(...WEEKDAYS.map(() => fc.option(hours, { nil: [], freq: 5 })))
        .map((of) => Object.fromEntries(WEEKDAYS.map((d, i) => [d, of[i]])) as unknown as CalendarRules['week']),
      holidays: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 1 }).map((days) => days.map((d) => ({ date: dayAfter(start, d) }))),
      exceptions: fc
        .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.option(hours, { nil: [] })), { maxLength: 2, selector: (e) => e[0] })
        .map((of) => of.map(([d, h]) => ({ date: dayAfter(start, d), hours: h }))),
      cover: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 400 })), { maxLength: 2 })
        .map((of) => of.map(([d, m, n]) => ({ from: `${dayAfter(start, d)}T${clock(m)}`, to: `${dayAfter(start, d)}T${clock(m + n)}` }))),
    }),
  }),
); // prettier-ignore

describe('against a walk minute by minute', () => {
  const MINUTES = 2200;

  it('answers the same due times', () => {
    let reached = 0;
    fc.assert(
      fc.property(cases, ({ calendar, from, seconds }) => {
        expect(calendarFaults(calendar)).toEqual([]);
        const slow = slowDue(calendar, from, seconds, MINUTES);
        const fast = new BusinessCalendar(calendar).due(from, seconds);
        if (slow === undefined) expect(fast === null || fast > from + (MINUTES - 1) * 60_000).toBe(true);
        else expect(fast).toBe(slow);
        if (slow !== undefined) reached++;
      }),
      { numRuns: 120 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  it('measures the same open time and opens at the same moments', () => {
    fc.assert(
      fc.property(cases, ({ calendar, from, seconds }) => {
        const fast = new BusinessCalendar(calendar);
        expect(fast.openMs(from, from + seconds * 1000)).toBe(slowOpenMs(calendar, from, from + seconds * 1000));
        expect(fast.isOpen(from)).toBe(slowIsOpen(calendar, from));
      }),
      { numRuns: 80 },
    );
  });
});

it('measures back what it has promised, over years', () => {
  const calendar = new BusinessCalendar(rules('Europe/Istanbul', { holidays: [{ date: '2027-10-29' }] }));
  const instants = fc.integer({ min: at('2025-01-01T00:00:00Z') / 1000, max: at('2032-01-01T00:00:00Z') / 1000 });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 3 * 2000 * 3600 }), (s, seconds) => {
      const end = calendar.due(s * 1000, seconds) as number;
      expect(calendar.openMs(s * 1000, end)).toBe(seconds * 1000);
      expect(calendar.openMs(s * 1000, end - 1)).toBe(seconds * 1000 - 1);
    }),
    { numRuns: 2000 },
  );
});

it('names what is wrong in a calendar', () => {
  const bad = rules('UTC', {
    week: { ...week([]), mon: [{ from: '09:00', to: '08:00' }], tue: [{ from: '09:00', to: '24:30' }], wed: [{ from: '08:00', to: '12:00' }, { from: '11:00', to: '13:00' }] },
    holidays: [{ date: '2026-02-29' }, { date: '2026-03-01' }, { date: '2026-03-01' }],
    cover: [{ from: '2026-01-01T10:00', to: '2026-01-01T10:00' }, { from: '2026-01-01', to: '2026-01-01T10:00' }],
  }); // prettier-ignore
  expect(calendarFaults(bad).map((f) => f.at)).toEqual([
    'week.mon.0', 'week.tue.0', 'week.wed.1', 'holidays.0.date', 'holidays.2.date', 'cover.0', 'cover.1',
  ]); // prettier-ignore
});
