/** A standard's terms as the promise that verdicts are made from. */
import type { StandardTerms } from '#libs/contracts/http/standards.js';
import type { ClockPromise } from '#libs/sla/clock-promise.js';
import type { BusinessCalendar } from '#libs/time/business-calendar.js';

/** @param calendar null: around the clock */
export function toPromise(id: string, terms: StandardTerms, calendar: BusinessCalendar | null): ClockPromise {
  return {
    id,
    clock: terms.clock,
    targetMs: terms.targetSeconds * 1000,
    unacceptableMs: terms.unacceptableSeconds === null ? null : terms.unacceptableSeconds * 1000,
    warnShares: terms.warnShares,
    pauses: terms.pausesWhileWaiting,
    automaticCounts: terms.automaticCounts,
    emergencyWords: terms.emergencyWords,
    calendar,
  };
}
