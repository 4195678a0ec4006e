/** How files state coverage: in percent, rounded down, so that a hundred means that nothing was missed. */
import type { CoverageShares } from './views/coverage.js';

export const COVERAGE_COLUMNS = ['heard at once percent', 'heard by now percent', 'blind minutes', 'unheard minutes'] as const;

/** @returns a cell for each of `COVERAGE_COLUMNS`; empty where nothing was meant to listen */
export function coverageCells(shares: CoverageShares | undefined): (number | null)[] {
  if (!shares || shares.live === null || shares.heard === null) return [null, null, null, null];
  return [percentDown(shares.live), percentDown(shares.heard), minutesUp(shares.blindSeconds), minutesUp(shares.unheardSeconds)];
}

/** Hundredths of a percent; what a sum of fractions left over is not taken off. */
const percentDown = (share: number) => Math.floor(share * 10_000 + 1e-6) / 100;
/** Minutes with one decimal, rounded up. */
const minutesUp = (seconds: number) => Math.max(0, Math.ceil(seconds / 6 - 1e-6)) / 10;
