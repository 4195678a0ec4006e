import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEATURE_BITS, type Features } from '../model/features.js';
import { familiarFrom, familiarity, knownShare } from './familiarity.js';
import { KnownFeatures } from './known-features.js';

const features = (ids: readonly number[]): Features => ({
  ids,
  owners: ids.map((_, i) => i),
  count: ids.length,
});
const ids = fc.uniqueArray(fc.nat((1 << FEATURE_BITS) - 1), { maxLength: 60 });

describe('KnownFeatures', () => {
  it('numbers what was shown without gaps, keeps its owner and how many features there were', () => {
    const known = KnownFeatures.of([features([7, 40]), features([131_072, 7])]);
    expect(known.size).toBe(3);
    const picked = known.pick(features([40, 41, 131_072, 7]));
    expect([[...picked.ids], [...picked.owners], picked.count]).toEqual([[1, 2, 0], [0, 2, 3], 4]); // prettier-ignore
    expect(knownShare(picked)).toBe(0.75);
  });

  it('is the same after a way through text, and each feature has a number of its own', () => {
    fc.assert(
      fc.property(ids, ids, (shown, asked) => {
        const known = KnownFeatures.of([features(shown)]);
        const again = KnownFeatures.unpack(known.pack());
        expect(again.pick(features(asked))).toEqual(known.pick(features(asked)));
        const numbers = [...again.pick(features(shown)).ids].sort((a, b) => a - b);
        expect(numbers).toEqual(shown.map((_, i) => i));
        expect(again.pick(features(asked)).ids.length).toBe(asked.filter((id) => shown.includes(id)).length);
      }),
    );
  });

  it('forgets of many corrections what only one of them has', () => {
    const many = Array.from({ length: 500 }, (_, i) => features([1, 1000 + i]));
    expect([KnownFeatures.of(many).size, KnownFeatures.of(many.slice(1)).size]).toEqual([1, 500]);
  });
});

describe('familiarity', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

  it('is in [0, 1], never falls when more is known, and is whole where everything is', () => {
    fc.assert(
      fc.property(shares, fc.nat(5000), (aside, corrections) => {
        const familiar = familiarFrom(aside, corrections);
        const steps = Array.from({ length: 21 }, (_, i) => familiarity(familiar, i / 20));
        for (const [i, step] of steps.entries()) {
          expect(step).toBeGreaterThanOrEqual(steps[i - 1] ?? 0);
          expect(step).toBeLessThanOrEqual(1);
        }
        expect(steps.at(-1)).toBe(1);
      }),
    );
  });

  it('asks of few corrections for more than of many', () => {
    const aside = Array.from({ length: 100 }, (_, i) => i / 100);
    expect(familiarFrom(aside, 20).full).toBeGreaterThan(familiarFrom(aside, 3000).full);
  });
});
