/** Who is at a case right now, and who is writing: so that two people do not answer one customer. */
import { Injectable } from '@nestjs/common';
import type { BeAtCase, PeopleAtCase } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import { peopleAtCases, PRESENT_SECONDS } from '../../database/views/presence-views.js';
import { addEvent } from '../../outbox/append.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { ensureOwnCase } from './own-case.js';

@Injectable()
export class Presence {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Tells colleagues when somebody comes, begins or stops writing, or goes; a mere sign of life tells nobody. @throws DeskError not-found */
  async say(caseId: string, { here, writing }: BeAtCase, by: Responder): Promise<PeopleAtCase> {
    const teamId = await ensureOwnCase(this.db, caseId, by);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const before = await tx.one<{ writing: boolean }>(
        `select writing from presence where case_id = $1 and person_id = $2 and seen_at > $3::timestamptz - interval '${PRESENT_SECONDS} seconds'`,
        [caseId, by.id, now],
      );
      if (here)
        await tx.query(
          `insert into presence (case_id, person_id, seen_at, writing) values ($1, $2, $3, $4)
           on conflict (case_id, person_id) do update set seen_at = excluded.seen_at, writing = excluded.writing`,
          [caseId, by.id, now, writing],
        );
      else await tx.query(`delete from presence where case_id = $1 and person_id = $2`, [caseId, by.id]);
      const news = here ? before?.writing !== writing : before !== undefined;
      if (news) await addEvent(tx, now, 'presence.changed', { caseId }, [teamId]);
    });
    return { items: (await peopleAtCases(this.db, [caseId], now)).get(caseId) ?? [] };
  }
}
