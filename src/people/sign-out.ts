/** A person signs out: the session ends in the database, not only in the browser, and its live connection with it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Identify } from '../platform/access/identify.js';
import { endSession } from '../platform/access/sessions.js';
import { Clock } from '../platform/clock.js';

@Injectable()
export class SignOut {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly identify: Identify,
  ) {}

  /** @param sessionId from the cookie; null, or one that has ended, is no error */
  async run(sessionId: string | null): Promise<void> {
    if (sessionId === null) return;
    await this.db.transaction(async (tx) => {
      const personId = await endSession(tx, sessionId);
      if (personId !== null) await addEvent(tx, this.clock.now(), 'person.changed', { personId });
    });
    this.identify.forget();
  }
}
