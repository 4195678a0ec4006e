/** One case with everything needed to answer it on one screen, all of it of one moment. */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import { Database } from '../database/database.js';
import type { CasePageRow } from '../database/views/case-page.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { toCaseView } from './case-view.js';

@Injectable()
export class GetCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever may work cases and opens one has seen it: the first time is kept. @throws DeskError not-found */
  async run(caseId: string, by: Responder): Promise<CaseView> {
    const now = this.clock.now();
    const row = await this.db.one<{ page: CasePageRow }>(`select case_page($1, $2, $3) as page`, [caseId, now, by.teamIds]);
    const view = row && toCaseView(row.page, by, now);
    if (!view) throw new DeskError('not-found');
    if (view.card.firstSeenAt === null && hasRole(by, 'responder')) view.card.firstSeenAt = await this.markSeen(caseId, now);
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
