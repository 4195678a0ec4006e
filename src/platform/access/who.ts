/** How a person is read from the database for the guard. */
import type { Locale, Role } from '#libs/contracts/words.js';
import type { Responder } from './responder.js';

/** Columns of a person `p` that make a Responder. */
export const WHO = `p.id, p.name, p.roles, p.locale,
  array(select m.team_id::text from team_member m where m.person_id = p.id order by m.team_id) as team_ids`;

export interface WhoRow {
  id: string;
  name: string;
  roles: Role[];
  locale: Locale;
  team_ids: string[];
}

/** @param roles what they may do through this door; default: all roles of the person */
export function toResponder(row: WhoRow, via: Responder['via'], roles: Role[] = row.roles): Responder {
  return { id: row.id, name: row.name, roles, teamIds: row.team_ids, locale: row.locale, via };
}
