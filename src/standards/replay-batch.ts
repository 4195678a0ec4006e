/** One batch of a what-if: stored cases with their facts, judged as promised and as they would be under the changed list. */
import type { AskWhatIf, Replayed } from '#libs/contracts/http/what-if.js';
import { addVerdict } from '#libs/sla/count-verdicts.js';
import type { CaseFact } from '#libs/sla/facts.js';
import { standardsFor, type CaseTraits, type Scoped } from '#libs/sla/match-standards.js';
import { verdictsOf } from '#libs/sla/verdicts.js';
import { FACT_ACTIVITIES, factsOf, type FactRow } from '../clocks/case-facts.js';
import type { MadePromise, Promises } from '../clocks/promises.js';
import { TRAITS } from './check-standard.js';

/** Whatever can ask: the database or a running transaction. */
interface Asks {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

/** [id, kind, ms, by a person, data] */
type Line = [id: number, kind: string, at: number, byPerson: boolean, data: FactRow['data']];
export interface StoredCase extends CaseTraits {
  id: string;
  promiseIds: string[];
  facts: Line[] | null;
}

/** A standard of the list as it would be: scope and what it promises. */
export interface Imagined extends Scoped {
  promise: MadePromise;
}

export interface Sums {
  before: Replayed;
  after: Replayed;
  better: number;
  worse: number;
}

/** Cases of one batch: some tens of milliseconds of work. */
export const BATCH = 2000;

/** One JSON text a case: a row for each fact would cost more than judging it. */
const CASES = `
  select ${TRAITS}, c.promise_ids as "promiseIds", f.facts
  from (select * from desk_case where team_id = any($1::bigint[]) and id > $2 and opened_at >= $3 order by id limit ${BATCH}) c
  join author a on a.id = c.author_id
  left join lateral (
    select json_agg(json_build_array(x.id, x.kind, extract(epoch from x.at) * 1000, x.person_id is not null, x.data) order by x.id) as facts
    from activity x where x.case_id = c.id and x.kind = any($4)) f on true
  order by c.id`;

/** @returns the next cases of those teams, opened since `from`, by id */
export function nextCases(asks: Asks, teamIds: readonly string[], lastId: string, from: Date): Promise<StoredCase[]> {
  return asks.query<StoredCase>(CASES, [teamIds, lastId, from, FACT_ACTIVITIES]);
}

/** Adds the cases to the sums. @param list the standards as they would stand @param clock of the changed one: only such clocks are compared */
export async function replay(cases: readonly StoredCase[], promises: Promises, list: readonly Imagined[], clock: AskWhatIf['terms']['clock'], now: number, sums: Sums): Promise<void> {
  for (const stored of cases) {
    const facts = toFacts(stored.facts ?? []);
    const promised = (await promises.byIds(stored.promiseIds)).filter((p) => p.clock === clock);
    const would = standardsFor(list, stored).map((s) => s.promise);
    const wasLate = addVerdict(sums.before, verdictsOf(facts, promised, now));
    const wouldBeLate = addVerdict(sums.after, verdictsOf(facts, would, now));
    if (wasLate && !wouldBeLate) sums.better++;
    if (!wasLate && wouldBeLate) sums.worse++;
  }
} // prettier-ignore

function toFacts(lines: readonly Line[]): CaseFact[] {
  const facts: CaseFact[] = [];
  for (const [id, kind, at, byPerson, data] of lines)
    for (const fact of factsOf({ id: String(id), caseId: '', at: new Date(Math.round(at)), kind, byPerson, data }))
      facts.push({ ...fact, seq: facts.length });
  return facts;
}
