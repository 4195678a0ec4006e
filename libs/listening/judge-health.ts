/** How a source fares: does it hear, since when, and why not. One rule for what polls bring and for what a watchman finds. */

import type { Note } from '#libs/contracts/notes.js';
import type { HealthReason } from '#libs/contracts/words.js';

/** What the ledger says of a stretch of time. */
export type HealthState = 'listening' | 'degraded' | 'blind' | 'off';

export interface SourceFacts {
  /** Connected or switched on: nothing before it was listened to. */
  since: Date;
  /** Everything published before this was read, as far as polls tell; null: it never was. */
  heardAt: Date | null;
  /** Consecutive polls that brought no sight. */
  failures: number;
  /** How the last poll ended. */
  outcome: HealthReason | 'ok' | 'empty' | null;
  /** What it said. */
  notes: readonly Note[];
  /** As often as it is meant to be asked, in seconds; null for a source that is called. */
  intervalSeconds: number | null;
  /** When it is asked next; null: not at all. */
  dueAt: Date | null;
  /** Set while its cap forbids asking. */
  capped: boolean;
  /** Set when it has brought nothing for longer than it should; twice the expected time makes it blind. */
  silent: { since: Date; blind: boolean } | null;
}

export interface Verdict {
  state: HealthState | 'new';
  /** From when on it is so; a source is blind since it last heard, not since that was noticed. */
  since: Date;
  reason: HealthReason | null;
  /** What the poll that shows it said. */
  notes: readonly Note[];
}

/** Consecutive failures after which a source counts as blind. */
export const BLIND_AFTER = 3;
/** Seconds a source may be late or fail before it counts as blind, however short its interval. */
const LEAST_PATIENCE_SECONDS = 300;

/** @returns seconds for which a source may fail before it counts as blind */
export function patienceSeconds(intervalSeconds: number): number {
  return Math.max(3 * intervalSeconds, LEAST_PATIENCE_SECONDS);
}

/** @returns how the source fares at `now` */
export function judgeHealth(facts: SourceFacts, now: Date): Verdict {
  const base = facts.heardAt ?? facts.since;
  const { notes } = facts;
  if (facts.intervalSeconds !== null) {
    if (facts.capped) return { state: 'blind', since: base, reason: 'cap', notes: [] };
    if (facts.failures > 0) return failing(facts, base, now);
    if (isOverdue(facts, facts.intervalSeconds, now)) return { state: 'blind', since: base, reason: 'not-asked', notes: [] };
  }
  if (facts.heardAt === null) return { state: 'new', since: facts.since, reason: null, notes: [] };
  if (facts.silent)
    return { state: facts.silent.blind ? 'blind' : 'degraded', since: facts.silent.since, reason: 'silent', notes: [] };
  if (facts.outcome === 'truncated') return { state: 'degraded', since: now, reason: 'truncated', notes };
  return { state: 'listening', since: now, reason: null, notes: [] };
}

function failing(facts: SourceFacts, base: Date, now: Date): Verdict {
  const reason = reasonOf(facts.outcome);
  const { notes } = facts;
  const long = now.getTime() - base.getTime() > patienceSeconds(facts.intervalSeconds ?? 0) * 1000;
  const blind = facts.failures >= BLIND_AFTER || facts.outcome === 'forbidden' || long;
  return blind ? { state: 'blind', since: base, reason, notes } : { state: 'degraded', since: now, reason, notes };
}

function reasonOf(outcome: SourceFacts['outcome']): HealthReason {
  return outcome === null || outcome === 'ok' || outcome === 'empty' ? 'unreachable' : outcome;
}

/** A source that fares well is overdue when nobody asked it long after it was due. A network's own wish to wait moves the due time. */
function isOverdue({ dueAt }: SourceFacts, intervalSeconds: number, now: Date): boolean {
  if (dueAt === null) return false;
  return now.getTime() - dueAt.getTime() > Math.max(2 * intervalSeconds, LEAST_PATIENCE_SECONDS) * 1000;
}
