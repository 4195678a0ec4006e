/** Whether a case is one of the asker's teams, for verbs that change nothing about it. */
import type { Asks } from '../../database/views/case-cards.js';
import type { Responder } from '../../platform/access/responder.js';
import { DeskError } from '../../platform/errors.js';

/** @returns the case's team. @throws DeskError not-found: another team's case does not exist for them */
export async function ensureOwnCase(asks: Asks, caseId: string, by: Responder): Promise<string> {
  const [row] = await asks.query<{ teamId: string }>(
    `select team_id as "teamId" from desk_case where id = $1 and team_id = any($2::bigint[])`,
    [caseId, by.teamIds],
  );
  if (!row) throw new DeskError('not-found');
  return row.teamId;
}
