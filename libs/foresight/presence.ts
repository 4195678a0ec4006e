/** How many people are there at each moment, from shifts as people write them. */
import { openTimesOf, readRules } from '../time/open-times.js';
import { WEEKDAYS, type Weekday } from '../time/calendar-rules.js';

/** So many people on these weekdays from one time of the day to another, "HH:MM" on the wall clock of the zone, the end exclusive. */
export interface Shift {
  days: readonly Weekday[];
  from: string;
  to: string;
  people: number;
}

/** From at[i] on people[i] are there, until at[i + 1]; the last step holds for ever. Instants in ms, ascending. */
export interface Presence {
  at: number[];
  people: number[];
}

/**
 * Shifts that meet add up. Changes of the clocks are those of the zone.
 * @param zone that exists (isZone)
 * @param from from when on presence is asked for, in ms
 * @param until nobody is said to be there after this
 */
export function presenceOf(zone: string, shifts: readonly Shift[], from: number, until: number): Presence {
  const changes = new Map<number, number>();
  const add = (at: number, people: number) => changes.set(at, (changes.get(at) ?? 0) + people);
  for (const shift of shifts)
    for (const [start, end] of timesOf(zone, shift, from, until)) {
      add(Math.max(start, from), shift.people);
      add(Math.min(end, until), -shift.people);
    }
  const steps = [...changes].sort((a, b) => a[0] - b[0]);
  let there = 0;
  return { at: steps.map(([at]) => at), people: steps.map(([, change]) => (there += change)) };
}

function timesOf(zone: string, { days, from: begins, to: ends }: Shift, from: number, until: number): [number, number][] {
  const hours = [{ from: begins, to: ends }];
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, days.includes(day) ? hours : []])) as Record<Weekday, typeof hours>;
  const rules = readRules({ zone, week, holidays: [], exceptions: [], cover: [] });
  const times: [number, number][] = [];
  for (let year = yearOf(from); year <= yearOf(until); year++) {
    const { starts, ends: stops } = openTimesOf(rules, year);
    starts.forEach((start, i) => {
      const end = stops[i] as number;
      if (end > from && start < until) times.push([start, end]);
    });
  }
  return times;
}

const yearOf = (at: number) => new Date(at).getUTCFullYear();
