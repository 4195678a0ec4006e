/** Whether an escalation still needs somebody: asked at every rung, and once more before anything leaves the house. */
import type { Tx } from '../database/database.js';

/** What is unusual is looked for once a minute: what was not found for so long has passed. */
const EARLY_OVER_AFTER_MINUTES = 15;

/**
 * @param rung the first one is told in any case; later ones not when the promise behind it was met meanwhile
 * @returns true when somebody has taken it on, the case is closed, or what was wrong has passed
 */
export async function isOver(tx: Pick<Tx, 'one'>, escalationId: string, rung: number): Promise<boolean> {
  const row = await tx.one<{ over: boolean }>(
    `select e.acknowledged_at is not null or coalesce(c.status = 'resolved', false) or coalesce(a.acknowledged_at is not null or a.ended_at is not null, false)
       or coalesce(x.acknowledged_at is not null or x.last_at < now() - interval '${EARLY_OVER_AFTER_MINUTES} minutes', false)
       or ($2 > 0 and coalesce(k.stopped_at is not null, false)) as over
     from escalation e left join desk_case c on c.id = e.case_id left join source_alarm a on a.id = e.alarm_id left join clock k on k.id = e.clock_id
       left join early_alarm x on x.id = e.early_alarm_id
     where e.id = $1`,
    [escalationId, rung],
  );
  return row?.over ?? true;
}
