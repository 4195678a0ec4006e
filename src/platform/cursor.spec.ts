import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { pageOfRows, readCursor, writeCursor } from './cursor.js';

const Key = z.tuple([z.string(), z.int()]);

describe('a cursor', () => {
  it('comes back as it went', () => {
    fc.assert(fc.property(fc.tuple(fc.string(), fc.integer()), (key) => expect(readCursor(writeCursor(key), Key)).toEqual(key)));
  });

  it('means the front when there is none', () => {
    expect(readCursor(undefined, Key)).toBeUndefined();
    expect(readCursor('', Key)).toBeUndefined();
  });

  it('is refused by its code when it is anything else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => readCursor(text, Key)).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
      }),
    );
    expect(() => readCursor(writeCursor([1, 2]), Key)).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
  });
});

describe('paging', () => {
  it('shows every row once, in order, whatever the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }), (count, limit) => {
        const all = Array.from({ length: count }, (_, i) => i);
        const seen: number[] = [];
        let after = -1;
        for (;;) {
          const rows = all.filter((n) => n > after).slice(0, limit + 1);
          const page = pageOfRows(rows, limit, (n) => n, (n) => n); // prettier-ignore
          seen.push(...page.items);
          if (page.nextCursor === null) break;
          after = readCursor(page.nextCursor, z.int()) ?? 0;
        }
        expect(seen).toEqual(all);
      }),
    );
  });
});
