/** Reads a case for a verb: in one statement what the verb decides by, and by which version of the case's row it will know whether that still holds. */
import type { Database } from '../database/database.js';
import type { ReadFacts, ReadForAnswer, Reads } from '../database/views/case-reading.js';
import { CASE_DATES } from '../database/views/case-record.js';
import { standingOfJson } from '../database/views/case-standing.js';
import type { FactRow } from '../database/views/fact-lines.js';
import { withDates, type JsonRow } from '../database/views/json-rows.js';
import { storedClocksOfJson } from '../database/views/stored-clocks.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

type Json = JsonRow<ReadForAnswer>;

/** @returns the case as it stands. @throws DeskError not-found: another team's case does not exist for them */
export async function readCase<N extends keyof Reads>(db: Pick<Database, 'one'>, needs: N, caseId: string, by: Responder): Promise<Reads[N]> {
  const answer = await db.one<{ read: Json | null }>(`select read_case($1, $2, $3) as read`, [caseId, by.teamIds, needs]);
  if (!answer?.read) throw new DeskError('not-found');
  const read = withDates<ReadForAnswer>(answer.read, CASE_DATES);
  if (needs !== 'record') reviveFacts(read);
  if (needs === 'answer') reviveStanding(read);
  return read;
} // prettier-ignore

function reviveFacts(read: ReadFacts): void {
  read.facts = (read.facts as unknown as JsonRow<FactRow>[]).map((line) => withDates<FactRow>(line, ['at']));
  read.clocks = storedClocksOfJson(read.clocks as unknown as Parameters<typeof storedClocksOfJson>[0]);
}

function reviveStanding(read: ReadForAnswer): void {
  if (!read.standing) throw new Error(`case ${read.id} has no mention`);
  read.standing = standingOfJson(read.standing as unknown as Parameters<typeof standingOfJson>[0]);
}
