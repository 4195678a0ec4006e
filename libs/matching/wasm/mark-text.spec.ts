import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LETTER_BITS, TEXT, TOKEN_BITS } from './layout.js';
import { markText } from './mark-text.js';
import { compileModule, instantiate, wasmMemory } from './module.js';

const memory = wasmMemory(TEXT + 65_536);
const bytes = new Uint8Array(memory.buffer);
const { mark } = instantiate<{ mark(start: number, limit: number, escaped: number): number }>(
  compileModule([markText()], []),
  memory,
  {},
);

/** A letter for each byte of the text, `l` letter, `s` sign, `-` plain boundary, as the engine marks it; and where it ends. */
function marksOf(text: string, before: string, escaped: boolean): { end: number; marks: string } {
  const encoded = Buffer.from(before + text);
  bytes.fill(0x22, TEXT, TEXT + encoded.length + 300);
  bytes.set(encoded, TEXT);
  const start = TEXT + Buffer.byteLength(before);
  const end = mark(start, TEXT + encoded.length, escaped ? 1 : 0);
  const has = (bits: number, i: number) => (((bytes[bits + ((i - TEXT) >> 3)] as number) >> ((i - TEXT) & 7)) & 1) === 1;
  const marks = Array.from({ length: end - start + 1 }, (_, i) =>
    has(LETTER_BITS, start + i) ? 'l' : has(TOKEN_BITS, start + i) ? 's' : '-',
  );
  return { end: end - start, marks: marks.join('') };
}

/** The same, one byte after the other. */
function plainly(text: string, escaped: boolean): { end: number; marks: string } {
  const units = Buffer.from(text).toString('latin1');
  let marks = '';
  for (let i = 0; i < units.length; i++) {
    const unit = units.charAt(i);
    if (escaped && unit === '"') break;
    if (escaped && unit === '\\') {
      const isLong = units.charAt(i + 1) === 'u';
      marks += isLong ? 's-----' : '--';
      i += isLong ? 5 : 1;
    } else if (/[a-zA-Z0-9]/.test(unit)) marks += 'l';
    else if (unit === '.') {
      const isPlain = /(^|[\x00-\x7f])$/.test(units.slice(0, i)) && (marks.endsWith('ll') || !marks.endsWith('l'));
      marks += isPlain ? '-' : 's';
    } else if (/["\\]/.test(unit)) marks += '-';
    else marks += /[#&'@:`\x80-\xff]/.test(unit) ? 's' : '-';
  }
  const end = Math.min(marks.length, units.length);
  return { end, marks: `${marks.slice(0, end)}s` };
}

const PIECES = ['a', 'Zz', '09', ' ', '.', '..', "'", '`', '@', '#', '&', ':', '[', '{', '/', '^', 'ş', '字', '😡', '\n', '\x7f'];
const ESCAPES = ['\\n', '\\"', '\\\\', '\\/', '\\u0041', '\\u00e9', '"'];

describe('markText', () => {
  it('marks as one would byte by byte, wherever the text begins', () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 150 }), fc.nat({ max: 130 }), (pieces, before) => {
        const text = pieces.join('');
        expect(marksOf(text, '"'.padStart(before + 1, 'x'), false)).toEqual(plainly(text, false));
      }),
      { numRuns: 600 },
    );
  });

  it('reads the escapes of JSON and ends at its quote', () => {
    const piece = fc.constantFrom(...PIECES, ...ESCAPES, ...ESCAPES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 150 }), fc.nat({ max: 130 }), (pieces, before) => {
        const text = `${pieces.join('')}"more`;
        expect(marksOf(text, '"'.padStart(before + 1, 'x'), true)).toEqual(plainly(text, true));
      }),
      { numRuns: 1200 },
    );
  });
});
