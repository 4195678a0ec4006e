/** Who is at which case, as the API and the live stream show it. */
import type { PeopleAtCase } from '#libs/contracts/http/composing.js';
import type { Asks } from './case-cards.js';

/** The page says every ten seconds that it is here; who missed three of them has gone. */
export const PRESENT_SECONDS = 30;

const PEOPLE = `jsonb_agg(jsonb_build_object('id', p.id::text, 'name', p.name, 'writing', x.writing) order by p.name, p.id)`;
/** For a statement that reads more than who is there: the people at a case at `now` as JSON; null when nobody is. */
export const peopleJson = (caseId: string, now: string) =>
  `(select ${PEOPLE} from presence x join person p on p.id = x.person_id
    where x.case_id = ${caseId} and x.seen_at > ${now}::timestamptz - interval '${PRESENT_SECONDS} seconds')`;

/** @returns who gave a sign of life within the last half minute before `now`, by case id; a case with nobody is left out */
export async function peopleAtCases(
  asks: Asks,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, PeopleAtCase['items']>> {
  if (caseIds.length === 0) return new Map();
  const rows = await asks.query<{ caseId: string; people: PeopleAtCase['items'] }>(
    `select x.case_id as "caseId", ${PEOPLE} as people
     from presence x join person p on p.id = x.person_id
     where x.case_id = any($1::bigint[]) and x.seen_at > $2::timestamptz - interval '${PRESENT_SECONDS} seconds' group by x.case_id`,
    [caseIds, now],
  );
  return new Map(rows.map(({ caseId, people }) => [caseId, people]));
}
