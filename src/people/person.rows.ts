/** How people are read from the database and shown. */
import type { MeView, PersonView, TeamView } from '#libs/contracts/views/people.js';
import type { Locale, Role } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  locale: Locale;
  disabled_at: Date | null;
  created_at: Date;
  last_seen_at: Date | null;
  teams: TeamView[];
}

/** Columns of a person `p`, with the teams in order of their names. */
export const PERSON = `p.id, p.email, p.name, p.roles, p.locale, p.disabled_at, p.created_at, p.last_seen_at,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name) order by t.name, t.id)
    from team_member m join team t on t.id = m.team_id where m.person_id = p.id), '[]') as teams`;

/** What reads rows: the database itself, or a running transaction. */
export type Reader = Pick<Tx, 'query' | 'one'>;

/** @returns the person as the API shows them; undefined when there is none */
export async function findPerson(db: Reader, id: string): Promise<PersonView | undefined> {
  const row = await db.one<PersonRow>(`select ${PERSON} from person p where p.id = $1`, [id]);
  return row && toPersonView(row);
}

export function toPersonView(row: PersonRow): PersonView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: row.roles,
    teams: row.teams,
    locale: row.locale,
    disabled: row.disabled_at !== null,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  };
}

/** @param desk what the page needs to know of the program */
export function toMeView(person: PersonView, desk: { invented: boolean; version: string }): MeView {
  return { ...person, ...desk };
}
