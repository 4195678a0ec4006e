import { describe, expect, it } from '@jest/globals';
import { restSeconds, retryAfter } from './pace.js';

const NOW = new Date('2026-03-02T10:30:00Z'); // a Monday

describe('when to ask again', () => {
  it.each([
    ['120', 120], ['0', 0], ['1.5', 2], ['99999999', 86_400], ['Mon, 02 Mar 2026 10:31:00 GMT', 60], ['Mon, 02 Mar 2026 10:00:00 GMT', 0],
    ['Monday, 02-Mar-26 10:31:00 GMT', 60], ['soon', undefined], ['-5', undefined], ['', undefined], [undefined, undefined],
  ])('Retry-After: %s → %s', (header, seconds) => expect(retryAfter(header, NOW)).toBe(seconds)); // prettier-ignore

  it('honours ttl only when it is longer than the interval, and at most a day', () => {
    const pace = (ttlMinutes: number | null) => ({ ttlMinutes, skipHours: [], skipDays: [] });
    expect(restSeconds(pace(null), 300, NOW)).toBeUndefined();
    expect(restSeconds(pace(5), 300, NOW)).toBeUndefined();
    expect(restSeconds(pace(90), 300, NOW)).toBe(5_400);
    expect(restSeconds(pace(1e9), 300, NOW)).toBe(86_400);
  });

  it('waits through hours and days of rest', () => {
    expect(restSeconds({ ttlMinutes: null, skipHours: [10, 11], skipDays: [] }, 300, NOW)).toBe(5_400);
    expect(restSeconds({ ttlMinutes: null, skipHours: [11], skipDays: [] }, 300, NOW)).toBeUndefined();
    expect(restSeconds({ ttlMinutes: 60, skipHours: [11], skipDays: [] }, 300, NOW)).toBe(5_400);
    expect(restSeconds({ ttlMinutes: null, skipHours: [], skipDays: [1] }, 300, NOW)).toBe(13.5 * 3_600);
  });

  it('does not wait for ever when a feed always rests', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(restSeconds({ ttlMinutes: null, skipHours: all, skipDays: [] }, 300, NOW)).toBeUndefined();
  });
});
