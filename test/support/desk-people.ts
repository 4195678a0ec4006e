/** A team, a second team, and one person of each role in each, with tokens to call as them: for tests of rooms behind the doors. */
import { hashOf } from '../../src/platform/access/random-keys.js';
import { ROLES, type Role } from '../../libs/contracts/words.js';
import { Caller } from './caller.js';
import type { TestDoors } from './doors.js';

export interface DeskPeople {
  teamId: string;
  otherTeamId: string;
  /** People of the first team, by role; `other` is a manager and responder of the second team. */
  as: Record<Role | 'other' | 'nobody', Caller>;
  ids: Record<Role | 'other', string>;
}

/** Adds them to an empty desk. */
export async function addDeskPeople({ db, url }: Pick<TestDoors, 'db' | 'url'>): Promise<DeskPeople> {
  const team = async (name: string) =>
    (await db.query<{ id: string }>('insert into team (name) values ($1) returning id', [name]))[0]!.id;
  const [teamId, otherTeamId] = [await team('First'), await team('Second')];
  const person = async (name: string, roles: Role[], member: string) => {
    const [row] = await db.query<{ id: string }>(
      `with p as (insert into person (email, name, password_hash, roles) values ($1 || '@desk.example', $1, 'none', $2) returning id),
         t as (insert into api_token (name, hash, person_id, roles) select 'test', $3, id, $2 from p)
       insert into team_member (team_id, person_id) select $4, id from p returning person_id as id`,
      [name, roles, hashOf(`esh_${name}`), member],
    );
    return row!.id;
  };
  const nobody = new Caller(url);
  const ids: Partial<DeskPeople['ids']> = {};
  const as: Partial<DeskPeople['as']> = { nobody };
  for (const role of ROLES) {
    ids[role] = await person(role, [role], teamId);
    as[role] = nobody.withToken(`esh_${role}`);
  }
  ids.other = await person('other', ['manager', 'responder'], otherTeamId);
  as.other = nobody.withToken('esh_other');
  return { teamId, otherTeamId, as: as as DeskPeople['as'], ids: ids as DeskPeople['ids'] };
}
