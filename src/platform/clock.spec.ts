/** Time follows the database's clock, and does not jitter with the round trip. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Clock } from './clock.js';

const WALL = Date.parse('2026-05-04T10:00:00.000Z');
const seconds = (s: number) => new Date(WALL + s * 1000);

describe('the clock of the desk', () => {
  beforeEach(() => void jest.useFakeTimers({ now: WALL }));
  afterEach(() => void jest.useRealTimers());

  it('follows a database that is ahead or behind', () => {
    const clock = new Clock();
    clock.follow(seconds(3600), 4);
    expect(clock.now()).toEqual(seconds(3600));
    clock.follow(seconds(-3600), 4);
    expect(clock.now().getTime()).toBeCloseTo(seconds(-3600).getTime() + 4, 0);
  });

  it('does not move for an answer that was slow on its way', () => {
    const clock = new Clock();
    clock.follow(seconds(10), 2);
    clock.follow(seconds(9.5), 800);
    expect(clock.now()).toEqual(seconds(10));
  });

  it('moves no further than the answer proves', () => {
    const clock = new Clock();
    clock.follow(seconds(0.3), 100);
    expect(clock.now()).toEqual(seconds(0.3));
    clock.follow(seconds(0.1), 100);
    expect(clock.now()).toEqual(seconds(0.2));
  });
});
