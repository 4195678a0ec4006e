/** An administrator changes a person: name, roles, teams, password, or whether they may sign in at all. */
import { Injectable } from '@nestjs/common';
import type { ChangePerson as ChangePersonBody } from '#libs/contracts/http/people.js';
import type { PersonView } from '#libs/contracts/views/people.js';
import type { Role } from '#libs/contracts/words.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Identify } from '../platform/access/identify.js';
import { endSessionsOf } from '../platform/access/sessions.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { hashPassword } from './passwords.js';
import { findPerson } from './person.rows.js';
import { setTeams } from './teams-of.js';

interface Before {
  roles: Role[];
  disabled: boolean;
}

@Injectable()
export class ChangePerson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly identify: Identify,
  ) {}

  /**
   * Ends the person's sessions when roles, password or the right to sign in changed.
   * @throws DeskError `not-found`, `last-administrator`, `invalid-body` for an unknown team
   */
  async run(id: string, change: ChangePersonBody): Promise<PersonView> {
    const hash = change.password === undefined ? null : await hashPassword(change.password);
    const view = await this.db.transaction(async (tx) => {
      const before = await this.lock(tx, id, change);
      await this.write(tx, id, change, hash);
      if (change.teamIds) await setTeams(tx, id, change.teamIds);
      if (hash !== null || mayLess(before, change)) await endSessionsOf(tx, id);
      await addEvent(tx, this.clock.now(), 'person.changed', { personId: id });
      return (await findPerson(tx, id)) as PersonView;
    });
    this.identify.forget();
    return view;
  }

  /** Locks every administrator, always in the same order, so that two of them cannot remove each other at once. */
  private async lock(tx: Tx, id: string, change: ChangePersonBody): Promise<Before> {
    const administrators = await tx.query<{ id: string }>(
      `select id from person where 'administrator' = any(roles) and disabled_at is null order by id for update`,
    );
    const before = await tx.one<Before>(
      'select roles, disabled_at is not null as disabled from person where id = $1 for update',
      [id],
    );
    if (!before) throw new DeskError('not-found');
    const stays = (change.roles ?? before.roles).includes('administrator') && !(change.disabled ?? before.disabled);
    if (!stays && administrators.length === 1 && administrators[0]?.id === id) throw new DeskError('last-administrator');
    return before;
  }

  private async write(tx: Tx, id: string, change: ChangePersonBody, hash: string | null): Promise<void> {
    await tx.query(
      `update person set name = coalesce($2, name), roles = coalesce($3, roles), locale = coalesce($4, locale),
         password_hash = coalesce($5, password_hash),
         disabled_at = case when $6::boolean is null then disabled_at when $6 then coalesce(disabled_at, now()) end
       where id = $1`,
      [
        id,
        change.name ?? null,
        change.roles ? [...new Set(change.roles)] : null,
        change.locale ?? null,
        hash,
        change.disabled ?? null,
      ],
    );
  }
}

/** Any change of roles counts: a page that was drawn for other roles must be drawn anew. */
function mayLess(before: Before, change: ChangePersonBody): boolean {
  const rolesChanged = change.roles !== undefined && [...change.roles].sort().join() !== [...before.roles].sort().join();
  return rolesChanged || (change.disabled === true && !before.disabled);
}
