/** A person changes their own name, language or password. */
import { Injectable } from '@nestjs/common';
import type { ChangeMe as ChangeMeBody } from '#libs/contracts/http/people.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Identify } from '../platform/access/identify.js';
import { endSessionsOf } from '../platform/access/sessions.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { hashPassword, isPassword } from './passwords.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Injectable()
export class ChangeMe {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly identify: Identify,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * A new password ends every other session of this person.
   * @param sessionId the session this is asked from, which stays; null behind a token
   * @throws DeskError `invalid-body` when the current password is not right, `too-many-requests`
   */
  async run(personId: string, change: ChangeMeBody, sessionId: string | null): Promise<void> {
    const hash = change.password === undefined ? null : await this.newHash(personId, change);
    await this.db.transaction(async (tx) => {
      await tx.query(
        `update person set name = coalesce($2, name), locale = coalesce($3, locale), password_hash = coalesce($4, password_hash) where id = $1`,
        [personId, change.name ?? null, change.locale ?? null, hash],
      );
      if (hash !== null) await endSessionsOf(tx, personId, sessionId);
      await addEvent(tx, this.clock.now(), 'person.changed', { personId });
    });
    this.identify.forget();
  }

  private async newHash(personId: string, change: ChangeMeBody): Promise<string> {
    const me = await this.db.one<{ email: string; password_hash: string }>(
      'select email, password_hash from person where id = $1',
      [personId],
    );
    if (!me) throw new DeskError('not-found');
    const place = `person ${personId}`;
    await this.throttle.begin(me.email, place);
    if (!(await isPassword(me.password_hash, change.currentPassword ?? ''))) {
      throw new DeskError('invalid-body', 'currentPassword: is not right', {
        errors: [{ at: 'currentPassword', message: 'is not right' }],
      });
    }
    await this.throttle.succeeded(me.email, place);
    return hashPassword(change.password ?? '');
  }
}
