/** Claims whose owner gave no sign of life go back on the queue, so that no case is lost behind a closed laptop. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { writeDown } from './case-record.js';

const AT_ONCE = 100;

@Injectable()
export class LapseClaims {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns how many lapsed; two processes never take the same one */
  run(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const lapsed = await tx.query<{ id: string; teamId: string; ownerId: string; ownerName: string }>(
        `with due as (
           select id, owner_id from desk_case where status = 'claimed' and lease_until <= $1 order by lease_until limit ${AT_ONCE} for update skip locked)
         update desk_case c set status = 'open', owner_id = null, lease_until = null from due where c.id = due.id
         returning c.id, c.team_id as "teamId", due.owner_id as "ownerId", (select name from person where id = due.owner_id) as "ownerName"`,
        [now],
      );
      for (const c of lapsed) await writeDown(tx, c, { kind: 'claim-lapsed', at: now, by: null, data: { from: c.ownerName } });
      return lapsed.length;
    });
  }
}
