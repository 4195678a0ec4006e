/** How fast an error budget is being used up, and when it will be gone at this pace. */

export interface BudgetFacts {
  /** Percent that is promised to be in time. */
  percent: number;
  /** How many more may be late in the window, as it stands; negative when it is overspent. */
  left: number;
  /** Clocks decided in the last hour and in the last day, and how many of them were late. */
  hour: { all: number; late: number };
  day: { all: number; late: number };
}

export interface Burn {
  /** Share of late ones as a multiple of what the promise allows: 1 uses the budget up exactly by the end of its window. Null: nothing was decided. */
  hour: number | null;
  day: number | null;
  /** When nothing is left at the faster of the two paces; null: not within two weeks. */
  goneAt: Date | null;
}

const HOUR_MS = 3_600_000;
/** What lies further ahead is no forecast. */
const FURTHEST_MS = 14 * 24 * HOUR_MS;

/** Burn rates over a short and a long window, as error budgets are watched (Google SRE workbook, chapter 5). */
export function burnOf({ percent, left, hour, day }: BudgetFacts, now: Date): Burn {
  const allowed = Math.max((100 - percent) / 100, 1e-6);
  const rate = ({ all, late }: { all: number; late: number }) => (all === 0 ? null : late / all / allowed);
  const perHour = Math.max(hour.late, day.late / 24);
  const ms = left <= 0 ? 0 : perHour === 0 ? Infinity : (left / perHour) * HOUR_MS;
  return { hour: rate(hour), day: rate(day), goneAt: ms <= FURTHEST_MS ? new Date(now.getTime() + ms) : null };
}
