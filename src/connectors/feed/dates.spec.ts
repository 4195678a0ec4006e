import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFeedDate } from './dates.js';

const iso = (text: string) => parseFeedDate(text)?.toISOString() ?? null;

describe('dates of feeds', () => {
  it.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.123+01:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T10:00+0300', '2026-03-02T07:00:00.000Z'],
    ['2026-03-02 10:00:00', '2026-03-02T10:00:00.000Z'],
    ['20260302T100000Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z'],
    ['Mon, 02 Mar 2026 10:00:00 GMT', '2026-03-02T10:00:00.000Z'],
    ['Mon, 2 Mar 26 10:00 EST', '2026-03-02T15:00:00.000Z'],
    ['02 Mar 2026 10:00:00 +0300', '2026-03-02T07:00:00.000Z'],
    ['Mon,02 March 2026 10:00:00 GMT+3', '2026-03-02T07:00:00.000Z'],
    ['Mon, 02 Mar 2026 10:00:00 +0100 (CET)', '2026-03-02T09:00:00.000Z'],
    ['Mon Mar  2 10:00:00 2026', '2026-03-02T10:00:00.000Z'],
    ['Mon Mar 2 10:00:00 PST 2026', '2026-03-02T18:00:00.000Z'],
    ['March 2, 2026 4:05 PM', '2026-03-02T16:05:00.000Z'],
    ['March 2, 2026', '2026-03-02T00:00:00.000Z'],
    ['Pzt, 02 Mar 2026 10:00:00 +0300', '2026-03-02T07:00:00.000Z'],
    ['2 Şubat 2026 10:00 TRT', '2026-02-02T07:00:00.000Z'],
    ['13 Ağustos 2026', '2026-08-13T00:00:00.000Z'],
    ['13 KASIM 2026', '2026-11-13T00:00:00.000Z'],
    ['13. máj 2026 10:00 CEST', '2026-05-13T08:00:00.000Z'],
    ['13. júna 2026', '2026-06-13T00:00:00.000Z'],
    ['13. července 2026', '2026-07-13T00:00:00.000Z'],
    ['02.03.2026 10:00', '2026-03-02T10:00:00.000Z'],
    ['2026/03/02 10:00:00', '2026-03-02T10:00:00.000Z'],
    ['3/14/2026', '2026-03-14T00:00:00.000Z'],
    ['1772445600', '2026-03-02T10:00:00.000Z'],
    ['1772445600000', '2026-03-02T10:00:00.000Z'],
    ['Thu, 31 Dec 2026 24:00:00 GMT', '2027-01-01T00:00:00.000Z'],
    ['01 Jan 70 00:00:00 GMT', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (written, expected) => expect(iso(written)).toBe(expected));

  it.each(['', 'yesterday', 'sometime in spring', '31 Feb 2026', '2026-13-01', '99.99.2026', 'Mon, 02 Foo 2026 10:00 GMT', '12', 'a'.repeat(500)])('does not read “%s”', (written) =>
    expect(iso(written)).toBeNull(),
  ); // prettier-ignore

  it('reads back what JavaScript writes, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1970, 0, 2) / 1_000, max: Date.UTC(2049, 11, 31) / 1_000 }), (seconds) => {
        const date = new Date(seconds * 1_000);
        expect(parseFeedDate(date.toISOString())).toEqual(date);
        expect(parseFeedDate(date.toUTCString())).toEqual(date);
      }),
    );
  });
});
