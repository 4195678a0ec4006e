import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endsWithSlips } from './slips.js';

const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

function isWithin(name: string, token: string, slips: number): boolean {
  return endsWithSlips(units(name), units(token), token.length, slips, (end) => end === token.length);
}

/** The textbook table of optimal string alignment, slow and plain. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => (d[i] as number[])[j] as number;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let value = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = value;
    }
  }
  return at(a.length, b.length);
}

describe('endsWithSlips', () => {
  it.each([
    ['turkcell', 'turkcel', 1, true],
    ['trendyol', 'trendyl', 1, true],
    ['starbucks', 'starbuks', 1, true],
    ['hepsiburada', 'hepsibruada', 1, true],
    ['hepsiburada', 'hepsbruada', 2, true],
    ['turkcell', 'turktell', 1, true],
    ['turkcell', 'turktel', 1, false],
  ])('%s and %s within %i: %s', (name, token, slips, expected) => {
    expect(isWithin(name, token, slips)).toBe(expected);
  });

  it('tells where the name ends, so that endings may follow', () => {
    const ends: number[] = [];
    endsWithSlips(units('turkcell'), units('turkcelden'), 10, 1, (end) => {
      ends.push(end);
      return false;
    });
    expect(ends).toContain(7);
  });

  it('never says yes above the textbook distance, and always at one slip', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (name, token) => {
        expect(isWithin(name, token, 1)).toBe(distance(name, token) <= 1);
        if (isWithin(name, token, 2)) expect(distance(name, token)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 3000 },
    );
  });
});
