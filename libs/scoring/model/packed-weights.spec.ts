import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestLevel, packWeights, unpackWeights } from './packed-weights.js';

describe('packed weights', () => {
  it('come back as they were rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { maxLength: 60 }), (raw) => {
        const even = raw.length % 2 === 0 ? raw : raw.slice(1);
        const weights = Int8Array.from(even, nearestLevel);
        expect([...unpackWeights(packWeights(weights))]).toEqual([...weights]);
      }),
    );
  });

  it('keep the sign and the order, and are finer near zero', () => {
    const levels = [...new Set(Array.from({ length: 255 }, (_, at) => nearestLevel(at - 127)))];
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(levels).toHaveLength(15);
    expect(nearestLevel(127)).toBe(127);
    expect(Math.abs(nearestLevel(0.1))).toBe(0);
    expect((levels[8] as number) - (levels[7] as number)).toBeLessThan((levels[14] as number) - (levels[13] as number));
  });
});
