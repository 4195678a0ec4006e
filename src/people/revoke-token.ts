/** An administrator revokes an API token: requests with it fail within two seconds. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Identify } from '../platform/access/identify.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

@Injectable()
export class RevokeToken {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly identify: Identify,
  ) {}

  /** Revoking twice is no error. @throws DeskError `not-found` */
  async run(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ person_id: string }>(
        'update api_token set revoked_at = coalesce(revoked_at, now()) where id = $1 returning person_id',
        [id],
      );
      if (!row) throw new DeskError('not-found');
      await addEvent(tx, this.clock.now(), 'person.changed', { personId: row.person_id });
    });
    this.identify.forget();
  }
}
