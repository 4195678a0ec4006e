/** What a poll says about the time before it: how far back it saw, and whether nobody asked for too long. */
import type { Tx } from '../database/database.js';
import type { Hole, Sight } from '../sources/health-ledger.js';
import type { PollResult } from './poll-source.js';

/** A poll that starts this much after it was due is looked at more closely. */
const LATE_SECONDS = 30;
const LEAST_PATIENCE_SECONDS = 300;
const HOUR_MS = 3_600_000;

/** @returns whether the poll heard: one that was cut short but brought something, or knows how far back it saw, did in part */
export function heard({ outcome, accepted, reachesBackTo }: Pick<PollResult, 'outcome' | 'accepted' | 'reachesBackTo'>): boolean {
  return outcome === 'ok' || outcome === 'empty' || (outcome === 'truncated' && (accepted > 0 || reachesBackTo instanceof Date));
}

/**
 * @param heardAt up to when it was read before
 * @returns what of the time before is lost, as the connector, the outcome, or what the network keeps tells
 */
export function sightOf({ outcome, reachesBackTo, oldest, keptHours }: PollResult, heardAt: Date | null, now: Date): Sight {
  if (reachesBackTo !== undefined) return { lostBefore: reachesBackTo };
  if (outcome === 'truncated') return { lostBefore: oldest ?? now };
  const kept = keptHours === null ? null : new Date(now.getTime() - keptHours * HOUR_MS);
  return { lostBefore: kept !== null && heardAt !== null && heardAt < kept ? kept : null };
}

export interface Asked {
  /** Up to when it was read before. */
  heardAt: Date | null;
  /** When this poll was due, and when it began and ended. */
  dueAt: Date | null;
  startedAt: Date;
  now: Date;
  intervalSeconds: number;
}

/**
 * @returns the hole before a poll that came late because the desk did not run, or because nobody asked; undefined when it came in time
 */
export async function holeBefore(tx: Tx, { heardAt, dueAt, startedAt, now, intervalSeconds }: Asked): Promise<Hole | undefined> {
  if (heardAt === null || dueAt === null) return undefined;
  const lateSeconds = (startedAt.getTime() - dueAt.getTime()) / 1000;
  if (lateSeconds < LATE_SECONDS) return undefined;
  const outage = await tx.one<{ from: Date }>(
    `select from_at as "from" from desk_outage where role = 'worker' and to_at > $1 and from_at < $2 order by from_at limit 1`,
    [dueAt, startedAt],
  );
  if (outage) return { from: outage.from > heardAt ? outage.from : heardAt, to: now, reason: 'desk-down' };
  if (lateSeconds <= Math.max(2 * intervalSeconds, LEAST_PATIENCE_SECONDS)) return undefined;
  return { from: heardAt, to: now, reason: 'not-asked' };
}
