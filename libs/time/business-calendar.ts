/** Due times in open time: how long until so many open seconds have passed, and how much was open between two instants. Exact to the millisecond. */
import type { CalendarRules } from './calendar-rules.js';
import { openTimesOf, readRules, type OpenTimes, type ReadRules } from './open-times.js';

/** Nobody promises anything further ahead; it bounds the work for calendars that are hardly ever open. */
export const HORIZON_YEARS = 100;
/** Tables of this many years are kept; each takes some 10 KB, and most calendars ever need two or three. */
const MOST_YEARS = 256;

/** Why there is no due time. */
export type NeverDue = 'never-open' | 'too-far';

export class BusinessCalendar {
  private readonly rules: ReadRules;
  private readonly years = new Map<number, OpenTimes>();
  /** After this year only the hours of the week matter. */
  private readonly lastDatedYear: number;
  private readonly weekIsEmpty: boolean;

  /** @param rules without faults (calendarFaults), in a zone that exists (isZone) */
  constructor(rules: CalendarRules) {
    this.rules = readRules(rules);
    this.weekIsEmpty = this.rules.week.every((pairs) => pairs.length === 0);
    const dated = [...this.rules.days.keys(), ...this.rules.cover.map(([, to]) => to)];
    this.lastDatedYear = dated.reduce((last, at) => Math.max(last, yearOf(at)), -Infinity) + 1;
  }

  /**
   * @param from instant in ms
   * @param seconds of open time, not negative
   * @returns the first instant in ms at which that much open time has passed since `from`; null when that never comes (see `whyNever`)
   */
  due(from: number, seconds: number): number | null {
    return this.dueAfter(from, Math.round(seconds * 1000));
  }

  /** As `due`, in milliseconds of open time. */
  dueAfter(from: number, openMs: number): number | null {
    let left = openMs;
    if (left <= 0) return from;
    const first = yearOf(from);
    for (let year = first; year <= this.lastYear(first); year++) {
      const { starts, ends, before } = this.table(year);
      const n = starts.length;
      const i = year === first ? firstAbove(ends, from) : 0;
      const passed = i < n ? Math.max(0, from - (starts[i] as number)) : 0;
      const goal = (before[i] as number) + (year === first ? passed : 0) + left;
      const all = before[n] as number;
      if (goal <= all) {
        const at = firstNotBelow(before, goal) - 1;
        return (starts[at] as number) + goal - (before[at] as number);
      }
      left = goal - all;
    }
    return null;
  }

  /** @returns why `due` from that instant answered null */
  whyNever(from: number): NeverDue {
    return this.nextOpening(from) === null ? 'never-open' : 'too-far';
  }

  /** @returns milliseconds that are open in [from, to); 0 when `to` is not after `from` */
  openMs(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [yearOf(from), yearOf(to)];
    let open = this.openBefore(last, to) - this.openBefore(first, from);
    for (let year = first; year < last && year <= this.lastYear(first); year++) open += this.table(year).before.at(-1) as number;
    return open;
  }

  /** @returns whether the calendar is open at that instant */
  isOpen(at: number): boolean {
    const { starts, ends } = this.table(yearOf(at));
    const i = firstAbove(ends, at);
    return i < starts.length && (starts[i] as number) <= at;
  }

  /** @returns the first open instant at or after `from`; null: none within the horizon */
  nextOpening(from: number): number | null {
    const first = yearOf(from);
    for (let year = first; year <= this.lastYear(first); year++) {
      const { starts, ends } = this.table(year);
      const i = firstAbove(ends, from);
      if (i < starts.length) return Math.max(from, starts[i] as number);
    }
    return null;
  }

  private lastYear(first: number): number {
    const horizon = first + HORIZON_YEARS;
    return this.weekIsEmpty ? Math.min(horizon, Math.max(first, this.lastDatedYear)) : horizon;
  }

  /** Open ms from the beginning of the year to `at`. */
  private openBefore(year: number, at: number): number {
    const { starts, ends, before } = this.table(year);
    const i = firstAbove(ends, at);
    return (before[i] as number) + (i < starts.length ? Math.max(0, at - (starts[i] as number)) : 0);
  }

  private table(year: number): OpenTimes {
    const known = this.years.get(year);
    if (known) return known;
    const made = openTimesOf(this.rules, year);
    if (this.years.size >= MOST_YEARS) this.years.delete(this.years.keys().next().value as number);
    this.years.set(year, made);
    return made;
  }
}

const yearOf = (at: number) => new Date(at).getUTCFullYear();

/** @returns the index of the first value above `x`, or the length */
function firstAbove(values: Float64Array, x: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @returns the index of the first value that is not below `x`, or the length */
function firstNotBelow(values: Float64Array, x: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) >= x) high = middle;
    else low = middle + 1;
  }
  return low;
}
