/** A person signs in with e-mail and password. */
import { Injectable } from '@nestjs/common';
import type { SignIn as SignInBody } from '#libs/contracts/http/session.js';
import { Database } from '../database/database.js';
import { Sessions } from '../platform/access/sessions.js';
import { DeskError } from '../platform/errors.js';
import { isPassword } from './passwords.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * @param address where the try comes from
   * @returns who it is and the id of a new session
   * @throws DeskError `wrong-credentials`, the same for a wrong password, an unknown e-mail and a disabled person; `too-many-requests`
   */
  async run({ email, password }: SignInBody, address: string): Promise<{ personId: string; sessionId: string }> {
    await this.throttle.begin(email, address);
    const person = await this.db.one<{ id: string; password_hash: string }>(
      'select id, password_hash from person where lower(email) = lower($1) and disabled_at is null',
      [email.trim()],
    );
    if (!(await isPassword(person?.password_hash ?? null, password)) || !person) throw new DeskError('wrong-credentials');
    await this.throttle.succeeded(email, address);
    return { personId: person.id, sessionId: await this.sessions.start(person.id) };
  }
}
