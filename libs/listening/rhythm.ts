/**
 * What a source usually brings, by hour of the week, and for how long it may be silent before that is odd. A silence is measured in the
 * arrivals that were to be expected during it, so that a quiet night counts for little and a quiet noon for much.
 */

export interface ArrivalHour {
  /** Start of the hour. */
  hour: Date;
  /** Minutes of it in which something arrived: ten posts at once are one arrival, so that bursts do not pass for a steady flow. */
  arrivals: number;
}

export interface Rhythm {
  /** Expected arrivals in each hour of the week, from Sunday 00:00 UTC. */
  perHour: readonly number[];
  arrivalsPerDay: number;
  /** Silence is odd when this many arrivals were to be expected during it. */
  bound: number;
}

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
const DAYS_TO_LEARN = 7;
const ARRIVALS_TO_LEARN = 20;
/** An hour of the week leans on its hour of the day, and that on the mean, as much as on this many weeks (days) of its own. */
const LEAN = 4;
/** No hour counts for less than this share of the mean: in the end every silence is odd. */
const LEAST_SHARE = 0.05;
/** Were arrivals independent (Poisson), a healthy source would be doubted once in this many days. */
const DAYS_BETWEEN_FALSE_ALARMS = 90;
const LEAST_BOUND = 5;
/** Real sources pause for longer than chance says: what they have done before is not odd, with a margin. */
const MARGIN = 1.25;

/**
 * @param arrivals hours in which something arrived, oldest first
 * @param from since when the source was listened to
 * @param to the end of what is known
 * @returns null while too little is known: a week and twenty arrivals
 */
export function learnRhythm(arrivals: readonly ArrivalHour[], from: Date, to: Date): Rhythm | null {
  const days = (to.getTime() - from.getTime()) / (24 * HOUR_MS);
  const total = arrivals.reduce((sum, a) => sum + a.arrivals, 0);
  if (days < DAYS_TO_LEARN || total < ARRIVALS_TO_LEARN) return null;
  const perHour = ratesOf(arrivals, days, total);
  const chance = Math.log(DAYS_BETWEEN_FALSE_ALARMS * Math.max(1, total / days));
  const longest = longestSilence(perHour, arrivals);
  return { perHour, arrivalsPerDay: total / days, bound: Math.max(LEAST_BOUND, chance, MARGIN * longest) };
}

/** @returns arrivals to be expected between two instants */
export function expectedArrivals(perHour: readonly number[], from: Date, to: Date): number {
  let sum = 0;
  for (let at = from.getTime(); at < to.getTime();) {
    const next = Math.min((Math.floor(at / HOUR_MS) + 1) * HOUR_MS, to.getTime());
    sum += ((next - at) / HOUR_MS) * (perHour[hourOfWeek(at)] ?? 0);
    at = next;
  }
  return sum;
}

/** @returns what this hour brings against the mean hour */
export function yieldNow({ perHour }: Pick<Rhythm, 'perHour'>, now: Date): number {
  const mean = perHour.reduce((sum, n) => sum + n, 0) / WEEK_HOURS;
  return mean === 0 ? 1 : (perHour[hourOfWeek(now.getTime())] ?? 0) / mean;
}

/** @returns when silence since `from` becomes odd: to the hour's share of minutes, a year ahead at most */
export function oddAfter({ perHour, bound }: Rhythm, from: Date, times = 1): Date {
  let left = bound * times;
  let at = from.getTime();
  for (const end = at + 366 * 24 * HOUR_MS; at < end;) {
    const next = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
    const rate = perHour[hourOfWeek(at)] ?? 0;
    const here = ((next - at) / HOUR_MS) * rate;
    if (here >= left) return new Date(at + (left / rate) * HOUR_MS);
    left -= here;
    at = next;
  }
  return new Date(at);
}

function ratesOf(arrivals: readonly ArrivalHour[], days: number, total: number): number[] {
  const week = new Array<number>(WEEK_HOURS).fill(0);
  const day = new Array<number>(24).fill(0);
  for (const { hour, arrivals: n } of arrivals) {
    const place = hourOfWeek(hour.getTime());
    week[place] = (week[place] ?? 0) + n;
    day[place % 24] = (day[place % 24] ?? 0) + n;
  }
  const mean = total / (days * 24);
  const daily = day.map((n) => (n + LEAN * mean) / (days + LEAN));
  return week.map((n, i) => Math.max(LEAST_SHARE * mean, (n + LEAN * (daily[i % 24] ?? 0)) / (days / 7 + LEAN)));
}

/** The longest silence that ended by itself, in expected arrivals. */
function longestSilence(perHour: readonly number[], arrivals: readonly ArrivalHour[]): number {
  let longest = 0;
  for (let i = 1; i < arrivals.length; i++) {
    const [before, after] = [arrivals[i - 1] as ArrivalHour, arrivals[i] as ArrivalHour];
    const from = new Date(before.hour.getTime() + HOUR_MS);
    if (after.hour > from) longest = Math.max(longest, expectedArrivals(perHour, from, after.hour));
  }
  return longest;
}

/** The epoch began on a Thursday. */
function hourOfWeek(ms: number): number {
  return (Math.floor(ms / HOUR_MS) + 4 * 24) % WEEK_HOURS;
}
