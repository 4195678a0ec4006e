import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each([
    [['a', 1, null, true], 'a,1,,true\r\n'],
    [['say "hi", now'], '"say ""hi"", now"\r\n'],
    [['two\nlines'], '"two\nlines"\r\n'],
    [['=1+1'], "'=1+1\r\n"],
    [['@SUM(A1)'], "'@SUM(A1)\r\n"],
    [['+90 555', '-3', '-3+2'], "'+90 555,-3,'-3+2\r\n"],
    [['\t=1'], '"\'\t=1"\r\n'],
  ])('%j', (cells, line) => expect(csvLine(cells)).toBe(line));

  it('never begins a cell with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvLine([text]).replace(/^"/, '');
        return /^-?\d/.test(cell) || !/^[=+\-@\t\r]/.test(cell) || cell === '\r\n';
      }),
    );
  });
});
