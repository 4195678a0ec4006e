/** The cases of a what-if, read in stretches by id: one text each, so that a thread of its own can read it. */
import { FACT_ACTIVITIES, type FactRow } from '../database/views/fact-lines.js';

/** Whatever can ask: the database or a running transaction. */
interface Asks {
  one<T>(sql: string, params?: unknown[]): Promise<T | undefined>;
}

/** [kind, ms, by a person, data] in the order in which they were written down. */
export type Line = [kind: string, at: number, byPerson: boolean, data: FactRow['data']];
/** A stored case as it is read: its traits, what it was promised, and its facts. */
export type StoredCase = [
  watchId: number, sourceId: number, network: string, language: string, intent: string, priority: string, followers: number | null, tier: string | null,
  promiseIds: number[], facts: Line[] | null,
]; // prettier-ignore

export interface Stretch {
  /** StoredCase[] as JSON. */
  cases: string;
  count: number;
  /** The id of the last; null: there was none. */
  lastId: string | null;
}

/** Cases of one stretch: some tens of milliseconds of work. */
export const BATCH = 2000;

const CASES = `
  select coalesce(json_agg(json_build_array(c.watch_id, c.source_id, c.network, c.preview ->> 'lang', c.intent, c.priority, a.followers, c.tier, c.promise_ids, f.facts) order by c.id)::text, '[]') as cases,
    count(*)::int as count, max(c.id) as "lastId"
  from (select * from desk_case where team_id = any($1::bigint[]) and id > $2 and opened_at >= $3 and opened_at <= $4 order by id limit ${BATCH}) c
  join author a on a.id = c.author_id
  left join lateral (
    select json_agg(json_build_array(x.kind, floor(extract(epoch from x.at) * 1000)::bigint, x.person_id is not null or x.data ->> 'byHand' = 'true', x.data) order by x.id) as facts
    from activity x where x.case_id = c.id and x.kind = any($5)) f on true`;

/** @returns the next cases of those teams, opened within that time, by id */
export async function nextCases(asks: Asks, teamIds: readonly string[], lastId: string, from: Date, to: Date): Promise<Stretch> {
  const stretch = await asks.one<Stretch>(CASES, [teamIds, lastId, from, to, FACT_ACTIVITIES]);
  return stretch ?? { cases: '[]', count: 0, lastId: null };
}
