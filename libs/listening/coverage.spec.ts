/** Coverage against a count of every minute. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addHeard, heardShare, heardWithin, liveShare, type Stretch } from './coverage.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22) + minutes * 60_000);
const stretch = (state: Stretch['state'], from: number, to: number | null, unheard?: [number, number]): Stretch => ({
  state,
  from: at(from),
  to: to === null ? null : at(to),
  unheardFrom: unheard ? at(unheard[0]) : null,
  unheardTo: unheard ? at(unheard[1]) : null,
});

describe('coverage', () => {
  it('of a day with one blind hour that was caught up with: 23 of 24 at once, all of it later', () => {
    const heard = heardWithin(
      [stretch('listening', -999, 600), stretch('blind', 600, 660), stretch('listening', 660, null)],
      at(0),
      at(1440),
    );
    expect(liveShare(heard)).toBeCloseTo(23 / 24, 12);
    expect(heardShare(heard)).toBe(1);
  });
  it('counts what could not be heard later', () => {
    const heard = heardWithin(
      [stretch('listening', 0, 600), stretch('blind', 600, 660, [600, 645]), stretch('listening', 660, null)],
      at(0),
      at(1440),
    );
    expect(heardShare(heard)).toBeCloseTo(1 - 45 / 1440, 12);
  });
  it('counts blind time that goes on as not heard', () => {
    const heard = heardWithin([stretch('listening', 0, 60), stretch('blind', 60, null)], at(0), at(120));
    expect([liveShare(heard), heardShare(heard)]).toEqual([0.5, 0.5]);
  });
  it('weighs sources by the time in which they were meant to listen', () => {
    const switchedOff = heardWithin([stretch('off', 0, 1380), stretch('blind', 1380, null)], at(0), at(1440));
    const well = heardWithin([stretch('listening', 0, null)], at(0), at(1440));
    expect(liveShare(addHeard([switchedOff, well]))).toBeCloseTo(1440 / 1500, 12);
    expect(liveShare(heardWithin([stretch('off', 0, null)], at(0), at(9)))).toBeNull();
  });
  it('equals a count of minutes for any ledger', () => {
    const states = ['listening', 'degraded', 'blind', 'off'] as const;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...states), fc.integer({ min: 1, max: 90 })), { maxLength: 12 }), fc.nat(120), fc.nat(400), (parts, from, length) => {
        let place = 0;
        const minutes: Stretch['state'][] = [];
        const ledger = parts.map(([state, long]) => {
          minutes.push(...Array.from({ length: long }, () => state));
          return stretch(state, place, (place += long));
        });
        const seen = minutes.slice(from, from + length);
        const heard = heardWithin(ledger, at(from), at(from + length));
        for (const state of ['listening', 'degraded', 'blind'] as const)
          expect(heard[state]).toBe(seen.filter((m) => m === state).length * 60_000);
      }),
    ); // prettier-ignore
  });
});
