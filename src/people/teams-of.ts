/** Which teams a person is in. */
import type { Tx } from '../database/database.js';
import { DeskError } from '../platform/errors.js';

/** Puts a person into exactly these teams. @throws DeskError `invalid-body` naming a team that does not exist */
export async function setTeams(tx: Tx, personId: string, teamIds: string[]): Promise<void> {
  const wanted = [...new Set(teamIds)];
  const found = await tx.query<{ id: string }>('select id from team where id = any($1::bigint[])', [wanted]);
  const missing = wanted.find((id) => !found.some((team) => team.id === id));
  if (missing) {
    const at = `teamIds[${teamIds.indexOf(missing)}]`;
    throw new DeskError('invalid-body', `${at}: there is no team ${missing}`, {
      errors: [{ at, message: `there is no team ${missing}` }],
    });
  }
  await tx.query('delete from team_member where person_id = $1 and team_id <> all($2::bigint[])', [personId, wanted]);
  await tx.query(`insert into team_member (team_id, person_id) select unnest($2::bigint[]), $1 on conflict do nothing`, [
    personId,
    wanted,
  ]);
}

/** @returns the id of the first team, made as "Desk" when there is none */
export async function firstTeam(tx: Tx): Promise<string> {
  const first = await tx.one<{ id: string }>('select id from team order by id limit 1');
  if (first) return first.id;
  const [made] = await tx.query<{ id: string }>(`insert into team (name) values ('Desk') returning id`);
  return made?.id ?? '';
}
