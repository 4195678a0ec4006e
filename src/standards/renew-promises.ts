/** What exactly is promised from now on: each standard's newest version on its calendar's newest version, as a row that cases can name for ever. */
import type { Tx } from '../database/database.js';

/** Call it inside the transaction that publishes a standard or saves a calendar. */
export async function renewPromises(tx: Tx): Promise<void> {
  await tx.query(
    `insert into promise (standard_version_id, calendar_version_id)
     select v.id, c.id from standard s
     join lateral (select * from standard_version where standard_id = s.id and n is not null order by n desc limit 1) v on true
     left join lateral (
       select id from calendar_version where calendar_id = (v.terms ->> 'calendarId')::bigint order by n desc limit 1) c on true
     where s.retired_at is null and (c.id is not null or v.terms ->> 'calendarId' is null)
     on conflict (standard_version_id, (coalesce(calendar_version_id, 0))) do nothing`,
  );
}

/** Advisory lock under which standards and calendars change one after the other. */
export const STANDARDS_LOCK = 7_301_040;
