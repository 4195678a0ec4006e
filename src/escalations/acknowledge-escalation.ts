/** A manager says: I have seen it. */
import { Injectable } from '@nestjs/common';
import type { EscalationView } from '#libs/contracts/views/watchtower.js';
import { Database, type Tx } from '../database/database.js';
import { escalationViews } from '../database/views/escalation-views.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

@Injectable()
export class AcknowledgeEscalation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Saying it twice changes nothing. @throws DeskError not-found */
  run(escalationId: string, by: Responder): Promise<EscalationView> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const found = await tx.one<{ teamId: string; caseId: string | null }>(
        `update escalation set acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3)
         where id = $1 and team_id = any($4::bigint[]) returning team_id as "teamId", case_id as "caseId"`,
        [escalationId, by.id, now, by.teamIds],
      );
      if (!found) throw new DeskError('not-found');
      if (found.caseId !== null) await managerJoined(tx, found.caseId, now, by);
      await addEvent(tx, now, 'escalation.raised', { escalationId }, [found.teamId]);
      const view = (await escalationViews(tx, [escalationId])).get(escalationId);
      if (!view) throw new DeskError('not-found');
      return view;
    });
  }
}

/** The clock of a manager's part is judged by it (libs/sla/runs.ts). */
async function managerJoined(tx: Tx, caseId: string, now: Date, by: Responder): Promise<void> {
  await tx.query(
    `with marked as (update desk_case set clocks_stale = true where id = $1)
     insert into activity (case_id, at, kind, person_id) values ($1, $2, 'manager-joined', $3)`,
    [caseId, now, by.id],
  );
}
