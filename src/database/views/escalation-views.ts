/** Escalations as the Watchtower and the live stream show them. */
import type { EscalationView } from '#libs/contracts/views/watchtower.js';
import { iso, type Asks } from './case-cards.js';

type Row = Omit<EscalationView, 'at' | 'acknowledgedAt'> & { at: Date; acknowledgedAt: Date | null };

const ESCALATIONS = `
  select e.id, e.at, e.case_id as "caseId", e.trigger, k.kind as clock, e.reason,
    case when h.id is not null then jsonb_build_object('id', h.id::text, 'name', h.name) end as "raisedBy", e.acknowledged_at as "acknowledgedAt",
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as "acknowledgedBy"
  from escalation e left join clock k on k.id = e.clock_id left join person p on p.id = e.acknowledged_by
    left join person h on h.id = e.raised_by`;

const toView = (r: Row): EscalationView => ({ ...r, at: iso(r.at), acknowledgedAt: iso(r.acknowledgedAt) });

/** @returns escalations by id */
export async function escalationViews(asks: Asks, ids: readonly string[]): Promise<Map<string, EscalationView>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<Row>(`${ESCALATIONS} where e.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((r) => [r.id, toView(r)]));
}

/** Team by team along its index, the latest first: what nobody has seen yet may be very much, and all of it would be joined but for the offset. */
const OPEN = `
  select x.id from unnest($1::bigint[]) as t(team_id) cross join lateral (
    select e.id from escalation e where e.team_id = t.team_id and e.acknowledged_at is null
      and exists (select from desk_case c where c.id = e.case_id and c.status <> 'resolved' offset 0) order by e.id desc limit $2) x
  order by x.id desc limit $2`;

/** @returns the latest escalations that nobody has acknowledged yet, of cases that are still open */
export async function openEscalations(asks: Asks, teamIds: readonly string[], most: number): Promise<EscalationView[]> {
  const rows = await asks.query<Row>(`${ESCALATIONS} join (${OPEN}) as latest on latest.id = e.id order by e.id desc`, [
    teamIds,
    most,
  ]);
  return rows.map(toView);
}
