/** Verdicts in numbers, added up case by case. */
import type { Replayed } from '#libs/contracts/http/what-if.js';
import type { CaseVerdict, Verdict } from './verdicts.js';

export function nothingCounted(): Replayed {
  return {
    clocks: 0,
    met: 0,
    late: 0,
    unacceptable: 0,
    open: 0,
    excluded: 0,
    withdrawn: 0,
    lateBlind: 0,
    lateQueue: 0,
    lateOwn: 0,
  };
}

/** Adds the clocks of one case; withdrawn and excluded ones are counted apart, moved ones left out. @returns whether any of them was late */
export function addVerdict(sum: Replayed, { clocks, excluded }: CaseVerdict): boolean {
  let late = false;
  for (const clock of clocks) {
    if (excluded) sum.excluded++;
    else if (clock.cancelled && clock.stoppedBy?.kind === 'withdrawn') sum.withdrawn++;
    if (excluded || clock.cancelled) continue;
    sum.clocks++;
    if (clock.breachedAt !== null) {
      late = true;
      addLate(sum, clock);
    } else if (clock.stoppedAt === null) sum.open++;
    else sum.met++;
  }
  return late;
}

const LATE_BY = { blind: 'lateBlind', queue: 'lateQueue', own: 'lateOwn' } as const;

function addLate(sum: Replayed, verdict: Verdict): void {
  sum.late++;
  if (verdict.failedAt !== null) sum.unacceptable++;
  sum[LATE_BY[whoseWait(verdict)]]++;
}

/** @returns whose the longest part of the wait was: our blindness, the queue, or whoever had the case */
export function whoseWait({
  blindMs,
  queueMs,
  ownMs,
}: Pick<Verdict, 'blindMs' | 'queueMs' | 'ownMs'>): 'blind' | 'queue' | 'own' {
  if (blindMs > queueMs && blindMs > ownMs) return 'blind';
  return queueMs > ownMs ? 'queue' : 'own';
}
