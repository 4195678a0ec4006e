import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordHash, WordTable } from './word-table.js';

describe('WordTable', () => {
  it('knows what it was given and nothing else', () => {
    const word = fc.string({ maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 80 }), fc.array(word), (listed, asked) => {
        const known = new Map(listed.map((one, i) => [one, i]));
        const table = new WordTable(known);
        for (const one of [...listed, ...asked]) expect(table.get(one, wordHash(one))).toBe(known.get(one));
      }),
    );
  });
});
