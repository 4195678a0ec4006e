/** Tells a spike and a slow burn from the usual ups and downs of the week. */

export interface Hours {
  /** Posts in each hour, the oldest first; the last one is the running hour. At least one week. */
  counts: readonly number[];
  /** How much of the running hour is over, in (0, 1]. */
  elapsed: number;
}

export interface Unusual {
  kind: 'spike' | 'slow-burn';
  /** In the last hour of a spike, in the last 24 of a slow burn. */
  seen: number;
  expected: number;
  /** How many standard deviations above what was expected; the stronger of two is shown. */
  strength: number;
}

const WEEK = 168;
const DAY = 24;
/** One false alarm in tens of thousands of quiet hours; measured in spikes.spec.ts. */
const SPIKE_FROM = 4.5;
const BURN_FROM = 5;
/** A few posts are no crisis, however rare they are. */
const FEWEST_SPIKE = 5;
const FEWEST_BURN = 12;
const TIMES = 1.5;
/** Days of the past that tell how far days stray. */
const MOST_DAYS = 20;

/**
 * What is expected comes from the same hour of the weeks before (the median of it and its neighbours, so that an old spike does not raise it).
 * Roots of counts have the same spread whatever their size (Anscombe 1948); how much wilder than chance this source is, is taken from its past.
 * @returns what is unusual now; null when nothing is, or there is no week to compare with
 */
export function findUnusual({ counts, elapsed }: Hours): Unusual | null {
  const now = counts.length - 1;
  if (now < WEEK) return null;
  let known: number | null = null;
  // How wild the source is takes the longest to say, and only makes what is seen less strange: most hours need not know.
  const wild = () => (known ??= wildness(counts, now));
  const spike = judged(counts[now] ?? 0, expectedAt(counts, now) * elapsed, FEWEST_SPIKE, SPIKE_FROM, wild);
  if (spike) return { kind: 'spike', ...spike };
  const day = dayBefore(counts, now);
  // A slow burn lasts: over half of its hours stand above what is usual, so that one old spike is none.
  const lasts = day.above * 2 > DAY;
  const burn = lasts
    ? judged(day.seen, day.expected, FEWEST_BURN, BURN_FROM, () => Math.max(wild(), wildnessOfDays(counts, now)))
    : null;
  return burn && { kind: 'slow-burn', ...burn };
}

/** The 24 hours before that one together: seen, expected, and how many of them stood above what was expected. */
function dayBefore(counts: readonly number[], hour: number): { seen: number; expected: number; above: number } {
  const sums = { seen: 0, expected: 0, above: 0 };
  for (let at = Math.max(0, hour - DAY); at < hour; at++) {
    const [seen, expected] = [counts[at] ?? 0, expectedAt(counts, at)];
    sums.seen += seen;
    sums.expected += expected;
    if (seen > expected) sums.above++;
  }
  return sums;
}

/** @returns how far whole days usually stray: some sources have loud days and quiet days, of which their hours alone tell nothing */
function wildnessOfDays(counts: readonly number[], now: number): number {
  const strays: number[] = [];
  for (let hour = now - DAY; hour >= WEEK + DAY && strays.length < MOST_DAYS; hour -= DAY) {
    const { seen, expected } = dayBefore(counts, hour);
    strays.push(Math.abs(judge(seen, expected, 1).strength));
  }
  return median(strays) / 0.6745;
}

/** @returns what was seen when it is strange enough, else null */
function judged(seen: number, expected: number, fewest: number, from: number, wild: () => number): Omit<Unusual, 'kind'> | null {
  if (seen < fewest || seen < TIMES * expected || judge(seen, expected, 1).strength < from) return null;
  const found = judge(seen, expected, wild());
  return found.strength >= from ? found : null;
}

function judge(seen: number, expected: number, wild: number): Omit<Unusual, 'kind'> {
  const strength = (2 * (Math.sqrt(seen + 0.375) - Math.sqrt(expected + 0.375))) / wild;
  return { seen, expected, strength };
}

/** @returns the usual count of that hour: the middle of the same hour and its neighbours in the weeks before, and a little of the last week's mean */
function expectedAt(counts: readonly number[], hour: number): number {
  const same: number[] = [];
  for (let week = hour - WEEK; week >= 0; week -= WEEK) {
    for (const near of [week - 1, week, week + 1]) if (near >= 0 && near < hour) same.push(counts[near] ?? 0);
  }
  const lastWeek = counts.slice(Math.max(0, hour - WEEK), hour);
  const mean = lastWeek.reduce((total, n) => total + n, 0) / Math.max(1, lastWeek.length);
  return 0.8 * median(same) + 0.2 * mean;
}

/** @returns how far counts usually stray, where chance alone gives 1; never less */
function wildness(counts: readonly number[], now: number): number {
  const strays: number[] = [];
  for (let hour = Math.max(WEEK, now - 2 * WEEK); hour < now; hour += 1) {
    strays.push(Math.abs(judge(counts[hour] ?? 0, expectedAt(counts, hour), 1).strength));
  }
  // The median absolute stray of a normal spread is 0.6745 of its deviation: one old spike does not count as wildness.
  return Math.max(1, median(strays) / 0.6745);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
