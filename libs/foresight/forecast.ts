/** How many promises will break within the next hour, if things go on as they do. */

export interface Staffing {
  /** Due times of the cases that wait, ms since 1970. */
  due: readonly number[];
  /** New cases an hour, and how long after its arrival each is due. */
  arrivalsPerHour: number;
  targetSeconds: number;
  /** From taking a case to its answer. */
  handlingSeconds: number;
  /** Who answers right now. */
  people: number;
}

const HOUR_MS = 3_600_000;
/** What is due later than so long from now is nothing that anybody would take within the hour. */
export const FORESEEN_MS = 2 * HOUR_MS;
/** More than these are not worked through: the answer would be "nearly all" anyway. */
const MOST = 5000;

/**
 * Plays the hour through: whoever is free takes the case that is due first.
 * @returns how many cases that are due within the hour will be late; those that are late already are not counted again
 */
export function forecastBreaches(staffing: Staffing, now: Date): number {
  const start = now.getTime();
  const end = start + HOUR_MS;
  const waiting = [...staffing.due]
    .filter((due) => due < start + FORESEEN_MS)
    .sort((a, b) => a - b)
    .slice(0, MOST);
  const arrivals = arrivalsOf(staffing, start);
  const free = Array.from({ length: Math.max(0, Math.floor(staffing.people)) }, () => start);
  const handling = staffing.handlingSeconds * 1000;
  let late = 0;
  const isLate = (due: number, done: number) => due >= start && due < end && done > due;
  while (free.length > 0) {
    const person = free.indexOf(Math.min(...free));
    const at = free[person] ?? end;
    if (at >= end) break;
    while (arrivals.length > 0 && (arrivals[0]?.at ?? end) <= at) insert(waiting, arrivals.shift()?.due ?? end);
    const due = waiting.shift();
    if (due === undefined) {
      free[person] = arrivals[0]?.at ?? end;
      continue;
    }
    free[person] = at + handling;
    if (isLate(due, at + handling)) late += 1;
  }
  const untouched = [...waiting, ...arrivals.map(({ due }) => due)];
  return late + untouched.filter((due) => isLate(due, Infinity)).length;
}

function arrivalsOf({ arrivalsPerHour, targetSeconds }: Staffing, start: number): { at: number; due: number }[] {
  const n = Math.min(MOST, Math.round(arrivalsPerHour));
  return Array.from({ length: n }, (_, i) => start + ((i + 0.5) * HOUR_MS) / n).map((at) => ({
    at,
    due: at + targetSeconds * 1000,
  }));
}

function insert(sorted: number[], value: number): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
}
