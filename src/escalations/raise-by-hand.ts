/** A responder raises a case to somebody with more authority, and says why. */
import { Injectable } from '@nestjs/common';
import type { EscalationView } from '#libs/contracts/views/watchtower.js';
import { Database } from '../database/database.js';
import { escalationViews } from '../database/views/escalation-views.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { raise } from './raise.js';

@Injectable()
export class RaiseByHand {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError already-raised while one by hand is open, case-resolved, not-found */
  run(caseId: string, reason: string, by: Responder): Promise<EscalationView> {
    return this.db.transaction(async (tx) => {
      const of = await tx.one<{ status: string }>(
        `select status from desk_case where id = $1 and team_id = any($2::bigint[]) for no key update`,
        [caseId, by.teamIds],
      );
      if (!of) throw new DeskError('not-found');
      if (of.status === 'resolved') throw new DeskError('case-resolved');
      const open = await tx.one(
        `select 1 from escalation where case_id = $1 and trigger = 'by-hand' and acknowledged_at is null`,
        [caseId],
      );
      if (open) throw new DeskError('already-raised');
      const id = await raise(tx, { trigger: 'by-hand', reason, caseId, by: by.id, data: { reason } }, this.clock.now());
      const view = id === undefined ? undefined : (await escalationViews(tx, [id])).get(id);
      if (!view) throw new Error('the escalation was not stored');
      return view;
    });
  }
}
