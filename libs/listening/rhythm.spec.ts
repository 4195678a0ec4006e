/** Silence is odd against what a source usually brings at that hour of the week, and a healthy source is hardly ever doubted. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedArrivals, learnRhythm, oddAfter, type ArrivalHour, type Rhythm } from './rhythm.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 8, 27); // a Sunday
const hours = (weeks: number, arrivalsAt: (hourOfDay: number, day: number) => number): ArrivalHour[] =>
  Array.from({ length: weeks * 168 }, (_, i) => ({ hour: new Date(START + i * HOUR), arrivals: arrivalsAt(i % 24, Math.floor(i / 24) % 7) })).filter((h) => h.arrivals > 0); // prettier-ignore
const learned = (weeks: number, arrivalsAt: (hourOfDay: number, day: number) => number): Rhythm =>
  learnRhythm(hours(weeks, arrivalsAt), new Date(START), new Date(START + weeks * 168 * HOUR)) as Rhythm;
const spanHours = (rhythm: Rhythm, from: number) => (oddAfter(rhythm, new Date(from)).getTime() - from) / HOUR;

describe('a rhythm', () => {
  it('is not known before a week and twenty arrivals', () => {
    expect(learnRhythm(hours(1, () => 1).slice(0, 19), new Date(START), new Date(START + 168 * HOUR))).toBeNull();
    expect(learnRhythm(hours(1, () => 1), new Date(START), new Date(START + 167 * HOUR))).toBeNull(); // prettier-ignore
    expect(learned(1, () => 1)).not.toBeNull();
  });
  it('doubts a steady source after minutes, and a rare one after days', () => {
    expect(
      spanHours(
        learned(4, () => 60),
        START,
      ),
    ).toBeLessThan(0.25);
    const rare = learned(8, (hour) => (hour === 9 ? 1 : 0));
    expect(spanHours(rare, START)).toBeGreaterThan(4 * 24);
    expect(spanHours(rare, START)).toBeLessThan(14 * 24);
  });
  it('lets the night be quiet when nights always were', () => {
    const daily = learned(6, (hour) => (hour >= 8 && hour < 20 ? 20 : 0));
    const evening = START + 20 * HOUR;
    const noon = START + 12 * HOUR;
    expect(spanHours(daily, evening)).toBeGreaterThan(11);
    expect(spanHours(daily, noon)).toBeLessThan(2);
  });
  it('does not doubt a pause that was there before', () => {
    const workdays = learned(6, (hour, day) => (day > 0 && day < 6 && hour >= 8 && hour < 18 ? 12 : 0));
    const friday = START + (5 * 24 + 18) * HOUR;
    const monday = new Date(START + (8 * 24 + 8) * HOUR);
    expect(oddAfter(workdays, new Date(friday)).getTime()).toBeGreaterThan(monday.getTime());
  });
  it('adds up, and is odd exactly when the bound is reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 * 168 * 60 }), fc.integer({ min: 1, max: 3 }), (n, minute, times) => {
        const rhythm = learned(3, (hour) => (hour % 6 === 0 ? n : 1));
        const from = new Date(START + minute * 60_000);
        const odd = oddAfter(rhythm, from, times);
        const half = new Date((from.getTime() + odd.getTime()) / 2);
        expect(expectedArrivals(rhythm.perHour, from, odd)).toBeCloseTo(rhythm.bound * times, 3);
        expect(expectedArrivals(rhythm.perHour, from, half) + expectedArrivals(rhythm.perHour, half, odd)).toBeCloseTo(rhythm.bound * times, 3);
      }),
      { numRuns: 50 },
    ); // prettier-ignore
  });
  it('doubts a healthy source of independent arrivals less than once in a month', () => {
    let seed = 42;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const poisson = hours(8, () => (random() < 0.5 ? 1 : 0));
    const rhythm = learnRhythm(poisson, new Date(START), new Date(START + 8 * 168 * HOUR)) as Rhythm;
    let last = START;
    let doubts = 0;
    for (let hour = 0; hour < 180 * 24; hour++)
      if (random() < 0.5) {
        const at = START + hour * HOUR;
        if (oddAfter(rhythm, new Date(last)).getTime() < at) doubts++;
        last = at;
      }
    expect(doubts).toBeLessThanOrEqual(6);
  });
});
