/** A moment as people name it, and the instant it ends at in the zone of the desk. */
import { DateTime } from 'luxon';
import type { DayWord, PartOfDay, Unit } from './lists/time-words.js';

export type Day =
  | { readonly word: DayWord }
  /** 1 is Monday; `next`: the one of next week. */
  | { readonly weekday: number; readonly next: boolean }
  | { readonly date: { readonly day: number; readonly month: number; readonly year?: number } };

/** A day, a minute of the day, or both; or a span from now on. */
export interface Moment {
  readonly day?: Day;
  /** Minutes from midnight. */
  readonly minute?: number;
  readonly span?: { readonly amount: number; readonly unit: Unit };
}

/** The last minute each part of a day stands for; a working day ends at 17:00 until a calendar says otherwise. */
export const PART_ENDS: Readonly<Record<PartOfDay, number>> = {
  morning: 12 * 60,
  noon: 12 * 60,
  afternoon: 18 * 60,
  'working-day': 17 * 60,
  evening: 22 * 60,
  'end-of-day': 24 * 60 - 1,
};
const FRIDAY = 5;
const PLUS = { minute: 'minutes', hour: 'hours', day: 'days', week: 'weeks', month: 'months' } as const;

/**
 * @param now when the words are written
 * @param zone IANA name of the zone in which they are meant
 * @returns the last instant at which the promise is kept (a day without an hour: its last second); null when the date does not exist or lies behind
 */
export function dueOf(moment: Moment, now: Date, zone: string): Date | null {
  const here = DateTime.fromJSDate(now, { zone });
  const due = moment.span ? afterSpan(here, moment.span) : onDay(here, moment);
  return due.isValid && due > here ? due.toJSDate() : null;
}

function afterSpan(here: DateTime, { amount, unit }: NonNullable<Moment['span']>): DateTime {
  if (unit === 'business-day') return endOf(afterBusinessDays(here, Math.ceil(amount)));
  const after = here.plus({ [PLUS[unit]]: amount });
  return unit === 'minute' || unit === 'hour' ? after : endOf(after);
}

function afterBusinessDays(here: DateTime, days: number): DateTime {
  let day = here;
  for (let left = Math.min(days, 1000); left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday <= FRIDAY) left -= 1;
  }
  return day;
}

const endOf = (day: DateTime) => day.endOf('day').startOf('second');

function onDay(here: DateTime, { day, minute }: Moment): DateTime {
  const date = day ? dateOf(here, day) : here;
  if (minute === undefined) return endOf(date);
  const at = date.startOf('day').set({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return day || at > here ? at : at.plus({ days: 1 });
}

function dateOf(here: DateTime, day: Day): DateTime {
  if ('date' in day) return dateAhead(here, day.date);
  if ('weekday' in day) {
    const monday = here.startOf('week').plus({ weeks: day.next ? 1 : 0 });
    const that = monday.plus({ days: day.weekday - 1 });
    return day.next || that > here ? that : that.plus({ weeks: 1 });
  }
  return wordDay(here, day.word);
}

function wordDay(here: DateTime, word: DayWord): DateTime {
  const friday = here.startOf('week').plus({ days: FRIDAY - 1 });
  switch (word) {
    case 'today':
      return here;
    case 'tomorrow':
      return here.plus({ days: 1 });
    case 'day-after-tomorrow':
      return here.plus({ days: 2 });
    case 'this-week':
      return here.weekday > FRIDAY ? here.endOf('week') : friday;
    case 'next-week':
      return friday.plus({ weeks: 1 });
    case 'weekend':
      return here.endOf('week');
    case 'this-month':
      return here.endOf('month');
  }
}

/** A date without a year is the next one: this year's, or next year's when that lies behind. */
function dateAhead(here: DateTime, { day, month, year }: { day: number; month: number; year?: number }): DateTime {
  const that = DateTime.fromObject({ year: year ?? here.year, month, day }, { zone: here.zoneName ?? 'utc' });
  return year === undefined && that.isValid && that.endOf('day') < here ? that.plus({ years: 1 }) : that;
}
