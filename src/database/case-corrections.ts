/** Writes down that posts were read differently by a person: into the histories of their cases, and told to everybody. For every verb that corrects. */
import { addEvents } from '../outbox/append.js';
import type { Tx } from './database.js';

/** Of more mentions at once no page is told one by one: it reads them anew when it is opened. */
const MOST_TOLD = 500;

/**
 * @param corrected what was corrected, and of which mention
 * @param personId who did it
 */
export async function writeCorrections(
  tx: Tx,
  at: Date,
  personId: string,
  corrected: readonly { mentionId: string; data: Record<string, unknown> }[],
): Promise<void> {
  if (corrected.length === 0) return;
  const lines = corrected.map(({ mentionId, data }) => ({ mention: mentionId, data: { mentionId, ...data } }));
  const cases = await tx.query<{ id: string; teamId: string }>(
    `with line as (
       select m.case_id, l.data, l.place
       from rows from (jsonb_to_recordset($1::jsonb) as (mention bigint, data jsonb)) with ordinality as l(mention, data, place)
       join mention m on m.id = l.mention
       where m.case_id is not null),
     written as (
       insert into activity (case_id, at, kind, person_id, data) select case_id, $2, 'corrected', $3, data from line order by place)
     update desk_case c set version = version + 1 where id in (select case_id from line) returning id, team_id as "teamId"`,
    [JSON.stringify(lines), at, personId],
  );
  const told = corrected.length <= MOST_TOLD ? await teamsOf(tx, corrected) : [];
  await addEvents(tx, at, [
    ...told.map(({ id, teamIds }) => ({ kind: 'mention.changed' as const, teamIds, payload: { mentionId: id } })),
    ...cases.map(({ id, teamId }) => ({
      kind: 'case.changed' as const,
      teamIds: [teamId],
      payload: { caseId: id, why: 'corrected' as const },
    })),
  ]);
}

function teamsOf(tx: Tx, corrected: readonly { mentionId: string }[]): Promise<{ id: string; teamIds: string[] }[]> {
  const ids = corrected.map((c) => c.mentionId);
  return tx.query('select id, team_ids as "teamIds" from mention where id = any($1::bigint[]) order by id', [ids]);
}
