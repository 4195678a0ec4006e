/** Quiet hours: what is not urgent waits until they end. */
import type { QuietHours } from '#libs/contracts/http/ladders.js';
import { DateTime } from 'luxon';

/**
 * @param now when something would be told
 * @returns when it may be told: `now`, or the end of the quiet hours it falls into (they may run over midnight)
 */
export function afterQuiet(quiet: QuietHours | null, now: Date): Date {
  if (!quiet || quiet.from === quiet.to) return now;
  const here = DateTime.fromJSDate(now, { zone: quiet.zone });
  const minute = here.hour * 60 + here.minute;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const inside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!inside) return now;
  const end = here.startOf('day').set({ hour: Math.floor(to / 60), minute: to % 60 });
  return (end > here ? end : end.plus({ days: 1 })).toJSDate();
}

function minuteOf(hour: string): number {
  const [h = 0, m = 0] = hour.split(':').map(Number);
  return h * 60 + m;
}
