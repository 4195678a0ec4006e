/** The newest resolved cases of each team, and those that are open, by indexes: what happened lately without reading what happened once. */

/**
 * @param teams an array of team ids, as SQL
 * @param most resolved cases of a team
 * @param now as SQL
 * @param mostOpen open cases of a team, the first due first; without it all of them
 * @returns a statement
 */
export function lately(teams: string, most: number, now: string, mostOpen?: number): string {
  const columns = 'team_id, source_id, status, answered_at, claimed_at, opened_at, posted_at';
  const open =
    mostOpen === undefined
      ? `select ${columns} from desk_case where team_id = any(${teams}) and status <> 'resolved'`
      : `select o.* from unnest(${teams}) as t cross join lateral (
           select ${columns} from desk_case where team_id = t and status <> 'resolved'
           order by coalesce(next_due_at, 'infinity'::timestamptz), id limit ${mostOpen}) as o`;
  return `
  select r.* from unnest(${teams}) as t cross join lateral (
    select ${columns} from desk_case
    where team_id = t and status = 'resolved' and resolved_at > ${now}::timestamptz - interval '30 days' order by resolved_at desc, id desc limit ${most}) as r
  union all
  ${open}`;
}
