import { describe, expect, it } from '@jest/globals';
import { coverageCells } from './coverage-cells.js';

const shares = { live: 2 / 3, heard: 1, blindSeconds: 3600, degradedSeconds: 0, unheardSeconds: 0 };

describe('coverage in a file', () => {
  it('is in percent and minutes', () => {
    expect(coverageCells(shares)).toEqual([66.66, 100, 60, 0]);
    expect(coverageCells({ ...shares, live: 0.07, heard: 0.29, unheardSeconds: 61 })).toEqual([7, 29, 60, 1.1]);
  });

  it('says a hundred only when nothing was missed, and nought minutes only when none was blind', () => {
    expect(coverageCells({ ...shares, live: 0.999_999, heard: 0.999_99, blindSeconds: 0.5, unheardSeconds: 0.1 })).toEqual([
      99.99, 99.99, 0.1, 0.1,
    ]);
  });

  it('is empty where nothing was meant to listen', () => {
    expect(coverageCells({ ...shares, live: null, heard: null })).toEqual([null, null, null, null]);
    expect(coverageCells(undefined)).toEqual([null, null, null, null]);
  });
});
