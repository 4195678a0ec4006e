import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine, readCsv } from './csv.js';
import { readTierFile } from './tier-file.js';

it('reads a file with or without a heading, with commas or semicolons, and tells what it cannot read', () => {
  const read = readTierFile('\ufeffTier;Network;Handle;Note\r\nVIP;X;@Ayşe;since May\r\n;x;bora;\r\nGold;;cem;\r\nGold;x;;\r\nGold;x\r\n\r\nGold;X;AYŞE;\r\n');
  expect(read.lines).toEqual([{ network: 'x', handle: 'ayşe', tier: 'VIP' }, { network: 'x', handle: 'bora', tier: null }]);
  expect(read.refused).toEqual([{ line: 4, why: 'network' }, { line: 5, why: 'handle' }, { line: 6, why: 'columns' }, { line: 8, why: 'twice' }]);
  expect(readTierFile(`email,a@b.example,"Gold, old"\nx,c,${'g'.repeat(41)}`)).toEqual({ lines: [{ network: 'email', handle: 'a@b.example', tier: 'Gold, old' }], refused: [{ line: 2, why: 'tier' }] });
}); // prettier-ignore

it('reads what it writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'ş') });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (lines) => {
      const text = `head,line\r\n${lines.map((cells) => csvLine(cells)).join('')}`;
      expect(
        readCsv(text)
          .slice(1)
          .map((row) => row.cells.map((x) => x.replace(/^'/, ''))),
      ).toEqual(lines);
    }),
  );
});
