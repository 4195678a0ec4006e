/** Whether a promise was kept: a pure function of recorded facts, so that history can be judged again and comes out the same. */
import type { ClockKind, ClockState } from '#libs/contracts/words.js';

/** A recorded fact about a case, as its activity list has it. */
export interface Fact {
  kind: 'acknowledged' | 'answered' | 'resolved' | 'reopened' | 'other';
  at: Date;
}

export interface ClockFacts {
  kind: ClockKind;
  startedAt: Date;
  warnAt: Date;
  dueAt: Date;
  facts: readonly Fact[];
}

export interface Verdict {
  state: ClockState;
  /** When the clock stopped, or null while it runs. */
  stoppedAt: Date | null;
  /** The due time when the promise was broken, else null. */
  breachedAt: Date | null;
}

/** What stops which clock. An answer acknowledges too; closing the matter ends every wait. */
const STOPS: Record<ClockKind, readonly Fact['kind'][]> = {
  acknowledge: ['acknowledged', 'answered', 'resolved'],
  'human-response': ['answered', 'resolved'],
};

/**
 * A fact at the very due time is in time; one millisecond later it is late.
 * @param now facts after it are not known yet
 */
export function verdict(clock: ClockFacts, now: Date): Verdict {
  const stop = clock.facts
    .filter((f) => STOPS[clock.kind].includes(f.kind) && f.at >= clock.startedAt && f.at <= now)
    .reduce<Fact | null>((first, f) => (first === null || f.at < first.at ? f : first), null);
  const end = stop?.at ?? now;
  const breachedAt = end > clock.dueAt ? clock.dueAt : null;
  if (stop) return { state: breachedAt ? 'met-late' : 'met', stoppedAt: stop.at, breachedAt };
  return { state: breachedAt ? 'breached' : now >= clock.warnAt ? 'warned' : 'running', stoppedAt: null, breachedAt };
}
