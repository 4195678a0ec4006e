/** An administrator adds a person. */
import { Injectable } from '@nestjs/common';
import type { AddPerson as AddPersonBody } from '#libs/contracts/http/people.js';
import type { PersonView } from '#libs/contracts/views/people.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { hashPassword } from './passwords.js';
import { findPerson } from './person.rows.js';
import { firstTeam, setTeams } from './teams-of.js';

@Injectable()
export class AddPerson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError `email-taken`; `invalid-body` for an unknown team */
  async run(person: AddPersonBody): Promise<PersonView> {
    const hash = await hashPassword(person.password);
    return this.db.transaction(async (tx) => {
      const id = await insertPerson(tx, { ...person, hash });
      if (id === null) throw new DeskError('email-taken');
      await setTeams(tx, id, person.teamIds ?? [await firstTeam(tx)]);
      await addEvent(tx, this.clock.now(), 'person.changed', { personId: id });
      return (await findPerson(tx, id)) as PersonView;
    });
  }
}

/** @returns the new person's id; null when somebody has this e-mail */
export async function insertPerson(
  tx: Tx,
  person: Omit<AddPersonBody, 'password' | 'teamIds'> & { hash: string },
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `insert into person (email, name, password_hash, roles, locale) values ($1, $2, $3, $4, $5)
     on conflict (lower(email)) do nothing returning id`,
    [person.email, person.name, person.hash, [...new Set(person.roles)], person.locale],
  );
  return row?.id ?? null;
}
