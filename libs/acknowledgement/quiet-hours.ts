/** Hours of the day in which nothing automatic is said. */
import type { QuietHours } from '#libs/contracts/http/acknowledgement-rules.js';
import { offsetAt } from '#libs/time/zone-offset.js';

const DAY_MS = 86_400_000;
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/**
 * @param quiet from and to by the wall clock of its zone; "22:00" to "07:00" goes over midnight, equal times mean never
 * @returns when quiet ends, or null when it is not quiet now
 */
export function quietUntil({ zone, from, to }: QuietHours, now: Date): Date | null {
  const wall = now.getTime() + offsetAt(zone, now.getTime());
  const minute = (wall % DAY_MS) / 60_000;
  const [start, end] = [minutes(from), minutes(to)];
  const quiet = start <= end ? minute >= start && minute < end : minute >= start || minute < end;
  if (!quiet) return null;
  const today = wall - (wall % DAY_MS) + end * 60_000;
  const ends = today > wall ? today : today + DAY_MS;
  // The offset at the end may be another one: read it there, and once more for a change in between.
  const guess = ends - offsetAt(zone, now.getTime());
  return new Date(ends - offsetAt(zone, guess));
}
