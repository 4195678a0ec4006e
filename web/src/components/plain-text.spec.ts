/** Text from outside is cut into safe pieces: nothing lost, nothing hidden. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinRanges, safeUrl, toPieces } from './plain-text.js';

const back = (text: string, ranges: { start: number; end: number }[] = []) =>
  toPieces(text, ranges)
    .map((piece) => (piece.kind === 'hidden' ? String.fromCodePoint(Number.parseInt(piece.code, 16)) : piece.text))
    .join('');

describe('toPieces', () => {
  it('marks the matched words', () => {
    expect(toPieces('no internet here', [{ start: 3, end: 11 }])).toEqual([
      { kind: 'text', text: 'no ' },
      { kind: 'mark', text: 'internet' },
      { kind: 'text', text: ' here' },
    ]);
  });
  it('shows characters that hide or turn text', () => {
    expect(toPieces('a\u202eb\u200bc')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'hidden', code: '202E' },
      { kind: 'text', text: 'b' },
      { kind: 'hidden', code: '200B' },
      { kind: 'text', text: 'c' },
    ]);
  });
  it.each(['👨‍👩‍👧', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 'می\u200cخواهم', 'क्\u200dष', 'a\nb\tc'])(
    'leaves %j whole',
    (text) => {
      expect(toPieces(text)).toEqual([{ kind: 'text', text }]);
    },
  );
  it('shows a joiner that joins nothing', () => {
    expect(toPieces('pay\u200dpal')).toContainEqual({ kind: 'hidden', code: '200D' });
  });
  it('loses nothing, whatever the text and the ranges', () => {
    const range = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(range), (text, ranges) => expect(back(text, ranges)).toBe(text)),
    );
  });
});

describe('joinRanges', () => {
  it('sorts, joins what overlaps, cuts to the text and drops what is empty', () => {
    const ranges = [
      { start: 5, end: 9 },
      { start: 0, end: 6 },
      { start: 8, end: 8 },
      { start: 12, end: 99 },
    ];
    expect(joinRanges(ranges, 15)).toEqual([
      { start: 0, end: 9 },
      { start: 12, end: 15 },
    ]);
  });
});

describe('safeUrl', () => {
  it.each([
    ['https://example.org/a', true],
    ['http://example.org', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['', false],
  ])('%s', (url, ok) => {
    expect(safeUrl(url) !== null).toBe(ok);
  });
});
