/**
 * What calls cost, by the day of the quota, which begins at midnight in California. Source: "Quota calculator" of the YouTube Data API: reading costs 1, writing 50; a
 * search cost 100 of the 10,000 units a day, and by its newer terms counts against a hundred searches a day. A hundred units a search keep within both.
 */
const ZONE = 'America/Los_Angeles';

export const COST = { list: 1, search: 100, insert: 50 } as const;

/** @returns the day of the quota, as YYYY-MM-DD */
export function quotaDay(now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone: ZONE });
}

/** @returns seconds until the quota begins anew, at least 1; on the two days when clocks change it may be an hour off */
export function secondsToMidnight(now: Date): number {
  const [hours, minutes, seconds] = now.toLocaleTimeString('sv-SE', { timeZone: ZONE }).split(':').map(Number) as [
    number,
    number,
    number,
  ];
  return Math.max(1, 86_400 - hours * 3600 - minutes * 60 - seconds);
}
