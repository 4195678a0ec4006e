import { describe, expect, it } from '@jest/globals';
import { burnOf } from './budget.js';
import { forecastBreaches } from './forecast.js';
import { findUnusual } from './spikes.js';

const now = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

describe('an error budget', () => {
  it('is gone when the pace says so', () => {
    const burn = burnOf({ percent: 90, left: 6, hour: { all: 10, late: 2 }, day: { all: 100, late: 10 } }, now);
    expect([burn.hour, burn.day]).toEqual([expect.closeTo(2), expect.closeTo(1)]);
    expect(burn.goneAt).toEqual(new Date(now.getTime() + 3 * HOUR));
  });
  it('is gone already, or not in sight', () => {
    const quiet = { all: 0, late: 0 };
    expect(burnOf({ percent: 90, left: -1, hour: quiet, day: quiet }, now)).toEqual({ hour: null, day: null, goneAt: now });
    expect(burnOf({ percent: 90, left: 50, hour: { all: 5, late: 0 }, day: { all: 90, late: 1 } }, now).goneAt).toBeNull();
  });
});

describe('the forecast of the next hour', () => {
  const due = (...minutes: number[]) => minutes.map((m) => now.getTime() + m * 60_000);
  const base = { arrivalsPerHour: 0, targetSeconds: 900, handlingSeconds: 600, people: 1 };
  it('plays the queue through, the first due first', () => {
    expect(forecastBreaches({ ...base, due: due(50, 15, 25) }, now)).toBe(0);
    expect(forecastBreaches({ ...base, due: due(15, 15, 15) }, now)).toBe(2);
    expect(forecastBreaches({ ...base, due: due(15, 15, 15), people: 3 }, now)).toBe(0);
    expect(forecastBreaches({ ...base, due: due(15, 15, 90), people: 0 }, now)).toBe(2);
    expect(forecastBreaches({ ...base, due: due(-5, -5), people: 1 }, now)).toBe(0);
  });
  it('counts those who will still write', () => {
    // Twelve an hour, ten minutes each, fifteen to answer: one person keeps up with six.
    expect(forecastBreaches({ ...base, due: [], arrivalsPerHour: 12 }, now)).toBeGreaterThanOrEqual(5);
    expect(forecastBreaches({ ...base, due: [], arrivalsPerHour: 12, people: 3 }, now)).toBe(0);
  });
  it('has an end also in a storm', () => {
    expect(forecastBreaches({ ...base, due: Array.from({ length: 30_000 }, (_, i) => now.getTime() + i * 60), arrivalsPerHour: 1e6 }, now)).toBeGreaterThan(1000); // prettier-ignore
  });
});

describe('what is unusual', () => {
  /** A generator of its own, so that every run measures the same. */
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  const poisson = (mean: number, next: () => number) => {
    let [n, p] = [-1, 1];
    for (const limit = Math.exp(-mean); p > limit; n += 1) p *= next();
    return n;
  };
  /** Nights and weekends are quiet; `wild`: days that are busier than others for no reason. */
  const weeks = (n: number, mean: number, wild: number, next: () => number) =>
    Array.from({ length: n * 168 + 1 }, (_, hour) => {
      const day = [0.2, 0.2, 0.5, 1, 1.6, 1.8, 1.5, 1.2][Math.floor((hour % 24) / 3)] ?? 1;
      const weekend = Math.floor(hour / 24) % 7 > 4 ? 0.5 : 1;
      return poisson(mean * day * weekend * (1 + wild * (next() - 0.5)), next);
    });

  it('is seldom a false alarm: under two in a thousand hours a watch', () => {
    const next = random(7);
    const alarms = { hours: 0, spikes: 0, burns: 0 };
    for (const mean of [0.3, 2, 8, 30])
      for (const wild of [0, 1]) {
        const counts = weeks(9, mean, wild, next);
        for (let end = 5 * 168; end < counts.length; end += 11) {
          alarms.hours += 1;
          const found = findUnusual({ counts: counts.slice(Math.max(0, end - 4 * 168), end + 1), elapsed: 1 });
          if (found) alarms[found.kind === 'spike' ? 'spikes' : 'burns'] += 1;
        }
      }
    console.log(`false alarms in ${alarms.hours} usual hours: ${alarms.spikes} spikes, ${alarms.burns} slow burns`);
    expect((alarms.spikes + alarms.burns) / alarms.hours).toBeLessThan(0.002);
  });

  it('is found: a storm in its first minutes, a burn within a day', () => {
    const counts = weeks(5, 4, 0.5, random(11));
    const quiet = findUnusual({ counts, elapsed: 1 });
    expect(quiet).toBeNull();
    const storm = [...counts.slice(0, -1), 25];
    expect(findUnusual({ counts: storm, elapsed: 0.25 })).toMatchObject({ kind: 'spike', seen: 25 });
    const burning = counts.map((n, hour) => (hour >= counts.length - 26 ? Math.round(n * 2.2) + 2 : n));
    expect(findUnusual({ counts: burning, elapsed: 1 })).toMatchObject({ kind: expect.stringMatching(/slow-burn|spike/) });
  });

  it('is not what happened once before, and nothing is said without a week to compare with', () => {
    expect(findUnusual({ counts: [1, 2, 90], elapsed: 1 })).toBeNull();
    const counts = weeks(5, 4, 0, random(3));
    counts[counts.length - 1 - 168] = 400;
    expect(findUnusual({ counts, elapsed: 1 })).toBeNull();
  });
});
