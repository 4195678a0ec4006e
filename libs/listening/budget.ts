/** What listening may cost: prices, caps of a month, what will be used by its end, and how often a source can be asked until then. */

/** What a source used. */
export interface Use {
  calls: number;
  posts: number;
  /** The network's own units, such as YouTube's quota. */
  units: number;
}

/** Set by a person; what is not set costs nothing and has no cap. */
export interface Budget {
  currency: string;
  perCall: number;
  perPost: number;
  perUnit: number;
  capCalls: number | null;
  capPosts: number | null;
  capUnits: number | null;
  capMoney: number | null;
}

export const NO_BUDGET: Budget = { currency: 'USD', perCall: 0, perPost: 0, perUnit: 0, capCalls: null, capPosts: null, capUnits: null, capMoney: null }; // prettier-ignore

/** A cap is stopped at before it is reached: a poll under way may still use a little. */
const STOP_AT = 0.98;
const DAY_MS = 86_400_000;

/** @returns the price of what was used, in the budget's currency */
export function costOf(budget: Budget, { calls, posts, units }: Use): number {
  return calls * budget.perCall + posts * budget.perPost + units * budget.perUnit;
}

/** @returns the largest share of a cap that is used, in [0, ∞); null without caps */
export function shareUsed(budget: Budget, use: Use): number | null {
  const shares = limitsOf(budget, use).map(({ used, cap }) => (cap === 0 ? Infinity : used / cap));
  return shares.length === 0 ? null : Math.max(...shares);
}

export function isSpent(budget: Budget, use: Use): boolean {
  return (shareUsed(budget, use) ?? 0) >= STOP_AT;
}

/** @returns how many more calls the caps leave, where every call costs and brings what one did on average; Infinity without caps */
export function callsLeft(budget: Budget, use: Use, perCall: Use): number {
  const of = (u: Use, name: Limit['name']) => (name === 'money' ? costOf(budget, u) : u[name]);
  const left = limitsOf(budget, use).map(({ name, used, cap }) => {
    const each = of(perCall, name);
    return each > 0 ? Math.max(0, cap * STOP_AT - used) / each : used >= cap * STOP_AT ? 0 : Infinity;
  });
  return Math.min(Infinity, ...left);
}

/**
 * What will be used by the end of the month if the last days go on.
 * @param soFar of this month
 * @param perDay of the last days
 */
export function forecast(soFar: Use, perDay: Use, now: Date): Use {
  const days = (monthEnd(now).getTime() - now.getTime()) / DAY_MS;
  const ahead = (a: number, b: number) => Math.round(a + b * days);
  return {
    calls: ahead(soFar.calls, perDay.calls),
    posts: ahead(soFar.posts, perDay.posts),
    units: ahead(soFar.units, perDay.units),
  };
}

/**
 * @param perPoll what a poll uses on average
 * @returns seconds between polls at which the caps last until the end of the month; 0 without caps
 */
export function sustainableSeconds(budget: Budget, soFar: Use, perPoll: Use, now: Date): number {
  const polls = callsLeft(budget, soFar, perPoll);
  if (polls === Infinity) return 0;
  const left = (monthEnd(now).getTime() - now.getTime()) / 1000;
  return polls <= 0 ? left : left / polls;
}

/** The first instant of the next month in UTC, in which the networks count. */
export function monthEnd(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

export function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

interface Limit {
  name: keyof Use | 'money';
  used: number;
  cap: number;
}

function limitsOf(budget: Budget, use: Use): Limit[] {
  const all: { name: Limit['name']; used: number; cap: number | null }[] = [
    { name: 'calls', used: use.calls, cap: budget.capCalls },
    { name: 'posts', used: use.posts, cap: budget.capPosts },
    { name: 'units', used: use.units, cap: budget.capUnits },
    { name: 'money', used: costOf(budget, use), cap: budget.capMoney },
  ];
  return all.filter((limit): limit is Limit => limit.cap !== null);
}
