/** A manager says: I have seen it. */
import { Injectable } from '@nestjs/common';
import type { EscalationView } from '#libs/contracts/views/watchtower.js';
import { Database } from '../database/database.js';
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
      const found = await tx.one<{ teamId: string }>(
        `update escalation set acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3)
         where id = $1 and team_id = any($4::bigint[]) returning team_id as "teamId"`,
        [escalationId, by.id, now, by.teamIds],
      );
      if (!found) throw new DeskError('not-found');
      await addEvent(tx, now, 'escalation.raised', { escalationId }, [found.teamId]);
      const view = (await escalationViews(tx, [escalationId])).get(escalationId);
      if (!view) throw new DeskError('not-found');
      return view;
    });
  }
}
