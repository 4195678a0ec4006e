/** A manager takes a case out of the count, with a reason and under a cap, or puts it back. */
import { Injectable } from '@nestjs/common';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database, type Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ensureAllowed, lockOwnCase, writeDown } from './case-record.js';

/** For each standard of the case: the cases of its window that were promised it, and those of them out of the count. */
const COUNT = `
  select v.standard_id as "standardId", (v.terms ->> 'exclusionCapPercent')::float as cap, x.cases, x.excluded
  from desk_case mine join promise p on p.id = any(mine.promise_ids) join standard_version v on v.id = p.standard_version_id
  cross join lateral (
    select count(*)::int as cases, count(*) filter (where excluded_at is not null)::int as excluded from desk_case c
    where c.opened_at >= $2::timestamptz - make_interval(days => (v.terms ->> 'windowDays')::int)
      and c.promise_ids && array(select q.id from promise q join standard_version w on w.id = q.standard_version_id where w.standard_id = v.standard_id)) x
  where mine.id = $1`;

@Injectable()
export class ExcludeCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** Its clocks end without a verdict. @throws DeskError already-excluded, exclusion-cap, not-allowed, not-found */
  run(caseId: string, reason: string, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(7301041)`); // two at once must not pass the cap together
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('exclude', record, by, now);
      await this.keepCap(tx, caseId, now);
      await tx.query(`update desk_case set excluded_at = $2, excluded_reason = $3 where id = $1`, [caseId, now, reason]);
      await writeDown(tx, record, { kind: 'excluded', at: now, by, data: { reason } });
      await this.clocks.run(tx, [caseId], now);
    });
  }

  /** It is judged again as if it had never been out. @throws DeskError not-excluded, not-allowed, not-found */
  undo(caseId: string, reason: string, by: Responder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockOwnCase(tx, caseId, by);
      const now = this.clock.now();
      ensureAllowed('include', record, by, now);
      await tx.query(`update desk_case set excluded_at = null, excluded_reason = null where id = $1`, [caseId]);
      await writeDown(tx, record, { kind: 'included', at: now, by, data: { reason } });
      await this.clocks.run(tx, [caseId], now);
    });
  }

  /** One is always allowed where any is: a cap of 5 % would else allow none on a quiet desk. */
  private async keepCap(tx: Tx, caseId: string, now: Date): Promise<void> {
    const counts = await tx.query<{ standardId: string; cap: number; cases: number; excluded: number }>(COUNT, [caseId, now]);
    for (const { standardId, cap, cases, excluded } of counts) {
      const most = cap === 0 ? 0 : Math.max(1, Math.floor((cases * cap) / 100));
      if (excluded + 1 > most)
        throw new DeskError(
          'exclusion-cap',
          `${excluded} of ${cases} cases are out of the count already; at most ${most} may be`,
          {
            data: { standardId, cases, excluded, most },
          },
        );
    }
  }
}
