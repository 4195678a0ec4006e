/** Which escalations still need somebody: asked at every rung, and once more before anything leaves the house. */
import type { Asks } from '../database/views/case-cards.js';

/** What is unusual is looked for once a minute: what was not found for so long has passed. */
const EARLY_OVER_AFTER_MINUTES = 15;

/** Later rungs are not told when the promise behind it was met meanwhile; the first is told in any case. */
const STILL_OPEN = `
  select e.id
  from jsonb_to_recordset($1::jsonb) as r(id bigint, rung int) join escalation e on e.id = r.id
    left join desk_case c on c.id = e.case_id left join source_alarm a on a.id = e.alarm_id left join clock k on k.id = e.clock_id
    left join early_alarm x on x.id = e.early_alarm_id
  where e.acknowledged_at is null and c.status is distinct from 'resolved' and a.acknowledged_at is null and a.ended_at is null
    and x.acknowledged_at is null and coalesce(x.last_at >= now() - interval '${EARLY_OVER_AFTER_MINUTES} minutes', true)
    and (r.rung = 0 or k.stopped_at is null)`;

/**
 * @param asked escalations and the rung of each whose turn it is, from 0
 * @returns the ids of those that nobody has taken on, whose case is not closed, and of which what was wrong has not passed
 */
export async function stillOpen(asks: Asks, asked: readonly { id: string; rung: number }[]): Promise<Set<string>> {
  const rows = await asks.query<{ id: string }>(STILL_OPEN, [JSON.stringify(asked.map(({ id, rung }) => ({ id, rung })))]);
  return new Set(rows.map(({ id }) => id));
}
