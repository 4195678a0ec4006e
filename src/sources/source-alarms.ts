/** The alarm of a blind source: told once an episode, ended when sight returns, and taken notice of by a person. */
import { messageOf } from '#libs/contracts/notes.js';
import type { Verdict } from '#libs/listening/judge-health.js';
import type { Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';

/** A source that goes blind again this soon after it recovered keeps its alarm: a source that flaps must not storm. */
const SAME_EPISODE_MINUTES = 30;

/** Raises the alarm, or goes on with the last one when that has only just ended. */
export async function raiseAlarm(tx: Tx, sourceId: string, { since, reason, notes }: Verdict, now: Date): Promise<void> {
  const again = await tx.one<Alarm>(
    `update source_alarm set ended_at = null, episodes = episodes + 1, reason = $3, message = $4, notes = $5
     where id = (select id from source_alarm where source_id = $1 order by id desc limit 1)
       and ended_at > $2::timestamptz - interval '${SAME_EPISODE_MINUTES} minutes' returning ${ALARM}`,
    [sourceId, now, reason, messageOf(notes), JSON.stringify(notes)],
  );
  const made = await tx.one<Alarm>(
    `insert into source_alarm (source_id, at, blind_since, reason, message, notes) select $1, $2, $3, $4, $5, $7 where not $6
     on conflict (source_id) where ended_at is null do nothing returning ${ALARM}`,
    [sourceId, now, since, reason, messageOf(notes), again !== undefined, JSON.stringify(notes)],
  );
  if (made) await tell(tx, made, 'blind', now);
}

/** Sight has returned, or the source was switched off. */
export async function endAlarm(tx: Tx, sourceId: string, now: Date): Promise<void> {
  const ended = await tx.one<Alarm>(
    `update source_alarm set ended_at = $2 where source_id = $1 and ended_at is null returning ${ALARM}`,
    [sourceId, now],
  );
  if (ended?.told === 'blind') await tell(tx, ended, 'sighted', now);
}

/** A source that went on being blind after it had seemed to recover is told after all. */
export async function tellWaiting(tx: Tx, now: Date): Promise<void> {
  const waiting = await tx.query<Alarm>(
    `select ${ALARM} from source_alarm where ended_at is null and told = 'sighted'
       and told_at <= $1::timestamptz - interval '${SAME_EPISODE_MINUTES} minutes' for update skip locked`,
    [now],
  );
  for (const alarm of waiting) await tell(tx, alarm, 'blind', now);
}

interface Alarm {
  id: string;
  sourceId: string;
  told: 'blind' | 'sighted' | null;
}

const ALARM = `id, source_id as "sourceId", told`;

async function tell(tx: Tx, { id, sourceId }: Alarm, what: 'blind' | 'sighted', now: Date): Promise<void> {
  await tx.query('update source_alarm set told = $2, told_at = $3 where id = $1', [id, what, now]);
  await addEvent(tx, now, what === 'blind' ? 'source.blind' : 'source.sighted', { sourceId, alarmId: id });
}
