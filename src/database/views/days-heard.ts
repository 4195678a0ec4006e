/** For the lines of a file: how much of the day of each line was heard on its network. */
import { COVERAGE_COLUMNS, coverageCells } from '#libs/contracts/coverage-cells.js';
import type { CoverageShares } from '#libs/contracts/views/coverage.js';
import type { Asks } from './case-cards.js';
import { coverageShares } from './coverage-shares.js';

const DAY_MS = 86_400_000;

/** The columns that a file ends with. */
export const DAY_COLUMNS = COVERAGE_COLUMNS.map((name) => `${name} that day`);

interface Line {
  at: string;
  network: string;
}

export class DaysHeard {
  private readonly known = new Map<string, CoverageShares>();

  /** @param now of a day that goes on, as much is counted as has passed */
  constructor(
    private readonly asks: Asks,
    private readonly now: Date,
  ) {}

  /** @returns the cells of `DAY_COLUMNS` for each line; days are of UTC, each is asked about once */
  async cells(lines: readonly Line[]): Promise<ReturnType<typeof coverageCells>[]> {
    const missing = new Map(
      lines.map((line) => [keyOf(line), line]).filter(([key]) => !this.known.has(key as string)) as [string, Line][],
    );
    const spans = [...missing.values()].map(({ at, network }) => {
      const from = new Date(Math.floor(Date.parse(at) / DAY_MS) * DAY_MS);
      return { from, to: new Date(Math.min(from.getTime() + DAY_MS, this.now.getTime())), networks: [network] };
    });
    const shares = await coverageShares(this.asks, spans);
    [...missing.keys()].forEach((key, i) => this.known.set(key, shares[i] as CoverageShares));
    return lines.map((line) => coverageCells(this.known.get(keyOf(line))));
  }
}

const keyOf = ({ at, network }: Line) => `${at.slice(0, 10)} ${network}`;
