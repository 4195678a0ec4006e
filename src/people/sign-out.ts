/** A person signs out: the session ends in the database, not only in the browser. */
import { Injectable } from '@nestjs/common';
import { Identify } from '../platform/access/identify.js';
import { Sessions } from '../platform/access/sessions.js';

@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly identify: Identify,
  ) {}

  /** @param sessionId from the cookie; null, or one that has ended, is no error */
  async run(sessionId: string | null): Promise<void> {
    if (sessionId === null) return;
    await this.sessions.end(sessionId);
    this.identify.forget();
  }
}
