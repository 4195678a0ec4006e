/** Notices as the API and the live stream show them. */
import type { NoticeView } from '#libs/contracts/http/ladders.js';
import { iso, type Asks } from './case-cards.js';

export type NoticeRow = Omit<NoticeView, 'at' | 'sentAt'> & { at: Date; sentAt: Date | null };

/** `n` is the notice, `e` its escalation. */
export const NOTICES = `
  select n.id, n.escalation_id as "escalationId", e.case_id as "caseId", e.trigger, n.rung, n.channel, coalesce(p.name, h.name, '?') as "to", n.state, n.at,
    n.sent_at as "sentAt", n.attempts, n.receipt, n.problem
  from notice n join escalation e on e.id = n.escalation_id left join person p on p.id = n.person_id left join alarm_hook h on h.id = n.hook_id`;

/** A time as the API writes it, as SQL. */
export const instant = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** @param which escalations, as SQL over `e` @returns a statement of one row: who was told, by which way, and whether it went */
export const told = (which: string) => `
  select coalesce(jsonb_agg(jsonb_build_object('to', coalesce(who.name, hook.name, '?'), 'channel', n.channel, 'state', n.state, 'at', ${instant('coalesce(n.sent_at, n.at)')},
    'problem', n.problem) order by n.id), '[]') as told
  from escalation e join notice n on n.escalation_id = e.id left join person who on who.id = n.person_id left join alarm_hook hook on hook.id = n.hook_id
  where ${which}`;

export const toNoticeView = (row: NoticeRow): NoticeView => ({ ...row, at: iso(row.at), sentAt: iso(row.sentAt) });

/** @returns notices by id */
export async function noticeViews(asks: Asks, ids: readonly string[]): Promise<Map<string, NoticeView>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<NoticeRow>(`${NOTICES} where n.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((row) => [row.id, toNoticeView(row)]));
}
