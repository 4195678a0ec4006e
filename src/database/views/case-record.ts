/** A case as verbs decide by it. */
import type { CaseState } from '#libs/cases/transitions.js';
import type { Priority } from '#libs/contracts/words.js';

export interface CaseRecord extends CaseState {
  id: string;
  teamId: string;
  watchId: string;
  authorId: string;
  priority: Priority;
  ownerName: string | null;
  waitingSince: Date | null;
  escalatedAt: Date | null;
}

/** The columns of a record; `c` is the case. */
export const CASE_COLUMNS = `
  c.id::text, c.team_id::text as "teamId", c.watch_id::text as "watchId", c.author_id::text as "authorId", c.status, c.owner_id::text as "ownerId",
    c.lease_until as "leaseUntil", c.acknowledged_at as "acknowledgedAt", c.answered_at as "answeredAt", c.priority,
    c.escalated_at as "escalatedAt", c.paused_at as "pausedAt", c.excluded_at as "excludedAt",
    c.waiting_since as "waitingSince", (select name from person where id = c.owner_id) as "ownerName"`;
