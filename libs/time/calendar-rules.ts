/** A calendar as people write it: hours of the week, holidays, exceptions, on-call cover, all in the wall-clock time of one zone. */

/** Hours of one day: "HH:MM" to "HH:MM", the end exclusive and at the latest "24:00". A shift over midnight is two of them. */
export interface Hours {
  from: string;
  to: string;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface CalendarRules {
  /** IANA name of the zone whose wall clock the hours are read from. */
  zone: string;
  week: Readonly<Record<Weekday, readonly Hours[]>>;
  /** Days that are closed, as "YYYY-MM-DD". */
  holidays: readonly { date: string }[];
  /** Days with other hours than their weekday's or holiday's; without hours: closed. They win over holidays. */
  exceptions: readonly { date: string; hours: readonly Hours[] }[];
  /** Times in which somebody is on call: open whatever the day is. Wall-clock "YYYY-MM-DDTHH:MM", the end exclusive. */
  cover: readonly { from: string; to: string }[];
}

/** What is wrong with a calendar: where, and why in plain words. */
export interface CalendarFault {
  at: string;
  message: string;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MINUTES = 24 * 60;

/** @param time "HH:MM" @returns minutes since midnight; NaN when it is no time of a day */
export function minutesOf(time: string): number {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : NaN;
  return minutes <= DAY_MINUTES && Number(parts?.[2]) < 60 ? minutes : NaN;
}

/** @param date "YYYY-MM-DD" @returns the day's midnight read as if it were UTC, in ms; NaN when there is no such day */
export function dayOf(date: string): number {
  const parts = DATE.exec(date);
  const at = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? at : NaN;
}

/** @param wall "YYYY-MM-DDTHH:MM" @returns that wall-clock time read as if it were UTC, in ms; NaN when it is none */
export function wallOf(wall: string): number {
  const [date = '', time = ''] = wall.split('T');
  return dayOf(date) + minutesOf(time) * 60_000;
}

/** @returns what is wrong with the hours, dates and cover; an empty list when the calendar can be used (the zone is checked by isZone) */
export function calendarFaults(rules: CalendarRules): CalendarFault[] {
  return [
    ...WEEKDAYS.flatMap((day) => hoursFaults(rules.week[day], `week.${day}`)),
    ...datesFaults(rules.holidays, 'holidays'),
    ...datesFaults(rules.exceptions, 'exceptions'),
    ...rules.exceptions.flatMap((e, i) => hoursFaults(e.hours, `exceptions.${i}.hours`)),
    ...rules.cover.flatMap((c, i) => {
      const [from, to] = [wallOf(c.from), wallOf(c.to)];
      if (Number.isNaN(from) || Number.isNaN(to)) return [{ at: `cover.${i}`, message: 'must be two times that exist' }];
      return from < to ? [] : [{ at: `cover.${i}`, message: 'must end after it begins' }];
    }),
  ];
}

function hoursFaults(hours: readonly Hours[], at: string): CalendarFault[] {
  let end = -1;
  for (const [i, { from, to }] of hours.entries()) {
    const [a, b] = [minutesOf(from), minutesOf(to)];
    if (Number.isNaN(a) || Number.isNaN(b)) return [{ at: `${at}.${i}`, message: 'must be times from 00:00 to 24:00' }];
    if (a >= b) return [{ at: `${at}.${i}`, message: 'must end after they begin; a shift over midnight is two' }];
    if (a < end) return [{ at: `${at}.${i}`, message: 'must begin after the hours before them end' }];
    end = b;
  }
  return [];
}

function datesFaults(dates: readonly { date: string }[], at: string): CalendarFault[] {
  const seen = new Set<string>();
  return dates.flatMap(({ date }, i) => {
    if (Number.isNaN(dayOf(date))) return [{ at: `${at}.${i}.date`, message: 'there is no such day' }];
    if (seen.has(date)) return [{ at: `${at}.${i}.date`, message: 'this day stands there twice' }];
    seen.add(date);
    return [];
  });
}
