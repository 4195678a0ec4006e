/** Caps stop before the network does, and a budget that runs short lasts until the month ends. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  callsLeft,
  costOf,
  forecast,
  isSpent,
  monthEnd,
  NO_BUDGET,
  shareUsed,
  sustainableSeconds,
  type Budget,
  type Use,
} from './budget.js';
import { nextPace, withinBudget } from './pace.js';

const budget = (more: Partial<Budget>): Budget => ({ ...NO_BUDGET, ...more });
const use = (calls: number, posts = 0, units = 0): Use => ({ calls, posts, units });
const noon = new Date(Date.UTC(2026, 10, 16)); // half of November

describe('a budget', () => {
  it('costs what its prices say', () => {
    expect(costOf(budget({ perCall: 0.01, perPost: 0.005, perUnit: 2 }), use(10, 100, 1))).toBeCloseTo(2.6, 10);
  });
  it('without caps is never spent', () => {
    expect(shareUsed(NO_BUDGET, use(1e9, 1e9))).toBeNull();
    expect(isSpent(NO_BUDGET, use(1e9))).toBe(false);
    expect(sustainableSeconds(NO_BUDGET, use(1e9), use(1), noon)).toBe(0);
  });
  it('is spent shortly before the cap, whichever comes first', () => {
    expect(isSpent(budget({ capCalls: 100 }), use(97))).toBe(false);
    expect(isSpent(budget({ capCalls: 100 }), use(98))).toBe(true);
    expect(isSpent(budget({ capCalls: 100, capMoney: 1, perPost: 0.01 }), use(1, 99))).toBe(true);
    expect(isSpent(budget({ capPosts: 0 }), use(0))).toBe(true);
  });
  it('is foreseen by the last days', () => {
    expect(forecast(use(1000, 200), use(100, 10), noon)).toEqual(use(2500, 350));
  });
  it('ends with the month of UTC', () => {
    expect(monthEnd(new Date(Date.UTC(2026, 11, 31, 23, 59)))).toEqual(new Date(Date.UTC(2027, 0, 1)));
  });
});

describe('a pace', () => {
  it('lasts: at the sustainable pace the cap is not passed by the end of the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 50 }), (cap, used, each) => {
        const seconds = sustainableSeconds(budget({ capPosts: cap }), use(0, used), use(1, each), noon);
        const left = (monthEnd(noon).getTime() - noon.getTime()) / 1000;
        const polls = left / seconds;
        if (used < cap * 0.98) expect(used + polls * each).toBeLessThanOrEqual(cap + 1e-6);
        else expect(seconds).toBe(left);
      }),
    ); // prettier-ignore
  });
  it('knows how many calls are left by the scarcest cap', () => {
    expect(callsLeft(budget({ capCalls: 100, capPosts: 1000 }), use(50, 500), use(1, 100))).toBeCloseTo(4.8, 10);
    expect(callsLeft(budget({ capMoney: 10, perCall: 1 }), use(9), use(1))).toBeCloseTo(0.8, 10);
  });
  it('stays within the limits, shortens with yield and lengthens without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 1, max: 86_400 }), fc.array(fc.nat(3), { maxLength: 40 }), (shortest, longest, found) => {
        let pace = shortest;
        for (const accepted of found) {
          const next = nextPace({ pace, shortest, longest }, accepted);
          expect(next).toBeGreaterThanOrEqual(shortest);
          expect(next).toBeLessThanOrEqual(Math.max(shortest, longest));
          if (accepted > 0) expect(next).toBeLessThanOrEqual(pace);
          else expect(next).toBeGreaterThanOrEqual(pace);
          pace = next;
        }
      }),
    ); // prettier-ignore
    expect(nextPace({ pace: 60, shortest: 60, longest: 60 }, 0)).toBe(60);
  });
  it('spends a short budget where it finds more', () => {
    expect(withinBudget(60, 0, 1)).toBe(60);
    expect(withinBudget(60, 300, 1)).toBe(300);
    expect(withinBudget(60, 300, 3)).toBe(150);
    expect(withinBudget(60, 300, 0.1)).toBe(600);
    expect(withinBudget(60, 80, 9)).toBe(60);
  });
});
