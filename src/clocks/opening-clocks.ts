/** The clocks with which a case opens: the verdict at the moment its first post was written, as rows. */
import type { CaseFact } from '#libs/sla/facts.js';
import { verdictsOf } from '#libs/sla/verdicts.js';
import type { ClockRow } from '../database/views/stored-clocks.js';
import { toRow } from './clock-rows.js';
import type { MadePromise } from './promises.js';

/** What store_batch writes of a clock. */
export type OpeningClock = Pick<
  ClockRow,
  'kind' | 'promiseId' | 'startedAt' | 'warnAt' | 'laterWarns' | 'dueAt' | 'unacceptableAt' | 'firesAt'
>;

/**
 * @param postedAt when the customer wrote: the wait is theirs, so it counts from there and not from when we noticed
 * @param emergency emergency words in the post
 */
export function openingClocks(promises: readonly MadePromise[], postedAt: Date, emergency: readonly string[]): OpeningClock[] {
  const at = postedAt.getTime();
  const opening: CaseFact = { id: '', seq: 0, kind: 'posted', at, knownAt: at, needs: true, emergency };
  return verdictsOf([opening], promises, at).clocks.map((verdict) => {
    const { kind, promiseId, startedAt, warnAt, laterWarns, dueAt, unacceptableAt, firesAt } = toRow(verdict, undefined);
    return { kind, promiseId, startedAt, warnAt, laterWarns, dueAt, unacceptableAt, firesAt };
  });
} // prettier-ignore
