/** Alarms before anything breaks: what is found is written down, and stays. */
import type { Loudness, Neglect } from '#libs/contracts/views/foresight.js';
import type { Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';

/** What was found of a watch or of a source, for one team. */
export interface Found<What = Loudness | Neglect> {
  teamId: string;
  watchId: string | null;
  sourceId: string | null;
  /** How bad it is; the worst moment of an alarm is kept beside the latest. */
  weight: number;
  what: What;
}

/** What comes again this soon is one alarm: a storm dies down at night. */
const SAME_ALARM_HOURS = 24;

const RECORD = `
  with found as (
    select * from jsonb_to_recordset($1::jsonb) as f("teamId" bigint, "watchId" bigint, "sourceId" bigint, weight real, what jsonb)),
  again as (
    update early_alarm a set last_at = $2, latest = f.what, strongest = case when f.weight > a.weight then f.what else a.strongest end,
      weight = greatest(f.weight, a.weight)
    from found f
    where a.last_at > $2::timestamptz - interval '${SAME_ALARM_HOURS} hours' and a.last_at <= $2
      and a.team_id = f."teamId" and a.watch_id is not distinct from f."watchId" and a.source_id is not distinct from f."sourceId"
    returning a.team_id, a.watch_id, a.source_id)
  insert into early_alarm (team_id, watch_id, source_id, began_at, last_at, latest, strongest, weight)
  select f."teamId", f."watchId", f."sourceId", $2, $2, f.what, f.what, f.weight from found f
  where not exists (select from again a where a.team_id = f."teamId" and a.watch_id is not distinct from f."watchId" and a.source_id is not distinct from f."sourceId")
  returning id, team_id as "teamId"`;

/** Goes on with an alarm that is still young, or raises a new one. Not for two at once. */
export async function recordEarlyAlarms(tx: Tx, found: readonly Found[], now: Date): Promise<void> {
  if (found.length === 0) return;
  const raised = await tx.query<{ id: string; teamId: string }>(RECORD, [JSON.stringify(found), now]);
  for (const { id, teamId } of raised) {
    await addEvent(tx, now, 'alarm.early', { earlyAlarmId: id }, [teamId]);
    await addEvent(tx, now, 'alarm.changed', { earlyAlarmId: id }, [teamId]);
  }
}
