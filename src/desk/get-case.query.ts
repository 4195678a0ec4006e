/** One case with everything needed to answer it on one screen, all of it of one moment. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { CaseMemory } from './case-memory.js';
import { CaseReads } from './case-reads.js';
import { toCaseView } from './case-view.js';

@Injectable()
export class GetCase {
  constructor(
    private readonly db: Database,
    private readonly reads: CaseReads,
    private readonly clock: Clock,
    private readonly memory: CaseMemory,
  ) {}

  /** Whoever may work cases and opens one has seen it: the first time is kept. @throws DeskError not-found */
  async run(caseId: string, by: Responder): Promise<CaseView> {
    const now = this.clock.now();
    const mark = this.memory.mark();
    const whole = await this.reads.run(caseId, by, now);
    if (!whole) throw new DeskError('not-found');
    const view = toCaseView(whole, by, now);
    if (view.card.firstSeenAt !== null) this.memory.remember(whole, by, mark);
    else if (hasRole(by, 'responder')) view.card.firstSeenAt = await this.markSeen(caseId, now);
    return view;
  }

  /** @returns when it was seen first: now, or when a colleague saw it in the same moment */
  private async markSeen(caseId: string, now: Date): Promise<string | null> {
    const row = await this.db.one<{ at: Date }>(
      `update desk_case set first_seen_at = coalesce(first_seen_at, $2) where id = $1 returning first_seen_at as at`,
      [caseId, now],
    );
    return row?.at.toISOString() ?? null;
  }
}
