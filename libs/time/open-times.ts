/** The open times of one calendar in one year as sorted instants, with the time that was open before each: what makes due times fast. */
import { dayOf, minutesOf, wallOf, WEEKDAYS, type CalendarRules, type Hours } from './calendar-rules.js';
import { offsetSpans, type OffsetSpan } from './zone-offset.js';

/** Interval i is open in [starts[i], ends[i]); before[i] is what was open in the year before it, before[length] all of it. In ms. */
export interface OpenTimes {
  starts: Float64Array;
  ends: Float64Array;
  before: Float64Array;
}

/** The rules, read once: minutes of the day by weekday and by date, cover in wall-clock ms. */
export interface ReadRules {
  zone: string;
  /** Monday first. */
  week: number[][];
  /** Pairs of minutes by the day's midnight; days with an exception, and holidays without one. */
  days: Map<number, number[]>;
  cover: [from: number, to: number][];
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** @param rules without faults (calendarFaults) */
export function readRules({ zone, week, holidays, exceptions, cover }: CalendarRules): ReadRules {
  const pairs = (hours: readonly Hours[]) => hours.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]);
  const days = new Map<number, number[]>(holidays.map(({ date }) => [dayOf(date), []]));
  for (const { date, hours } of exceptions) days.set(dayOf(date), pairs(hours));
  return {
    zone,
    week: WEEKDAYS.map((day) => pairs(week[day])),
    days,
    cover: cover.map((c) => [wallOf(c.from), wallOf(c.to)]),
  };
}

/**
 * A moment is open when the wall clock shows an open time. So an hour that a change of the clocks skips is not open, one that it repeats
 * is open twice.
 * @param year in UTC
 */
export function openTimesOf(rules: ReadRules, year: number): OpenTimes {
  const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const spans = offsetSpans(rules.zone, from, to);
  const open: [number, number][] = [];
  const add = (wallFrom: number, wallTo: number) => addOpen(open, spans, wallFrom, wallTo);
  for (let day = from - 2 * DAY_MS; day < to + 2 * DAY_MS; day += DAY_MS) {
    const pairs = rules.days.get(day) ?? (rules.week[weekdayOf(day)] as number[]);
    for (let i = 0; i < pairs.length; i += 2)
      add(day + (pairs[i] as number) * MINUTE_MS, day + (pairs[i + 1] as number) * MINUTE_MS);
  }
  for (const [wallFrom, wallTo] of rules.cover) add(wallFrom, wallTo);
  return toTable(open);
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => ((((day / DAY_MS + 3) % 7) + 7) % 7) | 0;

function addOpen(open: [number, number][], spans: OffsetSpan[], wallFrom: number, wallTo: number): void {
  for (const { start, end, offset } of spans) {
    const [a, b] = [Math.max(wallFrom - offset, start), Math.min(wallTo - offset, end)];
    if (a < b) open.push([a, b]);
  }
}

function toTable(open: [number, number][]): OpenTimes {
  open.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of open) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  const before = new Float64Array(merged.length + 1);
  merged.forEach(([start, end], i) => (before[i + 1] = (before[i] as number) + end - start));
  return { starts: Float64Array.from(merged, (m) => m[0]), ends: Float64Array.from(merged, (m) => m[1]), before };
}
